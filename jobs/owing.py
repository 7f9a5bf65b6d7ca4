"""Who owes which reports for a month: the officers' posts, and the people who hold them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import attrgetter

from sqlalchemy.orm import Session

from engine.uncollected import uncollected
from models.answering import holders
from models.overview import ActivityState
from models.owed import Owed, agencies_of, owed_by
from models.person import Person
from models.plan import current_year
from models.posts_of_province import (
    Asked,
    asked_in_several_agencies,
    asked_of_many,
    posts_by_agency,
    reach_of_many,
)
from models.province import Province
from rules.fiscal_year import next_period
from rules.role import Role

# So many agencies and posts are looked at together: enough for few questions, and few enough that PostgreSQL sorts what
# they owe in its four megabytes.
AT_ONCE = 800


@dataclass(frozen=True)
class Owing:
    """One person and all that this person still owes, by number; `instead_of` names those who are away."""

    person: Person
    owed: tuple[Owed, ...]
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Missing:
    """The reports that a province misses for a month: all of them, who owes them, and those for which nobody answers."""

    owed: tuple[Owed, ...]
    people: tuple[Owing, ...]
    without_officer: tuple[Owed, ...]


def missing_reports(session: Session, province: Province, period: date, today: date) -> Missing:
    """Return every report for `period` still missing; each officer appears once, whatever posts it comes from."""
    parts = list(missing_by_part(session, province, period, today))
    return Missing(
        owed=tuple(each for part in parts for each in part.owed),
        people=tuple(sorted(chain(*(part.people for part in parts)), key=lambda each: each.person.id)),
        without_officer=tuple(each for part in parts for each in part.without_officer),
    )


def missing_by_part(session: Session, province: Province, period: date, today: date) -> Iterator[Missing]:
    """Yield the same for some agencies at a time, so that no more than these need be held.

    Who may be asked for several agencies comes last, with all of them together.
    """
    year_be = current_year(session, province.id, next_period(period))
    several = asked_in_several_agencies(session, province.id, today)
    gathered: dict[int, _Owed] = {}
    for agencies, posts in _parts(session, province):
        with uncollected():
            owed = owed_by(session, province.id, agencies, year_be, period)
            found, answered = _by_person(session, posts, owed, today)
            for person_id in found.keys() & several:
                gathered.setdefault(person_id, _Owed(found[person_id].person)).add(found.pop(person_id))
            without_officer = tuple(each for each in owed if each.id not in answered)
            part = Missing(tuple(owed), tuple(each.owing() for each in found.values()), without_officer)
        yield part
    yield Missing((), tuple(each.owing() for each in gathered.values()), ())


def heads_by_agency(session: Session, province: Province, today: date) -> dict[int, list[Person]]:
    """Return who heads each agency."""
    posts = posts_by_agency(session, province.id, Role.HEAD)
    found: dict[int, list[Person]] = defaultdict(list)
    for post, person in holders(session, chain(*posts.values()), today):
        if post.agency_id is not None and person not in found[post.agency_id]:
            found[post.agency_id].append(person)
    return found


def officers_by_activity(
    session: Session, province: Province, states: Sequence[ActivityState], today: date
) -> dict[int, list[Person]]:
    """Return who answers for each of these activities on a day, by the activity's id."""
    ids: dict[int, set[int]] = defaultdict(set)
    for state in states:
        ids[state.agency.id].add(state.activity.id)
    posts = posts_by_agency(session, province.id, Role.OFFICER)
    found: dict[int, dict[int, Person]] = defaultdict(dict)
    for each, own in _answered(session, list(chain(*posts.values())), ids, today):
        for activity_id in own:
            found[activity_id][each.person.id] = each.person
    return {activity_id: [people[each] for each in sorted(people)] for activity_id, people in found.items()}


def _parts(session: Session, province: Province) -> Iterator[tuple[dict[int, str], list[int]]]:
    """Yield the province's agencies with their officers' posts, some at a time."""
    by_agency = posts_by_agency(session, province.id, Role.OFFICER)
    agencies: dict[int, str] = {}
    posts: list[int] = []
    for agency_id, name in agencies_of(session, province.id).items():
        agencies[agency_id] = name
        posts += by_agency.get(agency_id, ())
        if len(posts) + len(agencies) >= AT_ONCE:
            yield agencies, posts
            agencies, posts = {}, []
    yield agencies, posts


def _by_person(
    session: Session, posts: Sequence[int], owed: Sequence[Owed], today: date
) -> tuple[dict[int, "_Owed"], set[int]]:
    """Return by person what each owes, and all for which somebody answers."""
    known = {each.id: each for each in owed}
    by_agency: dict[int, set[int]] = defaultdict(set)
    for activity in owed:
        by_agency[activity.agency_id].add(activity.id)
    found: dict[int, _Owed] = {}
    answered: set[int] = set()
    for each, own in _answered(session, posts, by_agency, today):
        mine = found.setdefault(each.person.id, _Owed(each.person))
        mine.by_id.update(zip(own, map(known.__getitem__, own), strict=True))
        if each.instead_of is not None:
            mine.instead_of[each.instead_of.name or ""] = None
        answered |= own
    return found, answered


def _answered(
    session: Session, posts: Sequence[int], by_agency: Mapping[int, Set[int]], today: date
) -> Iterator[tuple[Asked, Set[int]]]:
    """Yield who answers for these posts, with which of these activities; nobody with none."""
    reach = reach_of_many(session, posts, today)
    for each in asked_of_many(session, posts, today):
        own = reach.among(each.post_id, by_agency.get(each.agency_id or 0, frozenset()))
        if own:
            yield each, own


@dataclass
class _Owed:
    """What one person owes while it is gathered: activities once each, whatever posts they come from."""

    person: Person
    by_id: dict[int, Owed] = field(default_factory=dict)
    instead_of: dict[str, None] = field(default_factory=dict)

    def add(self, other: "_Owed") -> None:
        self.by_id.update(other.by_id)
        self.instead_of.update(other.instead_of)

    def owing(self) -> Owing:
        by_number = sorted(self.by_id.values(), key=attrgetter("no"))
        return Owing(self.person, tuple(by_number), tuple(filter(None, self.instead_of)))
