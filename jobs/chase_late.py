"""On the 10th: only those who still owe are asked again, with their head named, and each head is told once."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy.orm import Session

from cards import commands
from cards.chase import chase
from cards.fill import activity_views
from cards.overdue import overdue
from cards.views_office import OverdueRow
from engine.clock import BANGKOK
from engine.house import House
from i18n import speaking
from jobs.duty import Counts
from jobs.notify import notify
from jobs.owing import Owing, people_owing
from models.person import Person
from models.plan import current_year
from models.post import people_of_agency
from models.province import Province
from models.working_days import calendar_of
from rules.duty import report_due_on
from rules.fiscal_year import period_just_ended, period_key
from rules.role import Role
from rules.urgency import Urgency


def chase_late(session: Session, house: House, province: Province, due_at: datetime) -> Counts:
    """Write the chasing notices; a second run for the same month finds them written."""
    today = due_at.astimezone(BANGKOK).date()
    year_be = current_year(session, province.id, today)
    owing = people_owing(session, province, year_be, period_just_ended(today), today)
    chased = [_chase(session, house, province, each, due_at) for each in owing]
    told = _tell_heads(session, house, province, owing, due_at)
    return {"late": len(owing), "written": sum(chased), "heads_told": told}


def _chase(session: Session, house: House, province: Province, owing: Owing, due_at: datetime) -> bool:
    today = due_at.astimezone(BANGKOK).date()
    period, calendar = period_just_ended(today), calendar_of(session, province)
    heads = people_of_agency(session, owing.states[0].agency.id, Role.HEAD, today)
    with speaking(owing.person.language):
        card = chase(
            owing.person.name or "",
            period,
            activity_views(owing.states, today, calendar),
            (today - report_due_on(period, calendar)).days,
            head_name=next((head.name for head in heads if head.name), ""),
            report=commands.report(),
            no_change_all=commands.no_change(),
            per_activity={state.activity.no: commands.report(state.activity.no) for state in owing.states},
        )
    key, now = period_key(period), house.clock.now()
    return notify(session, house, owing.person, [card], kind="chase", key=key, urgency=Urgency.CHASE, now=now)


def _tell_heads(
    session: Session, house: House, province: Province, owing: list[Owing], due_at: datetime
) -> int:
    """Tell each head once which of the agency's reports are missing: no surprise in front of the governor."""
    today = due_at.astimezone(BANGKOK).date()
    missing: dict[int, set[int]] = defaultdict(set)
    officers: dict[int, set[str]] = defaultdict(set)
    names: dict[int, str] = {}
    for each in owing:
        for state in each.states:
            missing[state.agency.id].add(state.activity.no)
            officers[state.agency.id].add(each.person.name or "")
            names[state.agency.id] = state.agency.name
    told = 0
    for agency_id, numbers in sorted(missing.items()):
        for head in people_of_agency(session, agency_id, Role.HEAD, today):
            row = OverdueRow(
                names[agency_id], tuple(sorted(numbers)), officer=", ".join(sorted(officers[agency_id]))
            )
            told += _tell_head(session, house, province, head, row, due_at)
    return told


def _tell_head(
    session: Session, house: House, province: Province, head: Person, row: OverdueRow, due_at: datetime
) -> bool:
    today = due_at.astimezone(BANGKOK).date()
    period = period_just_ended(today)
    with speaking(head.language):
        card = overdue(period, [row])
    key, now = period_key(period), house.clock.now()
    return notify(session, house, head, [card], kind="chase-head", key=key, urgency=Urgency.CHASE, now=now)
