"""Writing to a person by oneself: jobs/notify and handlers/tell go through here, and here alone messages are bundled.

A person gets at most one planned push a working day, within the hours in which people may be written to. What several
duties have to say goes together; what comes after the day's push waits for the next working morning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from models.notice import write_notice
from models.person import Person
from models.province import Province
from models.push_day import join_days_push
from models.setting import quiet_hours_of
from rules.calendar import WorkCalendar
from rules.urgency import Urgency, goes_alone

# Longer than a tick and the duties of one morning; a duty that fails keeps the others' words no longer than this.
HOLD = timedelta(minutes=1)


@dataclass(frozen=True)
class Told:
    """What was written: the notice that carries it, and whether that may be sent now."""

    carrier_id: int
    is_due: bool


def write_to(
    session: Session,
    person: Person,
    messages: Sequence[dict[str, Any]],
    *,
    province: Province,
    calendar: WorkCalendar,
    kind: str,
    key: str,
    urgency: Urgency,
    now: datetime,
    at_once: bool | None = None,
    held_until: datetime | None = None,
    worthless_after: datetime | None = None,
) -> Told | None:
    """Write what `person` shall be told; None where the very same (kind, key) was written for them before.

    At most five messages. What goes `at_once` (by default the urgent kinds) goes by itself as soon as the quiet hours
    allow. What is planned for today waits until `held_until` for what other duties of this morning have to say.
    """
    alone = goes_alone(urgency) if at_once is None else at_once
    posts = _posts(now, province, calendar, held_until, alone=alone)
    not_before = next(posts)
    notice_id = write_notice(
        session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=kind,
        key=key,
        messages=messages,
        now=now,
        urgency=urgency,
        province_id=province.id,
        person_id=person.id,
        worthless_after=worthless_after,
        not_before=not_before,
    )
    if notice_id is None:
        return None
    carrier_id = notice_id
    if not alone:
        to_come = chain([not_before], posts)
        carrier_id = join_days_push(session, notice_id, person.channel, person.line_user_id, to_come)
    return Told(carrier_id, not_before <= now)


def _posts(
    now: datetime, province: Province, calendar: WorkCalendar, held_until: datetime | None, *, alone: bool
) -> Iterator[datetime]:
    """Yield when it may go out. What waits for a morning also waits for what that morning's duties have to say."""
    local, quiet = now.astimezone(BANGKOK), quiet_hours_of(province)
    if alone:
        yield quiet.opens_at(local, calendar)
        return
    for post in quiet.posts(local, calendar):
        yield post + HOLD if post > now else max(post, held_until or post)
