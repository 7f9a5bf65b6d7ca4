"""Activities that a post no longer answers for, because they were handed over or assigned to somebody else."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id


class Release(Base):
    """A post does not answer for an activity from a day up to and with a day (None: still)."""

    __tablename__ = "releases"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]


def release(session: Session, post_id: int, activity_ids: Iterable[int], on: date) -> None:
    """Let a post no longer answer for these activities from a day on; doing it again changes nothing."""
    known = released(session, [post_id], on)[post_id]
    new = [each for each in activity_ids if each not in known]
    session.add_all(Release(post_id=post_id, activity_id=each, from_on=on) for each in new)
    session.flush()


def take_back(session: Session, post_id: int, activity_id: int, on: date) -> None:
    """Let a post answer again for an activity from a day on."""
    query = select(Release).where(Release.post_id == post_id, Release.activity_id == activity_id)
    for row in session.scalars(query.where(or_(Release.to_on.is_(None), Release.to_on >= on))):
        row.to_on = on - timedelta(days=1)
    session.flush()


def released(session: Session, post_ids: Iterable[int], on: date | None = None) -> dict[int, set[int]]:
    """Return what each post has given away on a day; without a day, whatever it has given away for good."""
    query = select(Release).where(Release.post_id.in_(list(post_ids)))
    if on is None:
        query = query.where(Release.to_on.is_(None))
    else:
        query = query.where(Release.from_on <= on, or_(Release.to_on.is_(None), Release.to_on >= on))
    found: dict[int, set[int]] = defaultdict(set)
    for row in session.scalars(query):
        found[row.post_id].add(row.activity_id)
    return found
