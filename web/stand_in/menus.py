"""The rich menus a bot has made: their pictures, who sees which, and their aliases."""

import copy
import secrets
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Menu:
    id: str
    layout: dict[str, Any]
    picture: bytes | None = None
    mime: str = ""

    def as_line_shows_it(self) -> dict[str, Any]:
        return {"richMenuId": self.id, **self.layout}


@dataclass
class Menus:
    made: dict[str, Menu] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    default_id: str | None = None

    def add(self, layout: dict[str, Any]) -> Menu:
        menu = Menu("richmenu-" + secrets.token_hex(16), copy.deepcopy(layout))
        self.made[menu.id] = menu
        return menu

    def remove(self, menu_id: str) -> None:
        """Delete a menu; whoever saw it now sees the default, or none."""
        del self.made[menu_id]
        if self.default_id == menu_id:
            self.default_id = None

    def shown(self, linked_id: str | None) -> Menu | None:
        """Return the menu a person sees: the one linked to them, else the default, else None."""
        return self.made.get(linked_id or "") or self.made.get(self.default_id or "")
