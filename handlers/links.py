"""Signed links: nobody can change what they say, and they end by themselves; a person's own are cancelled all at once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

from handlers.turn import Turn

OWN_LIVES = timedelta(days=1)
# LINE's own browser cannot save a file: this parameter makes it open the phone's.
OUTSIDE_LINE = "openExternalBrowser=1"


@dataclass(frozen=True)
class Link:
    """What a link says, and until when it does."""

    said: tuple[Any, ...]
    until: datetime


def seal(secret_key: str, kind: str, until: datetime, *said: Any) -> str:
    """Return what stands in an address: `said` (as JSON has it), signed for one kind of link."""
    return str(_serializer(secret_key, kind).dumps([int(until.timestamp()), *said]))


def unseal(secret_key: str, kind: str, token: str) -> Link | None:
    """Return what an address says, None where it was not made here for this kind of link."""
    try:
        until, *said = _serializer(secret_key, kind).loads(token)
        return Link(tuple(said), datetime.fromtimestamp(until, UTC))
    except (BadSignature, ValueError, TypeError, OverflowError):
        return None


def own_token(turn: Turn, kind: str, *said: Any) -> str:
    """Return what stands in a link for this person alone; web/own_links opens it."""
    key, person = turn.house.settings.secret_key, turn.person
    return seal(key, kind, turn.now + OWN_LIVES, person.id, person.link_generation, *said)


def _serializer(secret_key: str, kind: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=kind)
