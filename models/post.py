"""Posts of agencies, who holds them from when to when, who stands in, and the activities that they answer for.

Duties belong to posts, because officers move every year. Leave and acting holders are honoured here and nowhere else:
whoever asks for holders gets who answers for a post on that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    and_,
    bindparam,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.absence import acted_for
from models.base import Base, Id, Word
from models.many import is_among
from models.person import Person
from models.plan import Activity
from models.release import FOR_GOOD, ON_A_DAY, Release
from rules.role import Role


class Post(Base):
    """A post. Where no activities are named as its own, an officer's post answers for all of its agency's."""

    __tablename__ = "posts"
    __table_args__ = (Index("ix_posts_province_id_role", "province_id", "role"),)

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


@dataclass(frozen=True)
class Reach:
    """Which activities posts answer for: by name or, without names, their agency's; never what they gave away."""

    named: dict[int, set[int]]
    given_away: dict[int, set[int]]

    def covers(self, post: Post, activity: Activity) -> bool:
        if post.agency_id != activity.agency_id or activity.id in self.given_away.get(post.id, ()):
            return False
        return post.id not in self.named or activity.id in self.named[post.id]

    def among(self, post_id: int, of_agency: Set[int]) -> Set[int]:
        """Return those of its agency's activities, by id, that a post answers for."""
        named = self.named.get(post_id)
        own = of_agency if named is None else named & of_agency
        return own - self.given_away.get(post_id, frozenset())


def on_day(day: date | BindParameter[date]) -> ColumnElement[bool]:
    """Return whether a holding holds on a day, in SQL."""
    return and_(Holding.from_on <= day, or_(Holding.to_on.is_(None), Holding.to_on >= day))


def _reach(is_given_away: ColumnElement[bool]) -> CompoundSelect[int, int, int]:
    ids: BindParameter[int] = bindparam("ids", expanding=True)
    named, given_away = literal_column("1", Integer), literal_column("0", Integer)
    return union_all(
        select(named, Responsibility.post_id, Responsibility.activity_id).where(
            Responsibility.post_id.in_(ids)
        ),
        select(given_away, Release.post_id, Release.activity_id).where(
            Release.post_id.in_(ids), is_given_away
        ),
    )


# What every message asks is built once.
_OWN_POSTS = (
    select(Post)
    .join(Holding, Holding.post_id == Post.id)
    .join(Person, Person.id == Holding.person_id)
    .where(Person.left_at.is_(None), on_day(bindparam("on")))
    .order_by(Holding.id)
)
OWN_POSTS = _OWN_POSTS.where(Holding.person_id == bindparam("person_id"))
OWN_POSTS_AT = _OWN_POSTS.where(
    Person.channel == bindparam("channel"), Person.line_user_id == bindparam("line_user_id")
)
OF_AGENCY = (
    select(Activity)
    .where(Activity.agency_id == bindparam("agency_id"), Activity.year_be == bindparam("year_be"))
    .order_by(Activity.no)
)
REACH, REACH_FOR_GOOD = _reach(ON_A_DAY), _reach(FOR_GOOD)


def own_posts(session: Session, person_id: int, on: date) -> list[Post]:
    """Return the posts that a person holds on a day, oldest first, without those for which the person only acts."""
    return plain.scalars(session, OWN_POSTS, {"person_id": person_id, "on": on})


def posts_held(session: Session, person_id: int, on: date, own: list[Post] | None = None) -> list[Post]:
    """Return the posts that a person may act in on a day: their own, oldest first, then those of whom they act for.

    Whoever is away keeps their posts; whoever holds no post of their own acts for nobody. `own` may be known already.
    """
    own = own_posts(session, person_id, on) if own is None else own
    direct = acted_for(session, person_id, on) if own else []
    acted = [
        post
        for absent in (_acted_for(session, person_id, on) if direct else [])
        for post in own_posts(session, absent, on)
        if absent in direct or is_passed_on(post)
    ]
    return list(dict.fromkeys([*own, *acted]))


def holdings_of(session: Session, person_id: int) -> list[tuple[Holding, Post]]:
    """Return every post that a person holds or held, oldest first, with its days."""
    query = select(Holding, Post).join(Post, Post.id == Holding.post_id).where(Holding.person_id == person_id)
    return [(holding, post) for holding, post in session.execute(query.order_by(Holding.id))]


def holdings_on(session: Session, post_id: int, on: date) -> list[tuple[Holding, Person]]:
    """Return who holds a post on a day, whether at work or away, with since when."""
    query = select(Holding, Person).join(Person, Person.id == Holding.person_id)
    query = query.where(Holding.post_id == post_id, Person.left_at.is_(None), on_day(on))
    return [(holding, person) for holding, person in session.execute(query.order_by(Holding.id))]


def title_holders(session: Session, post_ids: Iterable[int], on: date) -> list[tuple[Post, Person]]:
    """Return each of these posts with each person who holds it on a day, whether at work or away."""
    query = (
        select(Post, Person)
        .join(Holding, Holding.post_id == Post.id)
        .join(Person, Person.id == Holding.person_id)
        .where(is_among(session, Post.id, post_ids), Person.left_at.is_(None), on_day(on))
        .order_by(Post.id, Person.id)
    )
    return [(post, person) for post, person in session.execute(query)]


def posts_with_role(
    session: Session, province_id: int, role: Role, agency_id: int | None = None
) -> list[Post]:
    """Return the province's posts of a role, of one agency where it is given, in the order in which they were made."""
    query = select(Post).where(Post.province_id == province_id, Post.role == role)
    if agency_id is not None:
        query = query.where(Post.agency_id == agency_id)
    return list(session.scalars(query.order_by(Post.id)))


def reach_of(session: Session, post_ids: Sequence[int], on: date | None = None) -> Reach:
    """Return what these posts answer for on a day; without a day, once all that was given away is gone."""
    named: dict[int, set[int]] = defaultdict(set)
    given_away: dict[int, set[int]] = defaultdict(set)
    query, given = (REACH_FOR_GOOD, {}) if on is None else (REACH, {"on": on})
    for is_named, post_id, activity_id in plain.rows(session, query, {"ids": tuple(post_ids), **given}):
        (named if is_named else given_away)[post_id].add(activity_id)
    return Reach(dict(named), dict(given_away))


def activities_of_post(session: Session, post: Post, year_be: int, on: date | None = None) -> list[Activity]:
    """Return the activities that a post answers for in a fiscal year, by number; admins and executives own none."""
    if post.agency_id is None or post.role not in (Role.OFFICER, Role.HEAD):
        return []
    given = {"agency_id": post.agency_id, "year_be": year_be}
    plain.ask_ahead(session, [(OF_AGENCY, given)])
    reach = reach_of(session, [post.id], on)
    return [each for each in plain.scalars(session, OF_AGENCY, given) if reach.covers(post, each)]


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


def _acted_for(session: Session, person_id: int, on: date) -> list[int]:
    """Return the ids of those for whom a person acts on a day, also through others who act and are away."""
    found: list[int] = []
    waiting = [person_id]
    while waiting:
        absent = acted_for(session, waiting.pop(), on)
        new = [each for each in absent if each not in found and each != person_id]
        found, waiting = found + new, waiting + new
    return found


def is_passed_on(post: Post) -> bool:
    """Return whether who acts, and is away too, may be replaced by who acts for them.

    Not for posts of the province: nobody but the governor chooses who acts for the governor.
    """
    return post.role in (Role.OFFICER, Role.HEAD)
