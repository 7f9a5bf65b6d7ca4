"""How often one address may ask for pages: a count for the running minute, kept in this process and bounded in memory."""

import threading
from collections.abc import Callable

from flask import Response, request

from engine.clock import Clock
from i18n import _, speaking

PAGES_A_MINUTE = 120
A_MINUTE = 60
MOST_ADDRESSES = 10_000
# Those that somebody opens by hand. Metrics and health are asked by machines, LINE fetches charts for thousands.
COUNTED = ("/photos/", "/form/", "/papers/", "/imports/")
OWN_PROXY = ("127.0.0.1", "::1")


class Rate:
    """Counts requests by address and minute."""

    def __init__(self, clock: Clock, most: int = PAGES_A_MINUTE) -> None:
        self._clock, self._most = clock, most
        self._minute = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def take(self, address: str) -> bool:
        """Count a request; False where the address has had its share of this minute."""
        minute = int(self._clock.now().timestamp()) // A_MINUTE
        with self._lock:
            # A new minute begins with nothing, and so does a flood of addresses: memory stays bounded.
            if minute != self._minute or len(self._counts) >= MOST_ADDRESSES:
                self._minute, self._counts = minute, {}
            self._counts[address] = self._counts.get(address, 0) + 1
            return self._counts[address] <= self._most


def limit(clock: Clock) -> Callable[[], Response | None]:
    """Return what refuses pages to an address that asks for too many, before anything is looked up."""
    rate = Rate(clock)

    def refuse() -> Response | None:
        if not request.path.startswith(COUNTED) or rate.take(address_of_request()):
            return None
        with speaking("th"):
            words = _("Too many requests from here. Please wait a minute.")
        return Response(words, 429, {"Retry-After": str(A_MINUTE)}, mimetype="text/plain")

    return refuse


def address_of_request() -> str:
    """Return who asks. Only a proxy on this machine is believed, and only in what it added itself: the last address."""
    direct = request.remote_addr or "?"
    passed_on = request.headers.get("X-Forwarded-For", "")
    if direct in OWN_PROXY and passed_on:
        return passed_on.rsplit(",", 1)[-1].strip()[:64]
    return direct
