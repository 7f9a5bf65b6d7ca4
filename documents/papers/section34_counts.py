"""Section 2 of the Section 34 report: six rows of projects, activities and baht, whose parts add up to the whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.papers.form import Cell
from documents.papers.known import Known, KnownYear, sources_of
from documents.papers.section34_rows import reason_of
from rules.fiscal_year import last_day
from rules.section34 import CountRow, count_row, project_row


@dataclass(frozen=True)
class Count:
    """Projects, activities and satang of one row; `reasons` is printed below it."""

    projects: int
    activities: int
    budget_satang: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counts:
    """The six rows; `carried` overlaps the others: work whose planned end lies after 30 September."""

    approved: Count
    done: Count
    going: Count
    awaiting: Count
    not_begun: Count
    carried: Count


def counts_of(year: KnownYear) -> Counts:
    """Return the six rows."""
    approved = Count(len(year.projects), len(year.activities), year.budget_satang)
    projects = {
        project.id: project_row(row for each, row in _placed(year) if each.project.id == project.id)
        for project in year.projects
    }

    def count(row: CountRow) -> Count:
        found = [each for each, place in _placed(year) if place is row]
        reasons = [_why(each) for each in found] if row is CountRow.NOT_BEGUN else []
        budget = sum(each.activity.budget_satang for each in found)
        here = sum(place is row for place in projects.values())
        return Count(here, len(found), budget, tuple(reason for reason in reasons if reason))

    return Counts(
        approved,
        count(CountRow.DONE),
        count(CountRow.GOING),
        count(CountRow.AWAITING),
        count(CountRow.NOT_BEGUN),
        _carried(carried_over(year)),
    )


def carried_over(year: KnownYear) -> list[Known]:
    """Return the activities whose plan ends after the fiscal year and whose work is not done."""
    end = last_day(year.ask.year_be)
    return [
        each
        for each in year.activities
        if each.activity.planned_end is not None and each.activity.planned_end > end and not each.is_done
    ]


def _carried(found: Sequence[Known]) -> Count:
    projects = len({each.project.id for each in found})
    return Count(projects, len(found), sum(each.activity.budget_satang for each in found))


def _placed(year: KnownYear) -> list[tuple[Known, CountRow]]:
    procuring = CountRow(year.names["procurement"])
    return [
        (each, count_row(each.figures, each.activity.budget_satang, procuring)) for each in year.activities
    ]


def _why(known: Known) -> str:
    reason = reason_of(known)
    return f"{known.activity.name}: {reason}" if reason else ""


def count_cells(year: KnownYear, counts: Counts) -> dict[str, Cell]:
    """Return the six rows for the trace, such as "going.budget"."""
    behind: dict[str, Sequence[Known]] = {"approved": (), "carried": carried_over(year)}
    for row in CountRow:
        behind[str(row)] = [each for each, place in _placed(year) if place is row]
    cells: dict[str, Cell] = {}
    for name, known in behind.items():
        count: Count = getattr(counts, name)
        sources = sources_of(known)
        cells[f"{name}.projects"] = Cell(count.projects, sources)
        cells[f"{name}.activities"] = Cell(count.activities, sources)
        cells[f"{name}.budget"] = Cell(count.budget_satang, sources)
    return cells
