"""For whom somebody is asked about an activity while that one is away; cards name them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from models.answering import answering
from models.person import Person
from models.plan import Activity
from models.post import posts_with_role, reach_of
from rules.role import Role


def stands_in_for(session: Session, person: Person, activities: Sequence[Activity], on: date) -> list[str]:
    """Return the names of those who are away and for whom a person answers for these activities on a day."""
    names: dict[str, None] = {}
    for agency_id in sorted({activity.agency_id for activity in activities}):
        own = [activity for activity in activities if activity.agency_id == agency_id]
        posts = [
            post
            for role in (Role.OFFICER, Role.HEAD)
            for post in posts_with_role(session, own[0].province_id, role, agency_id)
        ]
        ids = [post.id for post in posts]
        reach = reach_of(session, ids, on)
        for each in answering(session, ids, on):
            is_asked = each.person.id == person.id and each.instead_of is not None
            if is_asked and any(reach.covers(each.post, activity) for activity in own):
                names[(each.instead_of.name if each.instead_of else "") or ""] = None
    return [name for name in names if name]
