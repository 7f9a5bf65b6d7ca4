"""Whether a line in a group is meant for the bot, and how such a line is written."""

import re

from i18n import language

_NAMES = {"th": "ตามงาน", "en": "tn"}
_CALLED = re.compile(r"[\s@]*(?:ตามงาน|tn|tamngan)(?=[\s:,]|$)[\s:,]*", re.IGNORECASE)
LONGEST = 300  # LINE's limit for what a button types


def said_to_bot(text: str) -> str | None:
    """Return what the lines that begin with the bot's name say, without it; None where no line does.

    A name that stands alone in its line speaks of everything below it.
    """
    lines = text.splitlines()
    called = [(at, found) for at, line in enumerate(lines) if (found := _CALLED.match(line))]
    if not called:
        return None
    said = [rest for at, found in called if (rest := lines[at][found.end() :].strip())]
    return "\n".join(said or lines[called[-1][0] + 1 :]).strip()


def addressed(text: str) -> str:
    """Return `text` as a line that begins with the bot's name."""
    return f"{_NAMES[language()]} {text}"[:LONGEST]
