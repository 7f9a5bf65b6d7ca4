"""Tells others what was arranged for them, in their language; the one who arranged it reads the answer instead."""

from collections.abc import Callable

from cards.card import Card
from handlers.tell import tell as write
from handlers.turn import Turn
from i18n import speaking
from models.person import Person
from rules.urgency import Urgency


def tell(turn: Turn, person: Person, draw: Callable[[], list[Card]], kind: str, key: str) -> bool:
    """Write to a person at once, in the hours in which people may be written to; False for the one who speaks now.

    `draw` is called while the person's language is spoken. Who must act tomorrow cannot wait for the next push.
    """
    if person.id == turn.person.id:
        return False
    with speaking(person.language):
        cards = draw()
    return write(turn, person, cards, kind=kind, key=key, urgency=Urgency.CHASE, at_once=True)
