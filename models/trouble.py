"""When the bot itself was unwell: one row for each kind of trouble, so that its begin and its end are told once."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Moment
from models.upsert import insert_new


class Trouble(Base):
    """`times` counts how often it came; `since` is None while all is well."""

    __tablename__ = "troubles"

    what: Mapped[str] = mapped_column(String(100), primary_key=True)
    times: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime | None] = mapped_column(Moment)


def begin_troubles(session: Session, found: Collection[str], now: datetime) -> list[str]:
    """Write down the troubles that begin now, each as its name and how often it came; those that go on are left out."""
    begun = []
    for what in sorted(found):
        values = {"what": what, "times": 0, "since": None}
        session.execute(insert_new(session, Trouble, ["what"]).values(values))
        times = session.scalar(
            update(Trouble)
            .where(Trouble.what == what, Trouble.since.is_(None))
            .values(since=now, times=Trouble.times + 1)
            .returning(Trouble.times)
        )
        if times is not None:
            begun.append(f"{what} {times}")
    return begun


def end_troubles(session: Session, found: Collection[str]) -> list[str]:
    """Write down that troubles which are not `found` any more are over; return them as their names and numbers."""
    over = (
        update(Trouble)
        .where(Trouble.since.is_not(None), Trouble.what.not_in(list(found)))
        .values(since=None)
        .returning(Trouble.what, Trouble.times)
    )
    return sorted(f"{what} {times}" for what, times in session.execute(over))
