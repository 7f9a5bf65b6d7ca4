"""Section 1 of the Section 34 report: every activity with its boxes, amounts, agency and remarks."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.papers.form import Cell
from documents.papers.known import Known, KnownYear
from i18n import speaking
from rules.section34 import Boxes, boxes
from thai import writing
from thai.paper_phrases import NOT_REPORTED


@dataclass(frozen=True)
class FormRow:
    """One row. Money is satang; `reason` stands in the last box, `note` in the remarks."""

    no: int
    project: str
    activity: str
    boxes: Boxes
    reason: str
    budget_satang: int
    agency: str
    note: str


def rows_of(year: KnownYear) -> Iterator[FormRow]:
    """Yield the rows by number of activity."""
    for known in year.activities:
        marked = boxes(known.figures, known.activity.budget_satang)
        reason = reason_of(known) if marked.needs_reason else ""
        in_box = marked.not_begun
        notes = [
            known.project.funding_source or "",
            "" if in_box else reason,
            "" if known.report else NOT_REPORTED,
        ]
        yield FormRow(
            no=known.activity.no,
            project=known.project.name,
            activity=known.activity.name,
            boxes=marked,
            reason=reason if in_box else "",
            budget_satang=known.activity.budget_satang,
            agency=known.agency.name,
            note=" ".join(each for each in notes if each),
        )


def reason_of(known: Known) -> str:
    """Return why work stands still, in the officer's own words, or else the names of the causes."""
    words = " ".join((known.figures.problem_text or "").split())
    if words:
        return words
    with speaking("th"):
        return ", ".join(writing.cause_long(cause) for cause in known.figures.causes or ())


def row_cells(year: KnownYear) -> dict[str, Cell]:
    """Return each activity's figures for the trace, such as "13.disbursed"."""
    cells: dict[str, Cell] = {}
    for known in year.activities:
        no = known.activity.no
        cells[f"{no}.budget"] = Cell(known.activity.budget_satang)
        cells[f"{no}.disbursed"] = Cell(known.disbursed_satang, known.sources)
        status = known.figures.status
        cells[f"{no}.status"] = Cell(str(status) if status else None, known.sources)
    return cells
