"""Posts of agencies, who holds them from when to when, and the activities that they answer for.

Duties belong to posts, because officers move every year.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Word
from models.person import Person
from models.plan import Activity
from rules.role import Role


class Post(Base):
    """A post. Where no activities are named as its own, an officer's post answers for all of its agency's."""

    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    role: Mapped[Role] = mapped_column(Word(Role))
    title: Mapped[str | None] = mapped_column(String(200))


class Holding(Base):
    """A person holds a post from a day up to and including a day (None: still)."""

    __tablename__ = "holdings"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class Responsibility(Base):
    """A post answers for this activity by name."""

    __tablename__ = "responsibilities"
    __table_args__ = (UniqueConstraint("post_id", "activity_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), index=True)


def posts_held(session: Session, person_id: int, on: date) -> list[Post]:
    """Return the posts that a person holds on a day, oldest first."""
    query = (
        select(Post).join(Holding, Holding.post_id == Post.id).where(Holding.person_id == person_id, _on(on))
    )
    return list(session.scalars(query.order_by(Holding.id)))


def holdings_of(session: Session, person_id: int) -> list[tuple[Holding, Post]]:
    """Return every post that a person holds or held, oldest first, with its days."""
    query = select(Holding, Post).join(Post, Post.id == Holding.post_id).where(Holding.person_id == person_id)
    return [(holding, post) for holding, post in session.execute(query.order_by(Holding.id))]


def holders(session: Session, post_ids: Iterable[int], on: date) -> list[tuple[Post, Person]]:
    """Return each of these posts with each person who holds it on a day."""
    query = (
        select(Post, Person)
        .join(Holding, Holding.post_id == Post.id)
        .join(Person, Person.id == Holding.person_id)
        .where(Post.id.in_(list(post_ids)), Person.left_at.is_(None), _on(on))
        .order_by(Post.id, Person.id)
    )
    return [(post, person) for post, person in session.execute(query)]


def people_with_role(session: Session, province_id: int, role: Role, on: date) -> list[Person]:
    """Return who holds a post of this role in the province on a day."""
    ids = session.scalars(select(Post.id).where(Post.province_id == province_id, Post.role == role))
    seen = {person.id: person for _post, person in holders(session, ids, on)}
    return list(seen.values())


def people_of_agency(session: Session, agency_id: int, role: Role, on: date) -> list[Person]:
    """Return who holds a post of this role in the agency on a day."""
    ids = session.scalars(select(Post.id).where(Post.agency_id == agency_id, Post.role == role))
    seen = {person.id: person for _post, person in holders(session, ids, on)}
    return list(seen.values())


def activities_of_post(session: Session, post: Post, year_be: int) -> list[Activity]:
    """Return the activities that a post answers for in a fiscal year, by number; admins and executives own none."""
    if post.agency_id is None or post.role not in (Role.OFFICER, Role.HEAD):
        return []
    query = select(Activity).where(Activity.agency_id == post.agency_id, Activity.year_be == year_be)
    named = select(Responsibility.activity_id).where(Responsibility.post_id == post.id)
    if session.scalar(named.limit(1)) is not None:
        query = query.where(Activity.id.in_(named))
    return list(session.scalars(query.order_by(Activity.no)))


def hold_post(session: Session, person: Person, post: Post, on: date) -> Holding:
    """Let a person hold a post from a day on; the same holding is never made twice."""
    for held in session.scalars(
        select(Holding).where(Holding.person_id == person.id, Holding.post_id == post.id)
    ):
        if held.to_on is None:
            return held
    holding = Holding(person_id=person.id, post_id=post.id, from_on=on)
    session.add(holding)
    session.flush()
    return holding


def _on(day: date):  # type: ignore[no-untyped-def]
    return (Holding.from_on <= day) & or_(Holding.to_on.is_(None), Holding.to_on >= day)
