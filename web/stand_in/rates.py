"""LINE's rate limits. Source: Messaging API reference, rate limits."""

import re
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

Limit = tuple[str, int, float]
# (pattern of "METHOD path", requests, seconds); the first that fits counts, each pattern by itself.
LINES_OWN: tuple[Limit, ...] = (
    (r"POST /v2/bot/message/multicast", 200, 1.0),
    (r"POST /v2/bot/chat/loading/start", 100, 1.0),
    (r"POST /v2/bot/richmenu", 100, 3600.0),
    (r"DELETE /v2/bot/richmenu/[^/]+", 100, 3600.0),
    (r"POST /v2/bot/richmenu/batch", 3, 3600.0),
    (r"POST /v2/bot/channel/webhook/test", 60, 60.0),
    (r".*", 2000, 1.0),
)


@dataclass
class Rates:
    """Sliding windows on the real clock: a simulated one may stand still while requests go on."""

    limits: list[Limit] = field(default_factory=lambda: list(LINES_OWN))
    seen: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def limit(self, pattern: str, requests: int, seconds: float) -> None:
        """Set a limit that comes before LINE's own."""
        self.limits.insert(0, (pattern, requests, seconds))

    def admits(self, method: str, path: str) -> bool:
        """Whether one more request fits; if so it is counted."""
        pattern, most, seconds = next(one for one in self.limits if re.fullmatch(one[0], f"{method} {path}"))
        with self.lock:
            window, moment = self.seen[pattern], time.monotonic()
            while window and moment - window[0] >= seconds:
                window.popleft()
            if len(window) >= most:
                return False
            window.append(moment)
            return True
