"""More people for the stories of posts: a colleague of สมชาย's agency, and what each of them was sent."""

from datetime import date

from sqlalchemy.orm import Session

from models.agency import ensure_agency
from models.person import Person, ensure_person
from models.post import Post, Responsibility, hold_post
from rules.role import Role
from tests.office import RURAL_ROADS, Office, user_id
from tests.phones import words_of


def colleague(
    session: Session,
    office: Office,
    name: str = "วีระ",
    *,
    numbers: tuple[int, ...] = (15,),
    agency: str = RURAL_ROADS,
    role: Role = Role.OFFICER,
) -> Person:
    """Let somebody join with a post of their own, which answers for these activities (none: all of the agency's)."""
    now = office.activities[13].made_at
    person = ensure_person(session, "default", user_id(name), now)
    person.name, person.province_id, person.joined_at = name, office.province.id, now
    agency_id = ensure_agency(session, office.province.id, agency).id
    post = Post(province_id=office.province.id, agency_id=agency_id, role=role)
    session.add(post)
    session.flush()
    session.add_all(Responsibility(post_id=post.id, activity_id=office.activities[no].id) for no in numbers)
    hold_post(session, person, post, date(2020, 10, 1))
    office.people[name], office.posts[name] = person, post
    return person


def pushed(line, name: str) -> list[str]:
    """Return everything that was pushed to somebody, in words."""
    return [words_of(message) for message in line.pushes(user_id(name))]
