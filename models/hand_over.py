"""Hand-overs of posts (โอนงาน): what is given away, from which day, by whom, and who took it up.

Until somebody takes it up, the one who gives it away still holds it: no duty is ever nobody's because of a hand-over.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment
from models.join_code import JoinCode, make_code
from models.person import Person
from models.post import Holding, Post, Responsibility, hold_post
from models.release import release


class HandOver(Base):
    """`activity_ids` None: the whole post. `person_id` is who held it until then, None where nobody did.

    `from_on` is the first day agreed, `taken_on` the first day on which the successor held it. `to_post_id` is the post
    that the successor took up: the same one, or one made for these activities; None until then.
    """

    __tablename__ = "hand_overs"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    to_post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    activity_ids: Mapped[list[Any] | None]
    from_on: Mapped[date]
    code_id: Mapped[int | None] = mapped_column(ForeignKey("join_codes.id"), index=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    taken_on: Mapped[date | None]
    cancelled_at: Mapped[datetime | None] = mapped_column(Moment)


def offer_post(
    session: Session,
    post: Post,
    person: Person | None,
    from_on: date,
    *,
    activity_ids: Sequence[int] | None,
    made_by: int,
    now: datetime,
) -> HandOver:
    """Write a hand-over down. One of the same post and person that still waited is cancelled, and its code dies."""
    for before in waiting(session, post.province_id):
        if (before.post_id, before.person_id) == (post.id, person.id if person else None):
            cancel(session, before, now)
    offer = HandOver(
        province_id=post.province_id,
        post_id=post.id,
        person_id=person.id if person else None,
        activity_ids=None if activity_ids is None else list(activity_ids),
        from_on=from_on,
        made_by=made_by,
        made_at=now,
    )
    session.add(offer)
    session.flush()
    return offer


def code_for(session: Session, offer: HandOver, now: datetime) -> tuple[str, JoinCode]:
    """Return a join code with which a successor takes the hand-over up."""
    code, row = make_code(session, session.get_one(Post, offer.post_id), now, made_by=offer.made_by)
    offer.code_id = row.id
    session.flush()
    return code, row


def take_over(session: Session, offer: HandOver, successor: Person, today: date) -> date:
    """Let the successor hold the post, and return from which day: the one agreed, or today where that has passed.

    The holding before ends the day before. What hangs on the post or its activities passes with them.
    """
    starts = max(offer.from_on, today)
    post = session.get_one(Post, offer.post_id)
    if offer.activity_ids is not None:
        release(session, post.id, [int(each) for each in offer.activity_ids], starts)
        post = _post_for(session, post, offer.activity_ids)
    elif offer.person_id is not None and offer.person_id != successor.id:
        _end_holding(session, offer.post_id, offer.person_id, starts)
    hold_post(session, successor, post, starts)
    offer.to_post_id, offer.successor_id, offer.taken_on = post.id, successor.id, starts
    session.flush()
    return starts


def cancel(session: Session, offer: HandOver, now: datetime) -> None:
    """Take a hand-over back that nobody has taken up; its code no longer works."""
    offer.cancelled_at = now
    code = session.get(JoinCode, offer.code_id) if offer.code_id is not None else None
    if code is not None and code.used_at is None:
        code.expires_at = min(code.expires_at, now)
    session.flush()


def waiting(session: Session, province_id: int) -> list[HandOver]:
    """Return the hand-overs that nobody has taken up yet, oldest first."""
    query = select(HandOver).where(
        HandOver.province_id == province_id, HandOver.taken_on.is_(None), HandOver.cancelled_at.is_(None)
    )
    return list(session.scalars(query.order_by(HandOver.id)))


def offered_by_code(session: Session, code_id: int) -> HandOver | None:
    """Return the hand-over that a join code stands for, or None for the code of an ordinary invitation."""
    query = select(HandOver).where(HandOver.code_id == code_id, HandOver.cancelled_at.is_(None))
    return session.scalar(query)


def given_away(session: Session, person_id: int) -> HandOver | None:
    """Return the last hand-over in which somebody took over from this person, or None."""
    query = select(HandOver).where(HandOver.person_id == person_id, HandOver.taken_on.is_not(None))
    return session.scalar(query.order_by(HandOver.id.desc()).limit(1))


def taken_up(session: Session, person_id: int, after: date) -> HandOver | None:
    """Return the next hand-over that a person has taken up and that begins after a day, or None."""
    query = select(HandOver).where(HandOver.successor_id == person_id, HandOver.taken_on > after)
    return session.scalar(query.order_by(HandOver.taken_on).limit(1))


def _post_for(session: Session, post: Post, activity_ids: Sequence[int]) -> Post:
    """Return a post of the same kind that answers for these activities by name."""
    made = Post(province_id=post.province_id, agency_id=post.agency_id, role=post.role, title=post.title)
    session.add(made)
    session.flush()
    session.add_all(Responsibility(post_id=made.id, activity_id=each) for each in activity_ids)
    session.flush()
    return made


def _end_holding(session: Session, post_id: int, person_id: int, starts: date) -> None:
    last = starts - timedelta(days=1)
    query = select(Holding).where(Holding.post_id == post_id, Holding.person_id == person_id)
    for holding in session.scalars(query):
        if holding.to_on is None or holding.to_on > last:
            holding.to_on = last
    session.flush()
