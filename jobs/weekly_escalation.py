"""Monday 08:30: executives and the provincial office are told what moves, what stands still, and what nobody reported."""

from datetime import datetime

from sqlalchemy.orm import Session

from cards.fill_year import Year, summary_view
from cards.summary import summary
from engine.clock import BANGKOK
from engine.house import House
from i18n import speaking
from jobs.duty import Counts
from jobs.notify import notify
from models.plan import current_year
from models.post import people_with_role
from models.province import Province
from rules.condition import Condition
from rules.role import Role
from rules.urgency import Urgency


def weekly_escalation(session: Session, house: House, province: Province, due_at: datetime) -> Counts:
    """Write the week's summaries; a week without a plan sends nothing."""
    today = due_at.astimezone(BANGKOK).date()
    year = Year(session, province, current_year(session, province.id, today), today)
    if not year.states:
        return {"written": 0}
    people = {
        person.id: person
        for role in (Role.EXECUTIVE, Role.ADMIN)
        for person in people_with_role(session, province.id, role, today)
    }
    week, now, written = today.strftime("%G-W%V"), house.clock.now(), 0
    for person in people.values():
        with speaking(person.language):
            card = summary(summary_view(year))
        written += notify(
            session, house, person, [card], kind="weekly", key=week, urgency=Urgency.ESCALATION, now=now
        )
    counts = year.summary.counts
    return {
        "written": written,
        "standing_still": counts.get(Condition.STANDING_STILL, 0),
        "unreported": counts.get(Condition.UNREPORTED, 0),
    }
