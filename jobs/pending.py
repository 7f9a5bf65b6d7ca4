"""Whether other duties of a province have fallen due too: then the day's push waits for what they have to say."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import Duty, day_of, due_between
from jobs.schedule import SCHEDULE
from models.fire import last_dues
from models.notice import Notice, Sent
from models.province import Province
from models.telling import HOLD
from models.working_days import calendar_of


def is_awaited(session: Session, province: Province, running: Duty, now: datetime) -> bool:
    """Return whether another duty than `running` has fallen due, is still of use, and has not run yet."""
    return any(duty is not running for duty, _due in not_run(session, province, now))


def not_run(session: Session, province: Province, now: datetime) -> Iterator[tuple[Duty, datetime]]:
    """Yield the duties that have fallen due, are still of use and have not run yet, each with when it fell due."""
    last, calendar = last_dues(session, now), calendar_of(session, province)
    for duty in SCHEDULE:
        due = due_between(duty, last.get((duty.name, province.id), province.made_at), now, calendar)
        yield from ((duty, each) for each in due if now < duty.worthless_after(day_of(each), calendar))


def release(house: House, session: Session, province: Province, now: datetime) -> int:
    """Let the pushes go that waited for the last duty of the morning; return how many."""
    held = (
        update(Notice)
        .where(Notice.province_id == province.id, Notice.state == Sent.WAITING, Notice.attempts == 0)
        .where(Notice.not_before > now, Notice.not_before <= now + HOLD)
        .values(not_before=now)
        .returning(Notice.id)
    )
    found = session.execute(held.execution_options(synchronize_session=False)).all()
    if found:
        house.work.enqueue(session, "push", province.channel, f"push:{province.channel}")
    return len(found)


def lock_province(session: Session, province_id: int) -> Province:
    """Return the province, and let no other process run a duty of it before we have committed.

    Only duties wait here: a NO KEY lock does not stop rows that refer to the province.
    """
    query = select(Province).where(Province.id == province_id).with_for_update(key_share=True)
    return session.scalars(query).one()
