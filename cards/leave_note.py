"""Adds to any card for whom it is asked, where somebody is away and another answers meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cards.card import Card
from cards.leave import standing_in
from cards.look.colours import BLUE
from cards.look.pieces import note


def for_whom(card: Card, names: Sequence[str]) -> Card:
    """Return the card with a line that says for whom, at the top of its first bubble; unchanged without names."""
    said = standing_in(names)
    if not said:
        return card
    contents = _with_note(card.contents, said) if card.contents else None
    return replace(card, text=f"{said}\n{card.text}", contents=contents)


def _with_note(contents: dict[str, Any], said: str) -> dict[str, Any]:
    if contents["type"] == "carousel":
        first, *others = contents["contents"]
        return {**contents, "contents": [_with_note(first, said), *others]}
    body = contents["body"]
    return {**contents, "body": {**body, "contents": [note(said, BLUE), *body["contents"]]}}
