"""The monthly workbook of the acceleration meeting: every activity, last month and now, plan, treasury, cause, what next.

Sources: Loei 2564 section 3(2), Lampang 2560 section 6.1-3(1)(6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import names_of, newest_report
from documents.papers.orders import open_orders_on
from documents.papers.words import why_of
from models.case import open_cases
from models.newest_reports import NewestReport, newest_reports
from models.planned import Planned, planned_activities
from models.treasury import snapshots_of
from models.treasury_history import paid_in
from models.working_days import calendar_of
from rules.figures import Figures
from rules.fiscal_year import period_of
from rules.pace import planned_percent
from rules.shares import percent_of
from rules.status import Status
from thai import writing

NAME = "monthly"
NOTHING = Figures()


class MonthRow(NamedTuple):
    """One activity. Money is satang, progress percent of work; None was not said. `next`: what was promised or ordered."""

    no: int
    project: str
    name: str
    agency: str
    state: str
    budget_satang: int
    plan_percent: Decimal | None
    before_percent: Decimal | None
    now_percent: Decimal | None
    before_satang: int
    now_satang: int
    treasury_satang: int | None
    percent: Decimal | None
    cause: str
    next: str


class AgencyRow(NamedTuple):
    """An agency's activities together; `tab` is its own sheet."""

    tab: str
    agency: str
    activities: int
    budget_satang: int
    before_satang: int
    now_satang: int
    percent: Decimal | None


@dataclass(frozen=True)
class Known:
    """What is known of a year's activities on the paper's day, by activity id; cancelled ones are left out.

    `before` are the reports of months before the day's own, `treasury` satang that the newest export says were paid.
    """

    activities: tuple[Planned, ...]
    now: Mapping[int, NewestReport]
    before: Mapping[int, NewestReport]
    treasury_as_of: date | None
    treasury: Mapping[int, int]
    next: Mapping[int, list[str]]

    def figures(self, activity: Planned) -> Figures:
        return self.now[activity.id].figures if activity.id in self.now else NOTHING

    def sources(self, activity: Planned) -> tuple[int, ...]:
        """The id of the report behind the figures, for the trace."""
        return (self.now[activity.id].id,) if activity.id in self.now else ()


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the month up to the paper's day beside the month before."""
    known = _known(session, ask)
    rows = [_row(known, activity, ask.as_of) for activity in known.activities]
    budget, now = _sum(rows, "budget_satang"), _sum(rows, "now_satang")
    context: dict[str, Any] = {
        "province": ask.province.name,
        "year_be": ask.year_be,
        "as_of": ask.as_of,
        "treasury_as_of": known.treasury_as_of,
        "activity_count": len(rows),
        "budget_satang": budget,
        "before_satang": _sum(rows, "before_satang"),
        "now_satang": now,
        "percent": percent_of(now, budget),
        "rows": [row._asdict() for row in rows],
        "agencies": [each._asdict() for each in _agencies(rows)],
        "names": names_of(ask.province),
    }
    return Gathered(context, newest_report(session, ask.province.id), _cells(known, context))


def _known(session: Session, ask: Ask) -> Known:
    province_id, year_be, day = ask.province.id, ask.year_be, ask.as_of
    now = newest_reports(session, province_id, year_be, day)
    treasury_as_of, treasury = _treasury(session, ask)
    activities = planned_activities(session, province_id, year_be)
    cancelled = {key for key, report in now.items() if report.figures.status is Status.CANCELLED}
    return Known(
        activities=tuple(each for each in activities if each.id not in cancelled),
        now=now,
        before=newest_reports(session, province_id, year_be, day, before=period_of(day)),
        treasury_as_of=treasury_as_of,
        treasury=treasury,
        next=_next(session, ask, activities),
    )


def _treasury(session: Session, ask: Ask) -> tuple[date | None, dict[int, int]]:
    """Return the day of the newest export up to the paper's day, and the satang that it says were paid."""
    exports = snapshots_of(session, ask.province.id, ask.year_be)
    exports = [each for each in exports if each.as_of <= ask.as_of]
    return (exports[-1].as_of, paid_in(session, exports[-1].id)) if exports else (None, {})


def _next(session: Session, ask: Ask, activities: Iterable[Planned]) -> dict[int, list[str]]:
    """Return what was promised, then what was ordered, by activity id."""
    said: dict[int, list[str]] = {}
    for case in open_cases(session, ask.province.id):
        if case.opened_on <= ask.as_of and case.promise_text:
            said[case.activity_id] = [case.promise_text]
    by_no = {each.no: each.id for each in activities}
    for order in open_orders_on(session, ask, calendar_of(session, ask.province)):
        if order.text:
            said.setdefault(by_no[order.no], []).append(order.text)
    return said


def _row(known: Known, activity: Planned, on: date) -> MonthRow:
    figures, before = known.figures(activity), known.before.get(activity.id)
    paid = figures.disbursed_satang or 0
    return MonthRow(
        no=activity.no,
        project=activity.project,
        name=activity.name,
        agency=activity.agency,
        state=writing.status_short(figures.status) if figures.status else "",
        budget_satang=activity.budget_satang,
        plan_percent=planned_percent(activity.planned_start, activity.planned_end, on),
        before_percent=before.figures.progress_percent if before else None,
        now_percent=figures.progress_percent,
        before_satang=(before.figures.disbursed_satang or 0) if before else 0,
        now_satang=paid,
        treasury_satang=known.treasury.get(activity.id),
        percent=percent_of(paid, activity.budget_satang),
        cause=why_of(figures),
        next="; ".join(known.next.get(activity.id, ())),
    )


def _agencies(rows: list[MonthRow]) -> list[AgencyRow]:
    """Return the agencies by name, numbered as their sheets are."""
    by_name: dict[str, list[MonthRow]] = {}
    for row in rows:
        by_name.setdefault(row.agency, []).append(row)
    found = []
    for no, (name, own) in enumerate(sorted(by_name.items()), start=1):
        budget, before, now = (_sum(own, f"{each}_satang") for each in ("budget", "before", "now"))
        percent = percent_of(now, budget)
        found.append(AgencyRow(f"{no:02d}", name, len(own), budget, before, now, percent))
    return found


def _sum(rows: Iterable[MonthRow], what: str) -> int:
    return sum(getattr(row, what) for row in rows)


def _cells(known: Known, context: dict[str, Any]) -> dict[str, Cell]:
    every = tuple(report for each in known.activities for report in known.sources(each))
    cells = {
        "budget": Cell(context["budget_satang"]),
        "disbursed": Cell(context["now_satang"], every),
        "percent": Cell(context["percent"], every),
    }
    for each in known.activities:
        cells[f"{each.no}.budget"] = Cell(each.budget_satang)
        paid = known.figures(each).disbursed_satang or 0
        cells[f"{each.no}.disbursed"] = Cell(paid, known.sources(each))
    return cells
