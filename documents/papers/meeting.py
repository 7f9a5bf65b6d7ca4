"""The heads' meeting that the governor orders where nothing moves: its paper with the agenda, and the form of its minutes.

Source: Lampang 2560 section 6.1-3(9). The agenda holds the cases that were put on it and those that came to the governor.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.orders import OpenOrder, open_orders_on
from documents.papers.watch import Watch, Watched, watch
from documents.papers.words import why_of
from models.case import Case, StepKind, history
from rules.ladder import Level
from rules.shares import percent_of

PAPER, MINUTES = "meeting", "minutes"


@dataclass(frozen=True)
class Matter:
    """One stuck activity. `evidence` is what the case was opened with, `plan` what its people promised."""

    no: int
    name: str
    agency: str
    budget_satang: int
    disbursed_satang: int
    percent: Decimal | None
    progress_percent: Decimal | None
    days_still: int
    opened_on: date
    evidence: str
    why: str
    plan: str
    plan_on: date | None
    letter_no: str
    orders: tuple[OpenOrder, ...]


@dataclass(frozen=True)
class Meeting:
    province: str
    year_be: int
    as_of: date
    activity_count: int
    budget_satang: int
    disbursed_satang: int
    percent: Decimal | None
    matters: tuple[Matter, ...]
    orders: tuple[OpenOrder, ...]
    agencies: tuple[str, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return what the next meeting is about, the matters that stand longest first."""
    year = watch(session, ask)
    orders = open_orders_on(session, ask, year.calendar)
    chosen = sorted(
        (row for row in year.rows if row.case is not None and _is_for_meeting(row.case)),
        key=lambda row: (-row.days_still, row.activity.no),
    )
    agencies = {row.agency.name for row in chosen} | {order.agency for order in orders}
    paper = Meeting(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        activity_count=len(year.rows),
        budget_satang=year.budget_satang,
        disbursed_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        matters=tuple(_matter(session, row, orders) for row in chosen),
        orders=tuple(orders),
        agencies=tuple(sorted(agencies)),
        names=year.names,
    )
    return Gathered(asdict(paper), year.data_version, _cells(year, chosen, paper))


def _is_for_meeting(case: Case) -> bool:
    return case.agenda_on is not None or case.level.height >= Level.EXECUTIVE.height


def _matter(session: Session, row: Watched, orders: list[OpenOrder]) -> Matter:
    case, activity = row.case, row.activity
    assert case is not None
    opened = next((step for step in history(session, case) if step.kind is StepKind.OPENED), None)
    return Matter(
        no=activity.no,
        name=activity.name,
        agency=row.agency.name,
        budget_satang=activity.budget_satang,
        disbursed_satang=row.disbursed_satang,
        percent=percent_of(row.disbursed_satang, activity.budget_satang),
        progress_percent=row.figures.progress_percent,
        days_still=row.days_still,
        opened_on=case.opened_on,
        evidence=(opened.text or "") if opened else "",
        why=why_of(row.figures),
        plan=case.promise_text or "",
        plan_on=case.promised_on,
        letter_no=case.letter_no or "",
        orders=tuple(order for order in orders if order.no == activity.no),
    )


def _cells(year: Watch, chosen: list[Watched], paper: Meeting) -> dict[str, Cell]:
    every = tuple(report for row in year.rows for report in row.sources)
    cells = {
        "matters": Cell(len(chosen)),
        "orders": Cell(len(paper.orders)),
        "disbursed": Cell(paper.disbursed_satang, every),
        "percent": Cell(paper.percent, every),
    }
    for row in chosen:
        cells[f"{row.activity.no}.disbursed"] = Cell(row.disbursed_satang, row.sources)
        cells[f"{row.activity.no}.days_still"] = Cell(row.days_still, row.sources)
    return cells
