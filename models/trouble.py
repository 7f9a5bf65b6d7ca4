"""When the bot itself was unwell: one row for each kind of trouble, so that its begin and its end are told once."""

from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Moment


class Trouble(Base):
    """`times` counts how often it came; `since` is None while all is well."""

    __tablename__ = "troubles"

    what: Mapped[str] = mapped_column(String(100), primary_key=True)
    times: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime | None] = mapped_column(Moment)


def troubles(session: Session) -> dict[str, Trouble]:
    """Return every trouble that ever was, by its name; `since` is None where it is over."""
    return {row.what: row for row in session.scalars(select(Trouble).with_for_update())}


def begins(session: Session, known: dict[str, Trouble], what: str, now: datetime) -> Trouble | None:
    """Write down that a trouble begins; None where it goes on."""
    row = known.get(what)
    if row is not None and row.since is not None:
        return None
    if row is None:
        row = Trouble(what=what, times=0)
        session.add(row)
    row.times, row.since = row.times + 1, now
    session.flush()
    return row


def ends(row: Trouble) -> None:
    """Write down that a trouble is over."""
    row.since = None
