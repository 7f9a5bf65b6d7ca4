"""Who owes which reports for a month: the officers' posts, and the people who hold them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import activities
from models.post import Post, activities_of_post, holders
from models.province import Province
from rules.duty import owes
from rules.role import Role


@dataclass(frozen=True)
class Owing:
    """One person and all that this person still owes, by number."""

    person: Person
    states: tuple[ActivityState, ...]


def people_owing(
    session: Session, province: Province, year_be: int, period: date, today: date
) -> list[Owing]:
    """Return every officer who owes reports for `period`, each with one list, whatever posts it comes from."""
    year = activities(session, province.id, year_be)
    missing = {
        state.activity.id: state for state in states_of(session, year) if owes(state.standing(), period)
    }
    posts = list(
        session.scalars(select(Post).where(Post.province_id == province.id, Post.role == Role.OFFICER))
    )
    owed: dict[int, set[int]] = defaultdict(set)
    people: dict[int, Person] = {}
    for post, person in holders(session, [post.id for post in posts], today):
        people[person.id] = person
        owed[person.id] |= {
            each.id for each in activities_of_post(session, post, year_be) if each.id in missing
        }
    return [
        Owing(
            people[person_id],
            tuple(sorted((missing[each] for each in ids), key=lambda state: state.activity.no)),
        )
        for person_id, ids in sorted(owed.items())
        if ids
    ]
