"""Whom the bot cannot reach: agencies without an officer, people who blocked it, pushes that failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agency import Agency
from models.answering import people_of_agency
from models.join_code import JoinCode
from models.notice import Notice, Sent
from models.person import Person
from models.plan import Activity
from models.post import Holding, Post
from rules.role import Role

FAILED_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Invited:
    """The latest code for an agency's post that nobody has used yet."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Empty:
    """An agency of the plan for which nobody reports, with its heads and whoever was invited."""

    agency: Agency
    heads: Sequence[Person]
    invited: Invited | None


def agencies_without_officer(session: Session, province_id: int, year_be: int, on: date) -> list[Empty]:
    """Return the agencies of a year's plan that have no officer, by name."""
    ids = select(Activity.agency_id).where(Activity.province_id == province_id, Activity.year_be == year_be)
    found = session.scalars(select(Agency).where(Agency.id.in_(ids)).order_by(Agency.name))
    return [
        Empty(agency, people_of_agency(session, agency.id, Role.HEAD, on), _invited(session, agency.id))
        for agency in found
        if not people_of_agency(session, agency.id, Role.OFFICER, on)
    ]


def people_who_blocked(session: Session, province_id: int, on: date) -> list[tuple[Person, Post]]:
    """Return who holds a post and has blocked the bot, each once, the longest first."""
    query = _in_office(province_id, on).where(Person.unreachable_since.is_not(None))
    return _once(session, query.order_by(Person.unreachable_since, Post.id))


def people_whose_push_failed(
    session: Session, province_id: int, on: date, now: datetime
) -> list[tuple[Person, Post, datetime | None]]:
    """Return who holds a post and whose latest push of the last 30 days failed, with when; blocked ones are left out."""
    ended = Notice.state.in_((Sent.FAILED, Sent.SENT))
    latest = (
        select(Notice.person_id, func.max(Notice.id).label("id"))
        .where(Notice.province_id == province_id, ended, Notice.settled_at >= now - FAILED_WITHIN)
        .group_by(Notice.person_id)
        .subquery()
    )
    failed = dict(
        session.execute(
            select(Notice.person_id, Notice.settled_at)
            .join(latest, latest.c.id == Notice.id)
            .where(Notice.state == Sent.FAILED, Notice.person_id.is_not(None))
        ).all()
    )
    query = _in_office(province_id, on).where(Person.id.in_(list(failed)), Person.unreachable_since.is_(None))
    return [(person, post, failed[person.id]) for person, post in _once(session, query.order_by(Person.id))]


def _in_office(province_id: int, on: date):  # type: ignore[no-untyped-def]
    return (
        select(Person, Post)
        .join(Holding, Holding.person_id == Person.id)
        .join(Post, Post.id == Holding.post_id)
        .where(Post.province_id == province_id, Person.left_at.is_(None), Holding.from_on <= on)
        .where(Holding.to_on.is_(None) | (Holding.to_on >= on))
    )


def _once(session: Session, query) -> list[tuple[Person, Post]]:  # type: ignore[no-untyped-def]
    found: dict[int, tuple[Person, Post]] = {}
    for person, post in session.execute(query):
        found.setdefault(person.id, (person, post))
    return list(found.values())


def _invited(session: Session, agency_id: int) -> Invited | None:
    query = (
        select(JoinCode)
        .join(Post, Post.id == JoinCode.post_id)
        .where(Post.agency_id == agency_id, Post.role == Role.OFFICER, JoinCode.used_at.is_(None))
    )
    code = session.scalar(query.order_by(JoinCode.id.desc()).limit(1))
    return Invited(code.holder_name or "", code.made_at) if code else None
