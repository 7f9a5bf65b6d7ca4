"""Writes what one person shall be told; every duty goes through here."""

from collections.abc import Sequence

from cards.card import Card
from jobs.duty import Run
from models.person import Person
from models.telling import write_to
from rules.urgency import Urgency


def notify(
    run: Run,
    person: Person,
    cards: Sequence[Card],
    *,
    kind: str,
    key: str,
    urgency: Urgency,
    at_once: bool | None = None,
) -> bool:
    """Write what `person` shall be told; False where the very same (kind, key) was written for them before.

    It goes with the person's one planned push of the working day (models/telling): where that is on its way already it
    waits for the next working morning, except `at_once`. At most five cards; the fewer the better, five fill a push.
    """
    told = write_to(
        run.session,
        person,
        [card.message(plain=person.prefers_text) for card in cards],
        province=run.province,
        calendar=run.calendar,
        kind=kind,
        key=key,
        urgency=urgency,
        now=run.house.clock.now(),
        at_once=at_once,
        held_until=run.held_until,
        worthless_after=run.worthless_after,
    )
    if told is not None and told.is_due:
        run.house.work.enqueue(run.session, "push", person.channel, f"push:{person.channel}")
    return told is not None
