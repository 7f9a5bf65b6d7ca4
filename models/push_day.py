"""One planned push a person and working day: what else is to be said that day goes with it, or the next working day.

A notice that goes with another stays a row of its own under its own kind and key, so it is never written twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import orjson
from sqlalchemy import Date, ForeignKey, String, UniqueConstraint, bindparam, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id
from models.notice import Notice, Sent
from models.notice_set import Address

_CLAIM = {
    dialect: text(f"""
        INSERT INTO push_days (channel, recipient, "on", notice_id)
        SELECT value ->> 0, value ->> 1, :on, CAST(value ->> 2 AS BIGINT) FROM {rows} WHERE true
        ON CONFLICT (channel, recipient, "on") DO NOTHING RETURNING notice_id
    """).bindparams(bindparam("on", type_=Date()))  # noqa: S608  the two texts below
    for dialect, rows in (
        ("sqlite", "json_each(:rows)"),
        ("postgresql", "jsonb_array_elements(CAST(:rows AS jsonb))"),
    )
}
MOST_MESSAGES = 5  # LINE takes five message objects in a push and counts them as one


class PushDay(Base):
    """The planned push of a person on a day: at most one, which the database holds."""

    __tablename__ = "push_days"
    __table_args__ = (UniqueConstraint("channel", "recipient", "on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    channel: Mapped[str] = mapped_column(String(50))
    recipient: Mapped[str] = mapped_column(String(64))
    on: Mapped[date]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"), index=True)


def join_days_pushes(
    session: Session, notices: Mapping[Address, int], posts: Iterable[datetime]
) -> dict[int, int]:
    """Put notices that were just written, one a person, each into the planned push of the first day that has room.

    `posts` are the moments at which a push may go out, one a working day, of which the first is the one that the
    notices already wait for. Returns by each notice's id that of the notice that carries it, its own where it goes
    by itself.
    """
    carriers: dict[int, int] = {}
    waiting = dict(notices)
    for number, at in enumerate(posts):
        claimed = _claim(session, waiting, at.date())
        if number:
            _put_off(session, claimed, at)
        carriers |= {notice_id: notice_id for notice_id in claimed}
        waiting = _without(waiting, carriers)
        if waiting:
            carriers |= _join(session, waiting, at)
            waiting = _without(waiting, carriers)
        if not waiting:
            return carriers
    raise ValueError("posts ended")


def has_had_push(session: Session, channel: str, recipient: str, on: date) -> bool:
    """Return whether a person has been sent a planned push on a day, or has one waiting."""
    query = select(Notice.state).join(PushDay, PushDay.notice_id == Notice.id)
    query = query.where(PushDay.channel == channel, PushDay.recipient == recipient, PushDay.on == on)
    return session.scalar(query) in (Sent.WAITING, Sent.SENT)


def _claim(session: Session, waiting: Mapping[Address, int], on: date) -> list[int]:
    """Take the day's push for those who have none yet; return the notices that became it."""
    rows = [(*address, notice_id) for address, notice_id in waiting.items()]
    given = {"rows": orjson.dumps(rows).decode(), "on": on}
    claim = _CLAIM[session.get_bind().dialect.name]
    return [notice_id for (notice_id,) in session.connection().execute(claim, given).fetchall()]


def _put_off(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    later = update(Notice).where(Notice.id.in_(notice_ids)).values(not_before=at)
    session.execute(later.execution_options(synchronize_session=False))


def _join(session: Session, waiting: Mapping[Address, int], at: datetime) -> dict[int, int]:
    """Let the day's pushes take notices along that they have room for, or take the place of those that failed."""
    days = _days(session, waiting, at.date())
    carriers = _notices(session, [day.notice_id for day in days.values()])
    notices = _notices(session, waiting.values())
    found: dict[int, int] = {}
    for address, notice_id in waiting.items():
        day, notice = days[address], notices[notice_id]
        carrier = carriers[day.notice_id]
        if carrier.state is Sent.WAITING and _takes_along(carrier, notice):
            found[notice_id] = carrier.id
        elif carrier.state in (Sent.FAILED, Sent.GIVEN_UP, Sent.UNREACHABLE):  # nothing arrived that day
            day.notice_id, notice.not_before = notice_id, max(notice.not_before, at)
            found[notice_id] = notice_id
    session.flush()
    return found


def _days(session: Session, addresses: Iterable[Address], on: date) -> dict[Address, PushDay]:
    channels, recipients = zip(*addresses, strict=True)
    query = select(PushDay).where(
        PushDay.channel.in_(set(channels)), PushDay.recipient.in_(recipients), PushDay.on == on
    )
    found = session.scalars(query.execution_options(populate_existing=True))
    return {(day.channel, day.recipient): day for day in found}


def _notices(session: Session, ids: Iterable[int]) -> dict[int, Notice]:
    """Return notices, locked: whoever sends one waits for us, or we see that it is on its way."""
    query = select(Notice).where(Notice.id.in_(list(ids))).order_by(Notice.id).with_for_update()
    found = session.scalars(query.execution_options(populate_existing=True))
    return {notice.id: notice for notice in found}


def _without(waiting: Mapping[Address, int], settled: Mapping[int, int]) -> dict[Address, int]:
    return {address: notice_id for address, notice_id in waiting.items() if notice_id not in settled}


def _takes_along(carrier: Notice, notice: Notice) -> bool:
    """Add a notice's messages to a push that LINE cannot have seen yet; False where it may have, or is full."""
    together = [*carrier.messages, *notice.messages]
    if carrier.first_pushed_at is not None or len(together) > MOST_MESSAGES:
        return False
    carrier.messages, carrier.carries = together, carrier.carries + 1
    carrier.urgency = min(carrier.urgency, notice.urgency)
    ends = (carrier.worthless_after, notice.worthless_after)
    carrier.worthless_after = None if None in ends else max(each for each in ends if each is not None)
    notice.messages, notice.state, notice.carried_by = [], Sent.CARRIED, carrier.id
    return True
