"""What was understood of a plan file: rows, columns, doubts, printed totals; import and preview use it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from documents import remark_words
from documents.checks import Difference
from documents.misprints import Why
from documents.plan_hidden import Hidden, HiddenParts
from documents.plan_remarks import Remark

ExpenseClass = Literal["recurrent", "investment"]


@dataclass(frozen=True)
class Results:
    """What the same row prints of the money's use, in satang; None where it prints nothing."""

    disbursed_satang: int | None = None
    committed_satang: int | None = None
    left_over_satang: int | None = None
    is_done: bool = False


@dataclass(frozen=True)
class PlanRow:
    """One activity. Money is satang; dates are CE; `row` is the row's number as the sheet shows it, from 1.

    `no` is the printed number, or the next free one where the file has none (a note says so).
    """

    sheet: str
    row: int
    no: int | None
    code: str | None
    project_no: int | None
    project: str
    main_activity: str | None
    activity: str
    place: str | None
    budget_satang: int
    agency: str
    expense_class: ExpenseClass | None
    funding_source: str | None
    strategic_issue: str | None
    planned_start: date | None
    planned_end: date | None
    is_reserve: bool = False
    results: Results | None = None


@dataclass(frozen=True)
class Doubt:
    """Something a person must look at. `is_left_out` says that the row is not among the rows read.

    `row` is 0 where the doubt is about the sheet or the file as a whole.
    """

    sheet: str
    row: int
    code: Remark
    cell: str = ""
    details: tuple[tuple[str, str], ...] = ()
    is_left_out: bool = False

    @property
    def reason(self) -> str:
        """Return the reason in the language now spoken."""
        return remark_words.in_words(self.code, {"cell": self.cell, **dict(self.details)})


@dataclass(frozen=True)
class Note:
    """Something that was decided by a stated rule and needs no answer."""

    sheet: str
    code: Remark
    details: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Return the note in the language now spoken."""
        return remark_words.in_words(self.code, {"sheet": self.sheet, **dict(self.details)})


@dataclass(frozen=True)
class ColumnReading:
    """How one column was understood: the field (None = not used), its heading as printed, and why."""

    sheet: str
    column: str
    header: str
    field: str | None
    because: Remark
    details: tuple[tuple[str, str], ...] = ()

    @property
    def why(self) -> str:
        """Return the reason in the language now spoken."""
        return remark_words.in_words(self.because, dict(self.details))


@dataclass(frozen=True)
class PrintedTotal:
    """A total that the sheet prints, beside the sum of the rows it stands for (both satang); why they may differ."""

    sheet: str
    row: int
    label: str
    printed_satang: int
    summed_satang: int
    why: Why | None = None

    @property
    def difference_satang(self) -> int:
        """Return printed less summed; 0 where they agree."""
        return self.printed_satang - self.summed_satang


@dataclass(frozen=True)
class SheetReading:
    """One sheet that holds a table: the row of its headings, the unit of its amounts and its satang."""

    name: str
    header_row: int
    unit: str
    unit_satang: int
    is_unit_printed: bool


@dataclass(frozen=True)
class PlanReading:
    """A whole plan file. Nothing in it was guessed: what was uncertain is among the doubts.

    `differences` are balances, percentages and totals that do not follow from the other figures; `unreadable` are
    figures beside the plan that are no amounts: doubts only where they would be kept as results.
    `figure_columns` are the columns of such figures, by sheet and field; `hidden` is what sheets hide of the plan.
    """

    rows: tuple[PlanRow, ...]
    columns: tuple[ColumnReading, ...]
    doubts: tuple[Doubt, ...]
    totals: tuple[PrintedTotal, ...]
    sheets: tuple[SheetReading, ...] = ()
    notes: tuple[Note, ...] = ()
    year_be: int | None = None
    differences: tuple[Difference, ...] = ()
    figure_columns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    hidden: tuple[HiddenParts, ...] = ()
    unreadable: tuple[Doubt, ...] = ()

    @property
    def unit(self) -> str:
        """Return the unit of the amounts as Thai sheets print it, or "mixed" where sheets differ."""
        units = {sheet.unit for sheet in self.sheets}
        return units.pop() if len(units) == 1 else "mixed"

    @property
    def budget_satang(self) -> int:
        """Return the sum of all activities but the reserve."""
        return sum(row.budget_satang for row in self.rows if not row.is_reserve)

    @property
    def projects(self) -> tuple[str, ...]:
        """Return the names of the projects in the order in which they appear."""
        return tuple(dict.fromkeys(row.project for row in self.rows))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Return the names of the agencies in the order in which they appear."""
        return tuple(dict.fromkeys(row.agency for row in self.rows))

    def doubtful_rows(self) -> set[tuple[str, int]]:
        """Return sheet and row of what must be looked at, hidden rows among them until somebody decides."""
        asked = {(each.sheet, row) for each in self.hidden if each.choice is Hidden.ASK for row in each.rows}
        return asked | {(doubt.sheet, doubt.row) for doubt in self.doubts}

    def left_out(self) -> Iterator[Doubt]:
        """Give the doubts whose row was not read."""
        return (doubt for doubt in self.doubts if doubt.is_left_out)
