"""Conversations as conversations: a person says or taps, and reads what the bot answered."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from engine.house import House
from tests.office import CAST, user_id
from web.stand_in import LineStandIn


class Phones:
    """One phone for each of the cast, and for strangers as they turn up."""

    def __init__(self, house: House, line: LineStandIn) -> None:
        self.house, self.line = house, line
        self._phones = {name: Phone(self, name) for name in CAST}
        for phone in self._phones.values():
            line.add_friend(phone.user_id, phone.name)

    def __getitem__(self, name: str) -> "Phone":
        return self._phones[name]

    def stranger(self, name: str) -> "Phone":
        """Return the phone of somebody who has just found the bot."""
        phone = self._phones[name] = Phone(self, name)
        self.line.add_friend(phone.user_id, name)
        return phone

    def settle(self) -> None:
        """Let the bot do everything that is waiting."""
        assert self.house.work.drain(), "the bot did not come to rest"


@dataclass
class Phone:
    phones: Phones
    name: str
    _read: int = 0
    last: list[dict[str, Any]] = field(default_factory=list)

    @property
    def user_id(self) -> str:
        return user_id(self.name)

    @property
    def line(self) -> LineStandIn:
        return self.phones.line

    def says(self, text: str) -> str:
        """Send a text, and return what the bot answered, in words."""
        self.line.say(self.user_id, text)
        return self.reads()

    def taps(self, label: str) -> str:
        """Tap the button called `label` in the latest messages, and return the answer in words."""
        action = self.button(label)
        if action["type"] == "postback":
            self.line.tap(self.user_id, action["data"], action.get("displayText"))
        else:
            self.line.say(self.user_id, action["text"])
        return self.reads()

    def reads(self) -> str:
        """Let the bot work, and return all that is new from it, in words."""
        self.phones.settle()
        entries = [each for each in self.line.conversation(self.user_id) if each["from"] == "bot"]
        fresh, self._read = entries[self._read :], len(entries)
        if fresh:
            self.last = [each["message"] for each in fresh]
        return "\n".join(words_of(each["message"]) for each in fresh)

    def button(self, label: str) -> dict[str, Any]:
        """Return the action of the newest button whose label contains `label`."""
        found = [action for message in self.last for action in actions_of(message)]
        for wanted in (lambda text: text == label, lambda text: label in text):
            for action in reversed(found):
                if wanted(action.get("label", "")):
                    return action
        raise AssertionError(f"no button {label!r}; there are {[action.get('label') for action in found]}")

    def buttons(self) -> list[str]:
        return [action.get("label", "") for message in self.last for action in actions_of(message)]


def words_of(message: dict[str, Any]) -> str:
    """Return everything that a message shows."""
    if message["type"] == "text":
        return str(message["text"])
    found = re.findall(
        r'"text": "((?:[^"\\]|\\.)*)"', json.dumps(message.get("contents", {}), ensure_ascii=False)
    )
    return "\n".join([str(message.get("altText", "")), *(json.loads(f'"{text}"') for text in found)])


def actions_of(node: Any) -> list[dict[str, Any]]:
    """Return every action in a message, in the order in which it is drawn."""
    if isinstance(node, list):
        return [action for child in node for action in actions_of(child)]
    if not isinstance(node, dict):
        return []
    own = [node["action"]] if isinstance(node.get("action"), dict) else []
    return own + [action for key, child in node.items() if key != "action" for action in actions_of(child)]
