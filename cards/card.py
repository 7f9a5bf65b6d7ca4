"""A card: what one answer looks like as Flex, as one line, and as plain text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import orjson

from i18n import language, speaking

Message = dict[str, Any]


class Choice(NamedTuple):
    """A button or quick reply. `text` is what is typed instead on a PC; `data` makes it a postback that shows `text`."""

    label: str
    text: str
    data: str | None = None

    def action(self) -> dict[str, str]:
        if self.data is None:
            return {"type": "message", "label": self.label, "text": self.text}
        return {"type": "postback", "label": self.label, "data": self.data, "displayText": self.text}


@dataclass(frozen=True)
class Card:
    """One answer. `alt` is one line that already carries the answer; `text` is the whole in plain words.

    `contents` is a Flex bubble or carousel, None where plain words are the best card.
    """

    alt: str
    text: str
    contents: dict[str, Any] | None = None
    choices: tuple[Choice, ...] = field(default=())

    def packed(self, plain: bool = False) -> Message:
        """Return the message as orjson, and nobody else, reads it: what is JSON already stays as it is."""
        return self.message(plain)

    def message(self, plain: bool = False) -> Message:
        """Return the LINE message object: Flex where there is one and `plain` is not asked for."""
        message: Message
        if plain or self.contents is None:
            message = {"type": "text", "text": self.text}
        else:
            message = {"type": "flex", "altText": self.alt, "contents": self.contents}
        if self.choices:
            message["quickReply"] = {
                "items": [{"type": "action", "action": choice.action()} for choice in self.choices]
            }
        return message


class CardWithLateText(Card):
    """A card whose text is written once somebody reads it: most of the thousands of a duty are read as Flex only."""

    _write: Callable[[], str]
    _language: str

    def __init__(self, alt: str, write: Callable[[], str], contents: dict[str, Any]) -> None:
        self.__dict__.update(alt=alt, contents=contents, choices=(), _write=write, _language=language())

    @cached_property
    def text(self) -> str:
        with speaking(self._language):
            return self._write()


class CardOfJson(CardWithLateText):
    """A card whose bubble is JSON already, as a duty writes it; whoever else looks into it has it read."""

    json: bytes

    def __init__(self, alt: str, write: Callable[[], str], json: bytes) -> None:
        self.__dict__.update(alt=alt, json=json, choices=(), _write=write, _language=language())

    @cached_property
    def contents(self) -> dict[str, Any]:
        found: dict[str, Any] = orjson.loads(self.json)
        return found

    def packed(self, plain: bool = False) -> Message:
        if plain:
            return self.message(plain)
        return {"type": "flex", "altText": self.alt, "contents": orjson.Fragment(self.json)}


def say(text: str, *choices: Choice) -> Card:
    """Return a card of plain words."""
    return Card(alt=text.split("\n", 1)[0], text=text, choices=choices)
