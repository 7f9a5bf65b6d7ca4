"""Who owes which reports for a month: the officers' posts, and the people who hold them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import activities, current_year
from models.post import Post, answering, holders, reach_of
from models.province import Province
from rules.duty import owes
from rules.fiscal_year import next_period
from rules.role import Role


@dataclass(frozen=True)
class Owing:
    """One person and all that this person still owes, by number; `instead_of` names those who are away."""

    person: Person
    states: tuple[ActivityState, ...]
    instead_of: tuple[str, ...] = ()


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
    owing = _by_person(session, province, states, today)
    answered = {state.activity.id for each in owing for state in each.states}
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


def officers_by_activity(
    session: Session, province: Province, states: Sequence[ActivityState], today: date
) -> dict[int, list[Person]]:
    """Return who answers for each of these activities on a day, by the activity's id."""
    found: dict[int, list[Person]] = defaultdict(list)
    for owing in _by_person(session, province, states, today):
        for state in owing.states:
            found[state.activity.id].append(owing.person)
    return found


def _by_person(
    session: Session, province: Province, states: Sequence[ActivityState], today: date
) -> list[Owing]:
    posts = _posts(session, province, Role.OFFICER)
    reach = reach_of(session, posts, today)
    found: dict[int, _Owed] = {}
    for each in answering(session, posts, today):
        own = {state.activity.id: state for state in states if reach.covers(each.post, state.activity)}
        if not own:
            continue
        owed = found.setdefault(each.person.id, _Owed(each.person))
        owed.states.update(own)
        if each.instead_of is not None:
            owed.instead_of[each.instead_of.name or ""] = None
    return [found[each].owing() for each in sorted(found)]


@dataclass
class _Owed:
    """What one person owes while it is gathered: activities once each, whatever posts they come from."""

    person: Person
    states: dict[int, ActivityState] = field(default_factory=dict)
    instead_of: dict[str, None] = field(default_factory=dict)

    def owing(self) -> Owing:
        by_number = sorted(self.states.values(), key=lambda state: state.activity.no)
        return Owing(self.person, tuple(by_number), tuple(filter(None, self.instead_of)))


def _posts(session: Session, province: Province, role: Role) -> list[int]:
    return list(session.scalars(select(Post.id).where(Post.province_id == province.id, Post.role == role)))
