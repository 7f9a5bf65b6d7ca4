"""The buttons of orders by number: see, acknowledge, answer, close, return."""

from collections.abc import Callable

from cards.card import Card
from cards.notes import old_button
from handlers.groups import in_private, is_group
from handlers.order import owner, settle, show
from handlers.turn import Turn


def tap(turn: Turn, rest: list[str]) -> list[Card]:
    """Do what a button says; who may, and where the order stands now, is asked afresh."""
    if is_group(turn):
        return [in_private()]
    if len(rest) != 2 or rest[0] not in VERBS:
        return [old_button()]
    verb, number = rest
    return VERBS[verb](turn, number)


VERBS: dict[str, Callable[[Turn, str], list[Card]]] = {
    "see": show.one,
    "seen": owner.acknowledge,
    "answer": owner.begin_answer,
    "close": settle.close,
    "return": settle.begin_return,
}
