"""Trouble on order: errors, silence, broken connections and a LINE that is down."""

import json
import threading
from dataclasses import dataclass, field

RATE_MESSAGE = "The API rate limit has been exceeded. Try again later."


@dataclass
class Fault:
    """One kind of trouble for the next `left` requests under `prefix`. `status` 0 breaks the connection.

    With `after_accepting` the request takes effect and only its answer is lost: what retry keys are for.
    """

    left: int
    status: int
    body: str
    prefix: str
    after_accepting: bool


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)
    seconds: float = 0.0
    hang_prefix: str = "/"
    is_down: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)
    let_go: threading.Event = field(default_factory=threading.Event)

    def take(self, path: str) -> Fault | None:
        """Return the trouble due for a request to `path`, and count it off; None where all is well."""
        with self.lock:
            fault = next((one for one in self.waiting if one.left > 0 and path.startswith(one.prefix)), None)
            if fault:
                fault.left -= 1
            return fault

    def dawdle(self, path: str) -> None:
        """Keep the answer back for as long as `hang` asked, or until the stand-in stops."""
        if self.seconds and path.startswith(self.hang_prefix):
            self.let_go.wait(self.seconds)


class Sabotage:
    """What a test can do to the stand-in; `path_prefix` narrows it to some endpoints."""

    faults: Faults

    def fail_next(
        self,
        n: int = 1,
        status: int = 500,
        body: dict[str, object] | str | None = None,
        path_prefix: str = "/",
        *,
        after_accepting: bool = False,
    ) -> None:
        """Answer the next `n` requests with `status` and `body` (JSON, or text as it stands)."""
        given = {"message": "Internal server error"} if body is None else body
        text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
        self.faults.waiting.append(Fault(n, status, text, path_prefix, after_accepting))

    def throttle(self, n: int = 1, path_prefix: str = "/") -> None:
        """Answer the next `n` requests with LINE's rate-limit error."""
        self.fail_next(n, 429, {"message": RATE_MESSAGE}, path_prefix)

    def reset_connections(self, n: int = 1, path_prefix: str = "/", *, after_accepting: bool = False) -> None:
        """Break the connection of the next `n` requests without an answer."""
        self.faults.waiting.append(Fault(n, 0, "", path_prefix, after_accepting))

    def hang(self, seconds: float, path_prefix: str = "/") -> None:
        """From now on take each request, but answer only after `seconds`; 0 ends it."""
        self.faults.seconds, self.faults.hang_prefix = seconds, path_prefix

    def down(self) -> None:
        """Break every connection until `up`."""
        self.faults.is_down = True

    def up(self) -> None:
        """End all trouble."""
        self.faults.is_down, self.faults.seconds = False, 0.0
        self.faults.waiting.clear()
