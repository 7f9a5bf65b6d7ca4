"""Activities that a post no longer answers for, because they were handed over or assigned to somebody else."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ForeignKey, bindparam, or_, select
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


# A post's releases without a day are those for good.
FOR_GOOD = Release.to_on.is_(None)
ON_A_DAY = (Release.from_on <= bindparam("on")) & or_(
    Release.to_on.is_(None), Release.to_on >= bindparam("on")
)


def release(session: Session, post_id: int, activity_ids: Iterable[int], on: date) -> None:
    """Let a post no longer answer for these activities from a day on; doing it again changes nothing."""
    query = select(Release.activity_id).where(Release.post_id == post_id, ON_A_DAY)
    known = set(session.scalars(query, {"on": on}))
    new = [each for each in activity_ids if each not in known]
    session.add_all(Release(post_id=post_id, activity_id=each, from_on=on) for each in new)
    session.flush()


def take_back(session: Session, post_id: int, activity_id: int, on: date) -> None:
    """Let a post answer again for an activity from a day on."""
    query = select(Release).where(Release.post_id == post_id, Release.activity_id == activity_id)
    for row in session.scalars(query.where(or_(Release.to_on.is_(None), Release.to_on >= on))):
        row.to_on = on - timedelta(days=1)
    session.flush()
