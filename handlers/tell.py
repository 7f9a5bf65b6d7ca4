"""Tells somebody else what a conversation led to: an order, an announcement, a hand-over."""

from collections.abc import Sequence
from datetime import datetime

from cards.card import Card
from handlers.turn import Turn
from models.person import Person
from models.telling import Occasion, write_to
from rules.urgency import Urgency


def tell(
    turn: Turn,
    person: Person,
    cards: Sequence[Card],
    *,
    kind: str,
    key: str,
    urgency: Urgency,
    at_once: bool | None = None,
    worthless_after: datetime | None = None,
) -> bool:
    """Write what `person` shall be told; False where the very same (kind, key) was written for them before.

    The cards are in the person's own language. They go with the person's one planned push of the working day, or
    `at_once` by themselves, in the hours in which people may be written to (models/telling).
    """
    occasion = Occasion(
        turn.province,
        turn.calendar,
        kind=kind,
        key=key,
        urgency=urgency,
        now=turn.now,
        at_once=at_once,
        worthless_after=worthless_after,
    )
    messages = [card.message(plain=person.prefers_text) for card in cards]
    told = write_to(turn.session, person, messages, occasion)
    if told is not None and told.is_due:
        turn.later("push", person.channel)
    return told is not None
