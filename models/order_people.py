"""On whose desk an order lies today: whoever answers for the activity now, never a desk where nobody sits."""

from datetime import date

from sqlalchemy.orm import Session

from models.answering import holders, people_of_agency, people_with_role
from models.person import Person
from models.plan import Activity
from models.post import posts_with_role, reach_of
from rules.role import Role


def people_at_desk(session: Session, activity: Activity, desk: Role, on: date) -> list[Person]:
    """Return who sits at a desk for an activity on a day; where nobody does, the next above: head, then office."""
    if desk is Role.OFFICER and (found := officers_of(session, activity, on)):
        return found
    if desk in (Role.OFFICER, Role.HEAD) and (
        found := people_of_agency(session, activity.agency_id, Role.HEAD, on)
    ):
        return found
    return people_with_role(session, activity.province_id, Role.ADMIN, on)


def officers_of(session: Session, activity: Activity, on: date) -> list[Person]:
    """Return the officers who answer for an activity on a day."""
    posts = posts_with_role(session, activity.province_id, Role.OFFICER, activity.agency_id)
    reach = reach_of(session, [post.id for post in posts], on)
    own = [post.id for post in posts if reach.covers(post, activity)]
    return list({person.id: person for _post, person in holders(session, own, on)}.values())
