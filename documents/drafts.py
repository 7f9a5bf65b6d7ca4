"""Reads one activity's row, field by field, into a draft; what cannot be read becomes a doubt."""

from dataclasses import dataclass, field
from datetime import date

from documents.cell_amounts import Amount, read_amount
from documents.cell_dates import NotADate, read_date, read_period
from documents.cells import number_depth, read_class, read_code, read_number, split_number, take_off
from documents.header import BUDGETS
from documents.lines import Line
from documents.plan_reading import Doubt, ExpenseClass
from documents.plan_remarks import Remark
from documents.plan_words import key, words


@dataclass(frozen=True)
class Unit:
    """The unit in which a sheet counts: satang in one, its name, and whether the sheet prints it."""

    satang: int
    name: str
    is_printed: bool


@dataclass
class Draft:
    """An activity on its way to a PlanRow; it is left out as soon as one doubt says so.

    One that is set aside stands in a hidden row that the office leaves out.
    """

    sheet: str
    line: Line
    name: str = ""
    no: int | None = None
    code: str | None = None
    project_no: int | None = None
    project: str = ""
    main_activity: str | None = None
    place: str | None = None
    budget_satang: int = 0
    agency: str = ""
    expense_class: ExpenseClass | None = None
    funding_source: str | None = None
    strategic_issue: str | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    is_reserve: bool = False
    is_done_marked: bool = False
    is_set_aside: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_left_out(self) -> bool:
        return self.is_set_aside or any(doubt.is_left_out for doubt in self.doubts)

    @property
    def is_copy(self) -> bool:
        """Return whether the row is left out only because an earlier one says the same."""
        left_out = (doubt.code for doubt in self.doubts if doubt.is_left_out)
        return not self.is_set_aside and all(code is Remark.SAME_ROW_TWICE for code in left_out)

    @property
    def where(self) -> str:
        return f"{self.sheet}:{self.line.number}"

    def doubt(self, code: Remark, cell: str = "", is_left_out: bool = False, **details: str) -> None:
        self.doubts.append(
            Doubt(self.sheet, self.line.number, code, cell, tuple(details.items()), is_left_out)
        )  # fmt: skip


def draft_of(sheet: str, line: Line, unit: Unit) -> Draft:
    """Return the draft of one activity's row, without project and headings, which stand in other rows."""
    draft = Draft(sheet, line)
    _read_name(draft)
    _read_number(draft)
    _read_budget(draft, unit)
    _read_small_fields(draft)
    _read_dates(draft)
    draft.agency = line.text("agency")
    if not key(draft.agency):
        draft.doubt(Remark.AGENCY_MISSING, draft.name, is_left_out=True)
    return draft


def _read_name(draft: Draft) -> None:
    name = split_number(draft.line.name)[1] if _may_split(draft.line) else draft.line.name
    draft.name, draft.is_done_marked = take_off(name, words()["marks"]["done"])
    if not key(draft.name):
        draft.doubt(Remark.NAME_MISSING, is_left_out=True)


def _may_split(line: Line) -> bool:
    """Return whether the number before the name only numbers it: no number column says otherwise."""
    printed, before = line.own("no"), split_number(line.name)[0]
    return not printed or str(read_number(line.cell("no"))) == before or "." in printed


def _read_number(draft: Draft) -> None:
    line = draft.line
    printed = line.own("no") if not line.is_shared("no") else ""
    if printed in words()["marks"]["nothing"]:
        printed = ""
    draft.no = read_number(line.cell("no") if printed else split_number(line.name)[0])
    if printed and draft.no is None and not number_depth(printed):
        draft.doubt(Remark.NUMBER_FORMAT, printed)


def read_budget(line: Line, unit: Unit) -> tuple[Amount, Amount, Amount]:
    """Return the row's budget, its recurrent and its investment part; the budget may be only in its parts."""
    whole, recurrent, investment = (
        read_amount(line.cell(field), unit.satang, unit.is_printed) for field in BUDGETS
    )  # fmt: skip
    parts = [part for part in (recurrent, investment) if part.is_written]
    if not whole.is_written and parts:
        remark = next((part.remark for part in parts if part.remark), None)
        whole = Amount(None if remark else sum(part.satang or 0 for part in parts), remark)
    return whole, recurrent, investment


def _read_budget(draft: Draft, unit: Unit) -> None:
    line = draft.line
    whole, recurrent, investment = read_budget(line, unit)
    printed = next((line.text(field) for field in BUDGETS if line.text(field)), "")
    if any(line.is_shared(field) for field in BUDGETS):
        draft.doubt(Remark.AMOUNT_SHARED, printed, is_left_out=True)
    elif whole.satang is None:
        draft.doubt(whole.remark or Remark.AMOUNT_MISSING, printed, is_left_out=True, unit=unit.name)
    else:
        draft.budget_satang = whole.satang
        _read_parts(draft, whole.satang, recurrent, investment)


def _read_parts(draft: Draft, whole: int, recurrent: Amount, investment: Amount) -> None:
    if not (recurrent.is_written or investment.is_written):
        return
    unreadable = recurrent.remark or investment.remark
    parts = (recurrent.satang or 0) + (investment.satang or 0)
    if unreadable or parts != whole:
        printed = draft.line.text("budget")
        draft.doubt(Remark.AMOUNT_CLASSES, printed, is_left_out=True, summed=f"{parts / 100:,.2f}")
    elif recurrent.satang and investment.satang:
        draft.doubt(Remark.CLASS_BOTH)
    elif parts:
        draft.expense_class = "recurrent" if recurrent.satang else "investment"


def _read_small_fields(draft: Draft) -> None:
    line = draft.line
    draft.place = line.text("place") or None
    draft.funding_source = line.text("funding_source") or None
    try:
        draft.code = read_code(line.cell("code"))
    except ValueError:
        draft.doubt(Remark.CODE_DIGITS, line.text("code"))
    try:
        draft.expense_class = read_class(line.cell("expense_class")) or draft.expense_class
    except ValueError:
        draft.doubt(Remark.CLASS_UNKNOWN, line.text("expense_class"))


def _read_dates(draft: Draft) -> None:
    line = draft.line
    for field_name in ("planned_period", "planned_start", "planned_end"):
        try:
            if field_name == "planned_period":
                span = read_period(line.cell(field_name))
                draft.planned_start, draft.planned_end = (span.first, span.last) if span else (None, None)
            elif day := read_date(line.cell(field_name), is_end=field_name == "planned_end"):
                setattr(draft, field_name, day)
        except NotADate:
            draft.doubt(Remark.DATE_UNREADABLE, line.text(field_name))
    if draft.planned_start and draft.planned_end and draft.planned_end < draft.planned_start:
        draft.doubt(
            Remark.DATES_REVERSED, f"{draft.planned_start.isoformat()} – {draft.planned_end.isoformat()}"
        )
        draft.planned_start = draft.planned_end = None
