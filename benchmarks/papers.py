"""How long official papers take: `python -m benchmarks.papers [--activities 100]`.

The goals, on two cores: a Section 34 report of 100 activities as .docx and PDF in under two seconds, and every document
of a province in every kind, with its letters and reports in archives, in under twenty.
"""

import argparse
import copy
import time
from collections.abc import Callable
from typing import Any

from documents.papers.form import Form, Gathered
from documents.papers.forms import FORMS
from documents.papers.made import shipped_template, written
from documents.papers.section34_form import FORM as SECTION_34

GOAL_SECONDS, GOAL_OF_ALL = 2.0, 20.0
CODE = "BBBB-BBBB"


def main() -> None:
    """Print the seconds of each kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=100)
    wanted = parser.parse_args().activities
    whole = _many(SECTION_34.sample(), wanted)
    # The libraries are loaded once in a process; whoever asks first waits for them as well.
    print(f"libraries: {_taken(lambda: _write(SECTION_34, SECTION_34.sample(), 'pdf'))}")
    print(f"section-34, {wanted} activities, docx: {_taken(lambda: _write(SECTION_34, whole, 'docx'))}")
    # The PDF is set from the Word document, so its time holds both.
    print(
        f"the same as .docx and PDF: {_taken(lambda: _write(SECTION_34, whole, 'pdf'))}; goal {GOAL_SECONDS} s"
    )
    print(f"the same as .xlsx: {_taken(lambda: _write(SECTION_34, whole, 'xlsx'))}")
    every = _taken(lambda: [_write(form, form.sample(), kind) for form in FORMS for kind in form.kinds()])
    print(f"every form in every kind, with sample data: {every}; goal {GOAL_OF_ALL:g} s")


def _many(sample: Gathered, activities: int) -> Gathered:
    """Return the sample with as many activities as wanted."""
    context = copy.deepcopy(sample.context)
    rows = context["rows"]
    context["rows"] = [{**rows[index % len(rows)], "no": index + 1} for index in range(activities)]
    return Gathered(context, sample.data_version)


def _write(form: Form, gathered: Gathered, kind: str) -> bytes:
    return written(form, gathered, shipped_template(form), CODE, gathered.context["as_of"], kind)


def _taken(do: Callable[[], Any]) -> str:
    """Return the seconds on the clock, and those that processors worked: on a busy machine the first says little."""
    begun, worked = time.perf_counter(), time.process_time()
    do()
    return f"{time.perf_counter() - begun:.2f} s ({time.process_time() - worked:.2f} s of work)"


if __name__ == "__main__":
    main()
