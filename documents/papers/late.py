"""Who is late: the letter to each agency that presses for work and reports, and the memo to the governor about them.

Sources: Lampang 2560 sections 6.1-3(2.2) and 6.2-3(2.2) (letters to agencies that do not report).
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.watch import Watch, Watched, watch
from rules.ladder import Level

LETTER, MEMO = "late-letters", "late-memo"


@dataclass(frozen=True)
class LateRow:
    """One activity in a letter. `missing`: the oldest month without a report; `days_still`: working days unmoved."""

    no: int
    name: str
    budget_satang: int
    disbursed_satang: int
    missing: date | None
    days_late: int
    days_still: int


@dataclass(frozen=True)
class Letter:
    """What is written to one agency; `letter_no` where the office noted one in a case, blank to be filled in."""

    agency: str
    file: str
    letter_no: str
    rows: tuple[LateRow, ...]
    unreported: int
    still: int
    days_late: int
    days_still: int
    unpaid_satang: int


@dataclass(frozen=True)
class Late:
    """Everything in the letters and in the memo; sums are over all letters."""

    province: str
    year_be: int
    as_of: date
    letters: tuple[Letter, ...]
    activities: int
    unpaid_satang: int
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the letters to every agency that is late on the day; none where all is well."""
    year = watch(session, ask)
    letters = tuple(_letters(year))
    paper = Late(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        letters=letters,
        activities=sum(len(letter.rows) for letter in letters),
        unpaid_satang=sum(letter.unpaid_satang for letter in letters),
        names=year.names,
    )
    cells = {
        "agencies": Cell(len(letters)),
        "activities": Cell(paper.activities),
        "unpaid": Cell(paper.unpaid_satang, tuple(_sources(year))),
        **_cells(year),
    }
    return Gathered(asdict(paper), year.data_version, cells)


def is_late(row: Watched) -> bool:
    """Return whether a letter is due: a report is missing past its day, or a case stands above the officer."""
    return row.days_late > 0 or (row.case is not None and row.case.level is not Level.OFFICER)


def _letters(year: Watch) -> Iterator[Letter]:
    for agency, rows in year.by_agency():
        late = [row for row in rows if is_late(row)]
        if late:
            yield _letter(agency.name, late)


def _letter(agency: str, late: Sequence[Watched]) -> Letter:
    numbers = [row.case.letter_no for row in late if row.case and row.case.letter_no]
    still = [_still(row) for row in late]
    return Letter(
        agency=agency,
        file=agency,
        letter_no=numbers[-1] if numbers else "",
        rows=tuple(_row(row) for row in late),
        unreported=sum(row.days_late > 0 for row in late),
        still=sum(days > 0 for days in still),
        days_late=max(row.days_late for row in late),
        days_still=max(still),
        unpaid_satang=sum(row.standing.unpaid_satang for row in late),
    )


def _row(row: Watched) -> LateRow:
    return LateRow(
        no=row.activity.no,
        name=row.activity.name,
        budget_satang=row.activity.budget_satang,
        disbursed_satang=row.disbursed_satang,
        missing=row.judgement.missing_from,
        days_late=row.days_late,
        days_still=_still(row),
    )


def _still(row: Watched) -> int:
    """Return the working days without movement that a letter names: only where a case is open about it."""
    return row.days_still if row.case is not None else 0


def _sources(year: Watch) -> Iterator[int]:
    for row in year.rows:
        if is_late(row):
            yield from row.sources


def _cells(year: Watch) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for row in year.rows:
        if is_late(row):
            no = row.activity.no
            cells[f"{no}.days_late"] = Cell(row.days_late, row.sources)
            cells[f"{no}.days_still"] = Cell(_still(row), row.sources)
            cells[f"{no}.disbursed"] = Cell(row.disbursed_satang, row.sources)
    return cells
