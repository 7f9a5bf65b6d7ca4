"""Whose database this is, asked before anything else is loaded: the demo's invented office or a real one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# What is noted of a province in which nothing is real.
DEMO = "is_demo"
CHOSEN = text("SELECT CAST(chosen AS text) FROM provinces")


def holds_demo(session: Session | Connection) -> bool | None:
    """Return whether the database holds the invented office of the demo; None where it holds no province yet."""
    found = [json.loads(words) for words in session.scalars(CHOSEN)]
    return any(chosen.get(DEMO) for chosen in found) if found else None
