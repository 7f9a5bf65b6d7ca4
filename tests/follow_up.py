"""Cases and orders of the invented office, as following up leaves them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from models.case import Case
from models.case_verbs import open_case
from models.order import Order
from models.order_acts import give_order
from rules.ladder import Level
from rules.order import OrderKind
from rules.role import Role
from rules.who_can_act import Actor
from tests.office import Office


def stuck_case(
    session: Session,
    office: Office,
    no: int,
    *,
    on: date,
    now: datetime,
    since: date = date(2021, 3, 31),
    level: Level = Level.OFFICER,
    reasons: Sequence[str] = ("not_moving",),
    actors: Sequence[Actor] = (Actor.OFFICER,),
    text: str | None = None,
) -> Case:
    """Open the case of an activity that does not move."""
    activity = session.merge(office.activities[no])
    return open_case(
        session,
        activity,
        on=on,
        now=now,
        stood_since=since,
        reasons=reasons,
        actors=actors,
        level=level,
        text=text,
    )


def ordered(
    session: Session,
    office: Office,
    no: int,
    text: str,
    *,
    due_on: date,
    now: datetime,
    case: Case | None = None,
) -> Order:
    """Let the governor order something of the officer of an activity."""
    activity = office.activities[no]
    order, _is_new = give_order(
        session,
        province_id=activity.province_id,
        activity_id=activity.id,
        case=case,
        kind=OrderKind.ORDER,
        text=text,
        assignee=Role.OFFICER,
        given_by=office.people["ท่านผู้ว่าฯ"].id,
        due_on=due_on,
        now=now,
    )
    return order
