"""Who owes which reports for a month: the officers' posts, and the people who hold them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import activities, current_year
from models.post import Post, Responsibility, holders
from models.province import Province
from rules.duty import owes
from rules.fiscal_year import next_period
from rules.role import Role


@dataclass(frozen=True)
class Owing:
    """One person and all that this person still owes, by number."""

    person: Person
    states: tuple[ActivityState, ...]


@dataclass(frozen=True)
class Missing:
    """The reports that a province misses for a month: who owes them, and those for which nobody answers."""

    states: tuple[ActivityState, ...]
    people: tuple[Owing, ...]
    without_officer: tuple[ActivityState, ...]


def missing_reports(session: Session, province: Province, period: date, today: date) -> Missing:
    """Return every report for `period` still missing; each officer appears once, whatever posts it comes from."""
    year = activities(session, province.id, current_year(session, province.id, next_period(period)))
    states = tuple(state for state in states_of(session, year) if owes(state.standing(), period))
    owed, people = _by_person(session, province, states, today)
    owing = [Owing(people[each], tuple(owed[each].values())) for each in sorted(owed) if owed[each]]
    answered = {activity_id for each in owed.values() for activity_id in each}
    return Missing(
        states=states,
        people=tuple(owing),
        without_officer=tuple(state for state in states if state.activity.id not in answered),
    )


def heads_by_agency(session: Session, province: Province, today: date) -> dict[int, list[Person]]:
    """Return who heads each agency."""
    found: dict[int, list[Person]] = defaultdict(list)
    for post, person in holders(session, _posts(session, province, Role.HEAD), today):
        if post.agency_id is not None and person not in found[post.agency_id]:
            found[post.agency_id].append(person)
    return found


def _by_person(
    session: Session, province: Province, states: Sequence[ActivityState], today: date
) -> tuple[dict[int, dict[int, ActivityState]], dict[int, Person]]:
    posts = _posts(session, province, Role.OFFICER)
    named = _named(session, province)
    by_agency: dict[int, list[ActivityState]] = defaultdict(list)
    for state in states:
        by_agency[state.agency.id].append(state)
    owed: dict[int, dict[int, ActivityState]] = defaultdict(dict)
    people: dict[int, Person] = {}
    for post, person in holders(session, posts, today):
        people[person.id] = person
        own = [state for state in by_agency.get(post.agency_id or 0, []) if _answers_for(post, state, named)]
        owed[person.id].update({state.activity.id: state for state in own})
    return {each: dict(sorted(own.items(), key=_number)) for each, own in owed.items()}, people


def _number(entry: tuple[int, ActivityState]) -> int:
    return entry[1].activity.no


def _answers_for(post: Post, state: ActivityState, named: Mapping[int, set[int]]) -> bool:
    return post.id not in named or state.activity.id in named[post.id]


def _posts(session: Session, province: Province, role: Role) -> list[int]:
    return list(session.scalars(select(Post.id).where(Post.province_id == province.id, Post.role == role)))


def _named(session: Session, province: Province) -> dict[int, set[int]]:
    """Return the activities that posts answer for by name; a post that is not there answers for its whole agency."""
    query = select(Responsibility.post_id, Responsibility.activity_id).join(
        Post, Post.id == Responsibility.post_id
    )
    named: dict[int, set[int]] = defaultdict(set)
    for post_id, activity_id in session.execute(query.where(Post.province_id == province.id)):
        named[post_id].add(activity_id)
    return named
