"""The monthly workbook of the acceleration meeting: every activity, last month and now, plan, treasury, cause, what next.

Sources: Loei 2564 section 3(2), Lampang 2560 section 6.1-3(1)(6).
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.orders import OpenOrder, open_orders_on
from documents.papers.watch import Watch, Watched, watch
from documents.papers.words import why_of
from models.plan import projects
from models.treasury import TreasuryFigures, figures_in, snapshots_of
from rules.fiscal_year import period_of
from rules.pace import planned_percent
from rules.shares import percent_of
from thai import writing

NAME = "monthly"


@dataclass(frozen=True)
class MonthRow:
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


@dataclass(frozen=True)
class AgencyRow:
    """An agency's activities together; `tab` is its own sheet."""

    tab: str
    agency: str
    activities: int
    budget_satang: int
    before_satang: int
    now_satang: int
    percent: Decimal | None


@dataclass(frozen=True)
class Month:
    province: str
    year_be: int
    as_of: date
    treasury_as_of: date | None
    activity_count: int
    budget_satang: int
    before_satang: int
    now_satang: int
    percent: Decimal | None
    rows: tuple[MonthRow, ...]
    agencies: tuple[AgencyRow, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the month up to the paper's day beside the month before."""
    year = watch(session, ask)
    orders = open_orders_on(session, ask, year.calendar)
    paid_on, paid = _treasury(session, year)
    names = project_names(session, year)
    rows = {row.activity.no: _row(row, ask, names, paid.get(row.activity.id), orders) for row in year.rows}
    paper = Month(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        treasury_as_of=paid_on,
        activity_count=len(rows),
        budget_satang=year.budget_satang,
        before_satang=sum(row.before_satang for row in rows.values()),
        now_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        rows=tuple(rows.values()),
        agencies=tuple(
            _agency(no, agency.name, [rows[each.activity.no] for each in own])
            for no, (agency, own) in enumerate(year.by_agency(), start=1)
        ),
        names=year.names,
    )
    return Gathered(asdict(paper), year.data_version, _cells(year, paper))


def project_names(session: Session, year: Watch) -> dict[int, str]:
    """Return the names of a year's projects by id."""
    return {each.id: each.name for each in projects(session, year.ask.province.id, year.ask.year_be)}


def _treasury(session: Session, year: Watch) -> tuple[date | None, dict[int, TreasuryFigures]]:
    """Return the newest export up to the paper's day and its figures by activity id."""
    known = snapshots_of(session, year.ask.province.id, year.ask.year_be)
    snapshots = [each for each in known if each.as_of <= year.ask.as_of]
    if not snapshots:
        return None, {}
    return snapshots[-1].as_of, figures_in(session, snapshots[-1], [row.activity.id for row in year.rows])


def _row(
    row: Watched, ask: Ask, names: dict[int, str], treasury: TreasuryFigures | None, orders: list[OpenOrder]
) -> MonthRow:
    activity, before = row.activity, row.state.before(period_of(ask.as_of))
    return MonthRow(
        no=activity.no,
        project=names[activity.project_id],
        name=activity.name,
        agency=row.agency.name,
        state=writing.status_short(row.figures.status) if row.figures.status else "",
        budget_satang=activity.budget_satang,
        plan_percent=planned_percent(activity.planned_start, activity.planned_end, ask.as_of),
        before_percent=before.progress_percent if before else None,
        now_percent=row.figures.progress_percent,
        before_satang=(before.disbursed_satang or 0) if before else 0,
        now_satang=row.disbursed_satang,
        treasury_satang=treasury.disbursed_satang if treasury else None,
        percent=percent_of(row.disbursed_satang, activity.budget_satang),
        cause=why_of(row.figures),
        next="; ".join(_next(row, orders)),
    )


def _next(row: Watched, orders: list[OpenOrder]) -> list[str]:
    promised = row.case.promise_text if row.case and row.case.promise_text else ""
    return [
        words for words in (promised, *(each.text for each in orders if each.no == row.activity.no)) if words
    ]


def _agency(no: int, agency: str, rows: list[MonthRow]) -> AgencyRow:
    budget, now = (sum(getattr(row, name) for row in rows) for name in ("budget_satang", "now_satang"))
    return AgencyRow(
        tab=f"{no:02d}",
        agency=agency,
        activities=len(rows),
        budget_satang=budget,
        before_satang=sum(row.before_satang for row in rows),
        now_satang=now,
        percent=percent_of(now, budget),
    )


def _cells(year: Watch, paper: Month) -> dict[str, Cell]:
    every = tuple(report for row in year.rows for report in row.sources)
    cells = {
        "budget": Cell(paper.budget_satang),
        "disbursed": Cell(paper.now_satang, every),
        "percent": Cell(paper.percent, every),
    }
    for row in year.rows:
        cells[f"{row.activity.no}.budget"] = Cell(row.activity.budget_satang)
        cells[f"{row.activity.no}.disbursed"] = Cell(row.disbursed_satang, row.sources)
    return cells
