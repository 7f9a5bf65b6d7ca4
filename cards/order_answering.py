"""The answer to an order while it is written: words, photos, a day; sent with one tap."""

from collections.abc import Sequence

from cards.card import Card, Choice, say
from cards.governor_views import AnswerView, OrderView
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import small, words
from cards.order_words import answer_words, titled
from cards.plain import shorten, twin
from i18n import _


def ask_answer(order: OrderView, stop: Choice) -> Card:
    """Ask for the answer: anything of words, photos and a day will do."""
    asked = _(
        "Type the answer and send photos if you have some. A day by which it will be done can be part of it."
    )
    return say(twin([f"{titled(order)}: {shorten(order.text, 200)}", asked], [stop]), stop)


def written(order: OrderView, answer: AnswerView, send: Choice, others: Sequence[Choice]) -> Card:
    """Return the answer as it would go out."""
    title = _("Send this answer?")
    said = answer_words(answer)
    more = _("More words or photos can follow before you send it.")
    return Card(
        alt=f"{title} {shorten(said, 120)}",
        text=twin([title, titled(order), said, more], [send, *others]),
        contents=bubble(
            Kind.ASK,
            title,
            words(said, size="md", maxLines=20),
            small(more),
            kicker=titled(order),
            subtitle=shorten(order.text, 80),
            foot=buttons(Kind.ASK, send),
        ),
        choices=tuple(others),
    )
