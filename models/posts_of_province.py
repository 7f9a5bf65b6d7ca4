"""The posts of a whole province, for duties that ask everybody: a fixed number of questions, whatever its size."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, cast, func, or_, select
from sqlalchemy.orm import Session

from engine import plain
from models.absence import Absence, away_on
from models.answering import answering
from models.many import DIALECTS, is_among, is_among_given, listed
from models.person import Person
from models.post import Holding, Post, Reach, Responsibility, on_day
from models.release import ON_A_DAY, Release
from rules.role import Role

_PEOPLE = {
    dialect: select(Person).where(is_among_given(dialect, Person.id), Person.left_at.is_(None))
    for dialect in DIALECTS
}


class Asked(NamedTuple):
    """Who answers for a post on a day; `instead_of` is the holder who is away, None where it is the holder's own."""

    post_id: int
    agency_id: int | None
    person: Person
    instead_of: Person | None = None


def posts_by_agency(session: Session, province_id: int, role: Role) -> dict[int, list[int]]:
    """Return the ids of the province's posts of a role by their agency's."""
    query = select(Post.agency_id, Post.id).where(Post.province_id == province_id, Post.role == role)
    found: dict[int, list[int]] = defaultdict(list)
    for agency_id, post_id in session.execute(query.order_by(Post.id)):
        if agency_id is not None:
            found[agency_id].append(post_id)
    return found


def asked_in_several_agencies(session: Session, province_id: int, on: date) -> set[int]:
    """Return who may answer for posts of more than one agency on a day: by posts of their own, or by acting for others."""
    several = (
        select(Holding.person_id)
        .join(Post, Post.id == Holding.post_id)
        .where(Post.province_id == province_id, Post.role.in_((Role.OFFICER, Role.HEAD)))
        .where(Holding.from_on <= on, or_(Holding.to_on.is_(None), Holding.to_on >= on))
        .group_by(Holding.person_id)
        .having(func.count(func.distinct(Post.agency_id)) > 1)
    )
    acting = select(Absence.acting_id).where(
        Absence.cancelled_at.is_(None), Absence.from_on <= on, Absence.to_on >= on
    )
    found = {*session.scalars(several), *session.scalars(acting.where(Absence.acting_id.is_not(None)))}
    return {person_id for person_id in found if person_id is not None}


def asked_of_many(session: Session, post_ids: Sequence[int], on: date) -> list[Asked]:
    """Return who answers for each of these posts, as models.answering.answering does, which is asked where one is away."""
    holding = select(Post.id, Post.agency_id, Holding.person_id).join(Holding, Holding.post_id == Post.id)
    holding = holding.where(is_among(session, Post.id, post_ids), on_day(on))
    held = session.execute(holding.order_by(Post.id, Holding.person_id).distinct()).fetchall()
    dialect = session.get_bind().dialect.name
    ids = listed(dialect, {person_id for _post_id, _agency_id, person_id in held})
    people = {person.id: person for person in plain.scalars(session, _PEOPLE[dialect], {"ids": ids})}
    away = away_on(session, people, on)
    unsure = {post_id for post_id, _agency_id, person_id in held if person_id in away}
    found = [
        Asked(post_id, agency_id, people[person_id])
        for post_id, agency_id, person_id in held
        if post_id not in unsure and person_id in people
    ]
    if unsure:
        stand_ins = answering(session, sorted(unsure), on)
        found += [
            Asked(each.post.id, each.post.agency_id, each.person, each.instead_of) for each in stand_ins
        ]
        found.sort(key=attrgetter("post_id"))
    return found


def reach_of_many(session: Session, post_ids: Sequence[int], on: date) -> Reach:
    """Return what these posts answer for on a day, as models.post.reach_of does, with a row a post and not an activity."""
    named = _activities(session, Responsibility, is_among(session, Responsibility.post_id, post_ids))
    given_away = _activities(
        session, Release, is_among(session, Release.post_id, post_ids) & ON_A_DAY, {"on": on}
    )
    return Reach(named, given_away)


def _activities(
    session: Session,
    table: type[Responsibility | Release],
    where: ColumnElement[bool],
    given: dict[str, Any] | None = None,
) -> dict[int, set[int]]:
    """Return the ids of activities by their post's."""
    ids = func.aggregate_strings(cast(table.activity_id, String), ",")
    query = select(table.post_id, ids).where(where).group_by(table.post_id)
    return {
        post_id: set(map(int, found.split(",")))
        for post_id, found in session.execute(query, given or {}).fetchall()
    }
