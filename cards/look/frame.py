"""The frame of a card: a coloured header, a body, a foot with one main button; and a row of such cards."""

from collections.abc import Sequence
from typing import Any

import orjson

from cards.card import Choice
from cards.look.colours import KICKER, PAPER, Kind
from cards.look.pieces import Piece, button, rows, words

BUBBLE_BYTES = 30_000
CAROUSEL_BYTES = 50_000
CAROUSEL_BUBBLES = 12


def bubble(
    kind: Kind,
    title: str,
    *body: Piece | None,
    kicker: str = "",
    subtitle: str = "",
    foot: Sequence[Piece] = (),
    size: str = "mega",
) -> Piece:
    """Return one card; `kicker` is the small line over the title, `subtitle` the one below."""
    framed: Piece = {"type": "bubble", "size": size, "header": _header(kind, title, kicker, subtitle)}
    framed["body"] = rows(*body, spacing="md", paddingAll="16px")
    if foot:
        framed["footer"] = rows(*foot, paddingAll="16px", paddingTop="0px")
    # LINE shows nothing at all of a bubble over 30 KB: better a shorter list, which the text holds whole.
    while weight(framed) > BUBBLE_BYTES and len(framed["body"]["contents"]) > 1:
        framed["body"]["contents"].pop()
    return framed


def buttons(kind: Kind, main: Choice | None = None, *others: Choice | None) -> list[Piece]:
    """Return the foot: one main button in the card's colour, quiet ones below."""
    first = [button(main, kind.value)] if main else []
    return first + [button(choice) for choice in others if choice]


def carousel(bubbles: Sequence[Piece]) -> Piece:
    """Return the bubbles as one message: a single bubble as it is, more side by side.

    LINE takes 12 bubbles of one width and 50 KB; bubbles that no longer fit are left out from the end.
    """
    kept = list(bubbles[:CAROUSEL_BUBBLES])
    if len(kept) == 1:
        return kept[0]
    while len(kept) > 1 and weight({"type": "carousel", "contents": kept}) > CAROUSEL_BYTES:
        kept.pop()
    return {"type": "carousel", "contents": kept}


def weight(node: Any) -> int:
    """Return the bytes `node` takes on the wire."""
    return len(orjson.dumps(node))


def _header(kind: Kind, title: str, kicker: str, subtitle: str) -> Piece:
    return rows(
        words(kicker, size="xs", color=KICKER, maxLines=1) if kicker else None,
        words(title, size="lg", weight="bold", color=PAPER, maxLines=3),
        words(subtitle, size="sm", color=KICKER, maxLines=2) if subtitle else None,
        spacing="xs",
        paddingAll="16px",
        backgroundColor=kind.value,
    )
