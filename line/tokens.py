"""A channel's access token: the one of the settings, or one that LINE gives for a quarter of an hour and we renew.

Each process keeps its own, in memory only; it is never written down and never logged
(docs/decisions/0008-stateless-tokens.md).
"""

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import structlog
import urllib3

from channels import Channel
from line.credentials import NoToken, fetch_token

log = structlog.get_logger()
# Renewed in the last tenth to quarter of its life, so that processes which started together do not all ask at once.
MARGIN = (0.10, 0.25)
# Until a token endpoint that was away, or refused us, is asked again.
PAUSE_SECONDS, PAUSE_WHEN_REFUSED_SECONDS = 5.0, 60.0
# A token this young that LINE refuses is not helped by another one.
YOUNG_SECONDS = 10.0


class Tokens(Protocol):
    """Where senders get the bearer token of one channel; safe for any number of threads."""

    def at_hand(self) -> str | None:
        """Return the token where nobody needs to be asked, else None; never waits. For event loops."""

    def current(self) -> str:
        """Return the token, fetching one where needed: then it takes up to 13 seconds. Raises NoToken."""

    def instead_of(self, refused: str) -> str | None:
        """Return another token than one that LINE refused with 401, or None where there is none. Raises NoToken."""

    def seconds_left(self) -> float | None:
        """Return for how long the token lives, None where it has no end that we know of."""


def tokens_of(channel: Channel, api_base: str) -> Tokens:
    """Return where the channel's token comes from: its key, else the given token, else its id and secret."""
    return FetchedToken(channel, api_base) if channel.is_renewed else GivenToken(channel.access_token)


def authorised(
    tokens: Tokens, send: Callable[[Mapping[str, str]], urllib3.BaseHTTPResponse]
) -> urllib3.BaseHTTPResponse:
    """Send with the token, and where LINE refuses it (401) once more with another. Raises NoToken."""
    token = tokens.current()
    response = send(bearer(token))
    if response.status != 401:
        return response
    other = tokens.instead_of(token)
    return response if other is None else send(bearer(other))


def bearer(token: str) -> dict[str, str]:
    """Return the header that shows LINE the token."""
    return {"Authorization": f"Bearer {token}"}


class GivenToken:
    """The long-lived token of the settings; a person mends it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def at_hand(self) -> str | None:
        return self._token

    def current(self) -> str:
        return self._token

    def instead_of(self, refused: str) -> str | None:
        return None

    def seconds_left(self) -> float | None:
        return None


@dataclass(frozen=True)
class _Held:
    token: str
    fetched: float
    renew_at: float
    ends: float


class FetchedToken:
    """A token that is renewed before it ends. While one lives, a token endpoint that is away harms nobody."""

    def __init__(self, channel: Channel, api_base: str, now: Callable[[], float] = time.monotonic) -> None:
        self._channel, self._api_base, self._now = channel, api_base, now
        self._held: _Held | None = None
        self._lock = threading.Lock()
        self._trouble = NoToken("not asked yet")
        self._silent_until = 0.0

    def at_hand(self) -> str | None:
        held, now = self._held, self._now()
        if held is None or now >= held.ends:
            return None
        return held.token if now < held.renew_at or now < self._silent_until else None

    def current(self) -> str:
        found = self.at_hand()
        if found is not None:
            return found
        # Whoever holds a token that still lives need not wait for the one who renews it.
        lives = self._living()
        if lives is not None and self._lock.locked():
            return lives
        with self._lock:
            return self.at_hand() or self._renewed()

    def instead_of(self, refused: str) -> str | None:
        with self._lock:
            held = self._held
            if held is not None and held.token == refused:
                if self._now() - held.fetched < YOUNG_SECONDS:
                    return None
                self._held, self._silent_until = None, 0.0
            return self.at_hand() or self._renewed()

    def seconds_left(self) -> float | None:
        held = self._held
        return max(0.0, held.ends - self._now()) if held else 0.0

    def _living(self) -> str | None:
        held = self._held
        return held.token if held is not None and self._now() < held.ends else None

    def _renewed(self) -> str:
        """Fetch a token, or return the old one while it lives. Raises NoToken."""
        if self._now() < self._silent_until:
            raise self._trouble
        asked = self._now()
        try:
            token, seconds = fetch_token(self._channel, self._api_base)
        except NoToken as trouble:
            return self._kept(trouble)
        margin = seconds * random.uniform(*MARGIN)  # noqa: S311  spreads the load, not a secret
        self._held = _Held(token, asked, asked + seconds - margin, asked + seconds)
        log.info("access_token_fetched", channel=self._channel.name, lives_seconds=seconds)
        return token

    def _kept(self, trouble: NoToken) -> str:
        log.warning("access_token_not_fetched", channel=self._channel.name, fault=str(trouble))
        pause = PAUSE_WHEN_REFUSED_SECONDS if trouble.is_refused else PAUSE_SECONDS
        self._silent_until = self._now() + pause * random.uniform(0.8, 1.2)  # noqa: S311  jitter, not a secret
        self._trouble = trouble
        lives = self._living()
        if lives is None:
            raise trouble
        return lives
