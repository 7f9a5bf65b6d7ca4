"""LINE's monthly quota of each channel: what LINE last said, less what was pushed since."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import String, true, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Moment
from rules.urgency import Urgency

READ_EVERY = timedelta(minutes=10)
ASK_AGAIN = timedelta(minutes=1)


class Quota(Base):
    """The quota of `month` (its first day): `most` messages (None: no limit), `used` of them.

    `is_known` is False while LINE has not said anything of this month yet. `to_come` holds how many messages of each
    urgency the rest of the month is expected to need.
    """

    __tablename__ = "quotas"

    channel: Mapped[str] = mapped_column(String(50), primary_key=True)
    month: Mapped[date]
    most: Mapped[int | None]
    used: Mapped[int] = mapped_column(default=0)
    read_at: Mapped[datetime] = mapped_column(Moment)
    is_known: Mapped[bool] = mapped_column(default=True, server_default=true())
    to_come: Mapped[dict[str, Any]] = mapped_column(default=dict)

    @property
    def left(self) -> int | None:
        """What may still be pushed this month; None without limit."""
        return None if self.most is None else max(0, self.most - self.used)

    def still_to_come(self) -> dict[Urgency, int]:
        return {Urgency(int(urgency)): count for urgency, count in self.to_come.items()}

    def is_fresh(self, month: date, now: datetime) -> bool:
        """Return whether the figures are of this month and young; a clock that was set back makes them old."""
        return self.month == month and timedelta() <= now - self.read_at < READ_EVERY


def quota_of(session: Session, channel: str) -> Quota | None:
    """Return what is known of a channel's quota, or None where LINE was never asked."""
    return session.get(Quota, channel)


def keep_reading(
    session: Session, channel: str, month: date, most: int | None, used: int, now: datetime
) -> Quota:
    """Write down what LINE said."""
    row = session.merge(Quota(channel=channel, month=month, most=most, used=used, read_at=now, is_known=True))
    session.flush()
    return row


def note_unread(session: Session, channel: str, month: date, now: datetime) -> None:
    """LINE could not be asked: what was known of this month stays, and it is asked again in a minute."""
    row = session.get(Quota, channel)
    if row is None or row.month != month:
        row = keep_reading(session, channel, month, None, 0, now)
        row.is_known = False
    row.read_at = now - READ_EVERY + ASK_AGAIN


def note_gone(session: Session, channel: str, month: date, now: datetime) -> Quota:
    """LINE refused for the month's sake: its word counts until the next reading."""
    row = session.get(Quota, channel)
    if row is None or row.month != month:
        return keep_reading(session, channel, month, 0, 0, now)
    row.most = row.used if row.most is None else row.most
    row.used, row.read_at = max(row.used, row.most), now
    session.flush()
    return row


def count_pushes(session: Session, channel: str, cost: int) -> None:
    """Count pushes against the quota, or with a negative cost uncount those that LINE did not take."""
    if cost:
        session.execute(
            update(Quota)
            .where(Quota.channel == channel, Quota.used >= -cost, Quota.most.is_not(None))
            .values(used=Quota.used + cost)
            .execution_options(synchronize_session="fetch")
        )
