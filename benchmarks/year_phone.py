"""A person's phone in the simulated year: says, taps, and reads what came; every answer is waited for."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from engine.house import House
from web.stand_in import LineStandIn

CASE = re.compile(r"(?:แผนเร่งรัด|หนังสือ|ขอคำชี้แจง|เลื่อน|รับทราบ) (\d+)")
ORDER = re.compile(r"ตอบข้อสั่งการ (\d+)")
Message = dict[str, Any]


@dataclass
class Phone:
    """`last` are the newest messages, whose buttons can be tapped."""

    house: House
    line: LineStandIn
    user_id: str
    last: list[Message] = field(default_factory=list)
    _read: int = 0
    _looked: int = 0

    def says(self, text: str) -> str:
        """Send a text, and return the answer in words."""
        self.line.say(self.user_id, text)
        return self._answer()

    def taps(self, *labels: str) -> str:
        """Tap the first of these buttons that is there, and return the answer; nothing where none is."""
        found = {action.get("label", ""): action for message in self.last for action in _actions(message)}
        action = next((found[label] for label in labels if label in found), None)
        if action is None:
            return ""
        if action["type"] == "postback":
            self.line.tap(self.user_id, action["data"], action.get("displayText"))
        else:
            self.line.say(self.user_id, action["text"])
        return self._answer()

    def has(self, label: str) -> bool:
        return any(action.get("label") == label for message in self.last for action in _actions(message))

    def pushed(self) -> list[str]:
        """Return what was pushed since one last looked, each message as its JSON text."""
        entries = self.line.conversation(self.user_id)
        fresh, self._looked = entries[self._looked :], len(entries)
        return [json.dumps(each["message"], ensure_ascii=False) for each in fresh if each["how"] == "push"]

    def _answer(self) -> str:
        assert self.house.work.drain(), "the bot did not come to rest"
        entries = self.line.conversation(self.user_id)
        fresh, self._read = entries[self._read :], len(entries)
        self.last = [each["message"] for each in fresh if each["from"] == "bot"]
        return "\n".join(json.dumps(message, ensure_ascii=False) for message in self.last)


def _actions(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for child in node:
            yield from _actions(child)
    elif isinstance(node, dict):
        for key, child in node.items():
            if key == "action" and isinstance(child, dict):
                yield child
            else:
                yield from _actions(child)
