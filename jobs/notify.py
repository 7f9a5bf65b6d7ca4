"""Writes what one person shall be told; every duty goes through here, and here alone messages are bundled.

A person gets at most one planned push a working day, within the hours in which people may be written to. What several
duties have to say goes together; what comes after the day's push waits for the next working morning.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from cards.card import Card
from engine.clock import BANGKOK
from jobs.duty import HOLD, Run
from models.notice import write_notice
from models.person import Person
from models.push_day import join_days_push
from models.setting import quiet_hours_of
from rules.urgency import Urgency, goes_alone


def notify(
    run: Run,
    person: Person,
    cards: Sequence[Card],
    *,
    kind: str,
    key: str,
    urgency: Urgency,
    at_once: bool = False,
) -> bool:
    """Write what `person` shall be told; False where the very same (kind, key) was written for them before.

    It goes with the person's push of the working day. Where that is on its way already it waits for the next working
    morning, except `at_once` or by its urgency: then it goes by itself, as soon as nobody's evening is disturbed.
    At most five cards; the fewer the better, since five fill a push.
    """
    now = run.house.clock.now()
    alone = at_once or goes_alone(urgency)
    posts = _posts(run, now, alone=alone)
    not_before = next(posts)
    notice_id = write_notice(
        run.session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=kind,
        key=key,
        messages=[card.message(plain=person.prefers_text) for card in cards],
        now=now,
        urgency=urgency,
        province_id=run.province.id,
        person_id=person.id,
        worthless_after=run.worthless_after,
        not_before=not_before,
    )
    if notice_id is None:
        return False
    carrier_id = notice_id
    if not alone:
        to_come = chain([not_before], posts)
        carrier_id = join_days_push(run.session, notice_id, person.channel, person.line_user_id, to_come)
    if not_before <= now:
        run.house.work.enqueue(run.session, "deliver", str(carrier_id), f"notice:{person.line_user_id}")
    return True


def _posts(run: Run, now: datetime, *, alone: bool) -> Iterator[datetime]:
    """Yield when it may go out. What waits for a morning also waits for what that morning's duties have to say."""
    local, quiet = now.astimezone(BANGKOK), quiet_hours_of(run.province)
    if alone:
        yield quiet.opens_at(local, run.calendar)
        return
    for post in quiet.posts(local, run.calendar):
        yield post + HOLD if post > now else max(post, run.held_until or post)
