"""How long official papers take, from the database to the files: `python -m benchmarks.papers [--activities 100]`.

The goals, on two cores: a Section 34 report of 100 activities as .docx and PDF in under two seconds, every document of
a province of 100 activities in every kind in under twenty, and the monthly workbook of 10,000 activities in under three.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from benchmarks.machine import told
from benchmarks.papers_province import NOW, YEAR_BE, found_province
from documents.papers.form import Ask, Form, Needs
from documents.papers.forms import FORMS
from documents.papers.made import make_paper, write_paper
from documents.papers.monthly_form import FORM as MONTHLY
from documents.papers.section34_form import FORM as SECTION_34
from engine.database import Database
from migrations import migrate
from models.province import Province

GOAL_SECONDS, GOAL_OF_ALL, GOAL_OF_MANY = 2.0, 20.0, 3.0
MANY = 10_000
DAY = date(2021, 5, 17)


def main() -> None:
    """Print the seconds of each kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=100)
    parser.add_argument("--many", type=int, default=MANY)
    wanted = parser.parse_args()
    print(told())
    with _province(wanted.activities) as database:
        # The libraries are loaded once in a process; whoever asks first waits for them as well.
        print(f"libraries and the first paper: {_taken(lambda: _paper(database, SECTION_34, 'pdf'))}")
        print(
            f"section-34, {wanted.activities} activities, docx: {_taken(lambda: _paper(database, SECTION_34, 'docx'))}"
        )
        pdf = _taken(lambda: _paper(database, SECTION_34, "pdf"))
        # The PDF is set from the Word document, so its time holds both.
        print(f"the same as .docx and PDF: {pdf}; goal {GOAL_SECONDS} s")
        print(
            f"every document of the province in every kind: {_taken(lambda: _all(database))}; goal {GOAL_OF_ALL:g} s"
        )
    with _province(wanted.many) as database:
        many = _taken(lambda: _paper(database, MONTHLY, "xlsx"))
        print(
            f"monthly workbook of {wanted.many:,} activities: {many}; goal {GOAL_OF_MANY:g} s for the workbook"
        )
        print(f"  of which drawing it: {_taken(_drawing(database))}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


@contextmanager
def _province(count: int) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/papers.db"
        migrate(url)
        database = Database(url)
        with database.write() as session:
            found_province(session, count)
        yield database
        database.close()


def _ask(province: Province, form: Form) -> Ask:
    return Ask(province, YEAR_BE, DAY, 1 if form.needs is Needs.ROUND else None)


def _paper(database: Database, form: Form, *kinds: str) -> int:
    """Gather a paper, keep it, and write its files; return their bytes."""
    with database.write() as session:
        paper = make_paper(session, form, _ask(session.query(Province).one(), form), NOW)
    with database.read() as session:
        return sum(len(write_paper(session, paper, kind)) for kind in kinds)


def _all(database: Database) -> int:
    return sum(_paper(database, form, *form.kinds()) for form in FORMS)


def _drawing(database: Database) -> Callable[[], int]:
    """Return what writes the workbook from a paper that is made already."""
    with database.write() as session:
        paper = make_paper(session, MONTHLY, _ask(session.query(Province).one(), MONTHLY), NOW)

    def draw() -> int:
        with database.read() as session:
            return len(write_paper(session, paper, "xlsx"))

    return draw


def _taken(do: Callable[[], Any]) -> str:
    """Return the seconds on the clock, and those that processors worked: on a busy machine the first says little."""
    begun, worked = time.perf_counter(), _worked()
    do()
    return f"{time.perf_counter() - begun:.2f} s ({_worked() - worked:.2f} s of work)"


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
