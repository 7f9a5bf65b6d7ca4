"""Writing to a person by oneself: jobs/notify and handlers/tell go through here, and here alone messages are bundled.

A person gets at most one planned push a working day, within the hours in which people may be written to. What several
duties have to say goes together; what comes after the day's push waits for the next working morning.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from models.notice_set import Draft, write_notices
from models.person import Person
from models.province import Province
from models.push_day import join_days_pushes
from models.setting import quiet_hours_of
from rules.calendar import WorkCalendar
from rules.urgency import Urgency, goes_alone

# Longer than a tick and the duties of one morning; a duty that fails keeps the others' words no longer than this.
HOLD = timedelta(minutes=1)


@dataclass(frozen=True)
class Told:
    """What was written: the channel and the notice that carries it, and whether that may be sent now."""

    channel: str
    carrier_id: int
    is_due: bool


@dataclass(frozen=True)
class Occasion:
    """What is said, when and how. (kind, key) is said once to each; what is planned for today waits until `held_until`
    for what other duties of this morning have to say. What goes `at_once` (by default the urgent kinds) goes by itself
    as soon as the quiet hours allow.
    """

    province: Province
    calendar: WorkCalendar
    kind: str
    key: str
    urgency: Urgency
    now: datetime
    at_once: bool | None = None
    held_until: datetime | None = None
    worthless_after: datetime | None = None

    @property
    def is_alone(self) -> bool:
        return goes_alone(self.urgency) if self.at_once is None else self.at_once


def write_to(
    session: Session, person: Person, messages: Sequence[dict[str, Any]], occasion: Occasion
) -> Told | None:
    """Write what `person` shall be told, at most five messages; None where the very same was written before."""
    told = write_to_all(session, [draft_to(person, messages)], occasion)
    return told[0] if told else None


def draft_to(person: Person, messages: Sequence[dict[str, Any]]) -> Draft:
    return Draft(person.id, person.channel, person.line_user_id, messages)


def write_to_all(session: Session, drafts: Iterable[Draft], occasion: Occasion) -> list[Told]:
    """Write to many people, one draft each; return what was written, nothing for those who were written to before."""
    posts = _posts(occasion)
    not_before = next(posts)
    written = write_notices(
        session,
        drafts,
        kind=occasion.kind,
        key=occasion.key,
        urgency=occasion.urgency,
        province_id=occasion.province.id,
        now=occasion.now,
        not_before=not_before,
        worthless_after=occasion.worthless_after,
    )
    carriers = {each.notice_id: each.notice_id for each in written}
    if written and not occasion.is_alone:
        ids = {each.address: each.notice_id for each in written}
        carriers = join_days_pushes(session, ids, chain([not_before], posts))
    is_due = not_before <= occasion.now
    return [Told(each.channel, carriers[each.notice_id], is_due) for each in written]


def _posts(occasion: Occasion) -> Iterator[datetime]:
    """Yield when it may go out. What waits for a morning also waits for what that morning's duties have to say."""
    now, calendar, held_until = occasion.now, occasion.calendar, occasion.held_until
    local, quiet = now.astimezone(BANGKOK), quiet_hours_of(occasion.province)
    if occasion.is_alone:
        yield quiet.opens_at(local, calendar)
        return
    for post in quiet.posts(local, calendar):
        yield post + HOLD if post > now else max(post, held_until or post)
