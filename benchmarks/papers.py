"""How long official papers take, from the database to the files: `python -m benchmarks.papers [--activities 100]`.

The goals, on two cores: a Section 34 report of 100 activities as .docx and PDF in under two seconds, every document of
a province of 100 activities in every kind in under twenty, and a workbook of 10,000 rows in under three and 200 MB: the
monthly workbook of 5,000 activities, each of which stands among all and with its agency.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.machine import told
from benchmarks.papers_province import NOW, YEAR_BE, found_province
from benchmarks.taken import Taken, taken_by, timed
from documents.papers.form import Ask, Form, Needs
from documents.papers.forms import FORMS
from documents.papers.made import make_paper, write_paper
from documents.papers.monthly_form import FORM as MONTHLY
from documents.papers.section34_form import FORM as SECTION_34
from engine.database import Database
from migrations import migrate
from models.province import Province

GOAL_SECONDS, GOAL_OF_ALL = 2.0, 20.0
GOALS_OF_MONTH = "3 s and 200 MB for 10,000 rows"
MANY = (5_000, 10_000)
DAY = date(2021, 5, 17)


def main() -> None:
    """Print the seconds of each kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=100)
    parser.add_argument(
        "--many", type=int, nargs="*", default=MANY, help="activities in the monthly workbooks"
    )
    parser.add_argument("--month-of", help="only the monthly workbook of this database")
    wanted = parser.parse_args()
    if wanted.month_of:
        _month(Database(wanted.month_of))
        return
    print(told())
    with _province(wanted.activities) as url:
        _papers(Database(url), wanted.activities)
    print(f"most memory: {_most_megabytes()} MB")
    for count in wanted.many:
        with _province(count) as url:
            print(f"monthly workbook of {count:,} activities, {2 * count:,} rows; goal {GOALS_OF_MONTH}:")
            # In a process of its own, which holds nothing of what the province was made with.
            subprocess.run([sys.executable, "-m", "benchmarks.papers", "--month-of", url], check=True)


def _papers(database: Database, count: int) -> None:
    # The libraries are loaded once in a process; whoever asks first waits for them as well.
    print(f"libraries and the first paper: {taken_by(lambda: _paper(database, SECTION_34, 'pdf'))}")
    print(f"section-34, {count} activities, docx: {taken_by(lambda: _paper(database, SECTION_34, 'docx'))}")
    # The PDF is set from the Word document, so its time holds both.
    pdf = taken_by(lambda: _paper(database, SECTION_34, "pdf"))
    print(f"the same as .docx and PDF: {pdf}; goal {GOAL_SECONDS:g} s")
    every = Taken()
    for form in FORMS:
        taken = taken_by(partial(_paper, database, form, *form.kinds()))
        print(f"  {form.name} as {', '.join(form.kinds())}: {taken}")
        every += taken
    print(f"every document of the province in every kind: {every}; goal {GOAL_OF_ALL:g} s")


def _month(database: Database) -> None:
    """Print what one monthly workbook costs a process that has made none yet."""
    began = _most_megabytes()
    with database.write() as session:
        paper, gathering = timed(
            lambda: make_paper(session, MONTHLY, _ask(session.query(Province).one(), MONTHLY), NOW)
        )
    with database.read() as session:
        content, drawing = timed(lambda: write_paper(session, paper, "xlsx"))
    database.close()
    print(f"  {gathering + drawing}: gathered {gathering}, drawn {drawing}; {len(content) // 1024} KB")
    print(f"  most memory {_most_megabytes()} MB, of which {began} before it began")


@contextmanager
def _province(count: int) -> Iterator[str]:
    """Make a province in a database of its own, and give the database's address."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/papers.db"
        migrate(url)
        database = Database(url)
        with database.write() as session:
            found_province(session, count)
        database.close()
        yield url


def _ask(province: Province, form: Form) -> Ask:
    return Ask(province, YEAR_BE, DAY, 1 if form.needs is Needs.ROUND else None)


def _paper(database: Database, form: Form, *kinds: str) -> int:
    """Gather a paper, keep it, and write its files; return their bytes."""
    with database.write() as session:
        paper = make_paper(session, form, _ask(session.query(Province).one(), form), NOW)
    with database.read() as session:
        return sum(len(write_paper(session, paper, kind)) for kind in kinds)


def _most_megabytes() -> int:
    """Return the most that this process ever held; what is asked of resource also counts whoever started it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) // 1024


if __name__ == "__main__":
    main()
