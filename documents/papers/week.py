"""The week for the governor on one A4 page: the figures beside last week's, the money's chart, what is stuck, the orders.

Source: Lampang 2560 section 6.1-3(3) (the provincial office summarises for the governor every week).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from documents.charts import gather as charts
from documents.papers.form import Ask, Cell, Gathered
from documents.papers.orders import OpenOrder, open_orders_on
from documents.papers.watch import Watch, Watched, a_week_before, watch
from documents.papers.words import shortened, why_of
from rules.condition import Condition
from rules.ladder import Level
from rules.shares import percent_of
from rules.summary import money_by_class, weekly_summary
from rules.targets import money_against_target

NAME = "weekly"
# What fits on one page with the chart.
MOST_STUCK, MOST_ORDERS = 5, 3
LONGEST_NAME, LONGEST_WHY, LONGEST_AGENCY, LONGEST_ORDER = 65, 50, 40, 90
GOING = (Condition.MOVING, Condition.WAITING)


@dataclass(frozen=True)
class Group:
    """How many activities are in a group now, and a week ago."""

    now: int
    before: int


@dataclass(frozen=True)
class StuckRow:
    """One of the gravest: `days` working days without movement or report, `why` in the officer's own words."""

    no: int
    name: str
    agency: str
    days: int
    is_unreported: bool
    unpaid_satang: int
    why: str


@dataclass(frozen=True)
class Week:
    """Everything on the page; `target_percent` is None where no targets were entered."""

    province: str
    year_be: int
    as_of: date
    activity_count: int
    budget_satang: int
    disbursed_satang: int
    percent: Decimal | None
    gained_satang: int
    target_percent: Decimal | None
    moving: Group
    still: Group
    unreported: Group
    finished: Group
    chart: dict[str, Any]
    stuck: tuple[StuckRow, ...]
    stuck_more: int
    orders: tuple[OpenOrder, ...]
    order_count: int
    overdue: int
    with_governor: int
    on_agenda: int
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the week up to the day."""
    year, before = watch(session, ask), a_week_before(session, ask)
    orders = open_orders_on(session, ask, year.calendar)
    cases = [row.case for row in year.rows if row.case is not None]
    against = money_against_target(money_by_class(year.lines), year.targets, ask.as_of)
    curve = charts.s_curve(ask.province.name, ask.year_be, ask.as_of, year.judged, year.targets)
    summary = weekly_summary(year.lines, year.targets, ask.as_of, ask.year_be, len(year.rows))
    by_no = {row.activity.no: row for row in year.rows}
    stuck = [_stuck(by_no[case.activity_no]) for case in summary.worst]
    paper = Week(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        activity_count=len(year.rows),
        budget_satang=year.budget_satang,
        disbursed_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        gained_satang=year.disbursed_satang - before.disbursed_satang,
        target_percent=against.target_percent if against else None,
        moving=_group(year, before, *GOING),
        still=_group(year, before, Condition.STANDING_STILL),
        unreported=_group(year, before, Condition.UNREPORTED),
        finished=_group(year, before, Condition.FINISHED),
        chart={"kind": "s_curve", **asdict(curve)},
        stuck=tuple(stuck[:MOST_STUCK]),
        stuck_more=max(0, len(stuck) - MOST_STUCK),
        orders=tuple(
            replace(each, text=shortened(each.text, LONGEST_ORDER)) for each in orders[:MOST_ORDERS]
        ),
        order_count=len(orders),
        overdue=sum(order.is_overdue for order in orders),
        with_governor=sum(case.level.height >= Level.EXECUTIVE.height for case in cases),
        on_agenda=sum(case.agenda_on is not None for case in cases),
        names=year.names,
    )
    return Gathered(asdict(paper), year.data_version, _cells(year, paper))


def _group(year: Watch, before: Watch, *wanted: Condition) -> Group:
    now, then = (sum(row.judgement.condition in wanted for row in each.rows) for each in (year, before))
    return Group(now, then)


def _stuck(row: Watched) -> StuckRow:
    return StuckRow(
        no=row.activity.no,
        name=shortened(row.activity.name, LONGEST_NAME),
        agency=shortened(row.agency.short_name or row.agency.name, LONGEST_AGENCY),
        days=row.judgement.working_days,
        is_unreported=row.judgement.condition is Condition.UNREPORTED,
        unpaid_satang=row.standing.unpaid_satang,
        why=shortened(why_of(row.figures), LONGEST_WHY),
    )


def _cells(year: Watch, paper: Week) -> dict[str, Cell]:
    every = _sources(year.rows)
    groups = {
        "moving": GOING,
        "still": (Condition.STANDING_STILL,),
        "unreported": (Condition.UNREPORTED,),
        "finished": (Condition.FINISHED,),
    }
    counts = {
        name: Cell(
            getattr(paper, name).now,
            _sources([row for row in year.rows if row.judgement.condition in wanted]),
        )
        for name, wanted in groups.items()
    }
    return {
        "activities": Cell(paper.activity_count),
        "budget": Cell(paper.budget_satang),
        "disbursed": Cell(paper.disbursed_satang, every),
        "percent": Cell(paper.percent, every),
        **counts,
    }


def _sources(rows: Sequence[Watched]) -> tuple[int, ...]:
    return tuple(report for row in rows for report in row.sources)
