"""One thing that doctor looked at: what it is, how it is, and what to do about it."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class State(StrEnum):
    """OK needs nothing, WARN will need something, BAD keeps the bot from working."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """`found` and `to_do` never hold a secret: people paste them into messages."""

    what: str
    state: State
    found: str
    to_do: str = ""

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def ok(what: str, found: str) -> Finding:
    return Finding(what, State.OK, found)


def warn(what: str, found: str, to_do: str) -> Finding:
    return Finding(what, State.WARN, found, to_do)


def bad(what: str, found: str, to_do: str) -> Finding:
    return Finding(what, State.BAD, found, to_do)
