"""The one interface between the house and whatever runs its tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from engine.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

Task = Callable[[str], None]
Tasks = Mapping[str, Task]
Found = list[tuple[str, str, str]]
"""What a sweep found: (task, key, lock) of every row that still waits."""


@dataclass(frozen=True)
class Vitals:
    """How an engine is: tasks whose time has come, how long the oldest has waited, and who works (None: not known here)."""

    waiting: int
    oldest_seconds: float
    workers: int | None


class Work(Protocol):
    """Runs named tasks. A row is the truth, a task only says "look at it": running one twice does no harm."""

    def enqueue(
        self,
        session: Session,
        task: str,
        key: str,
        lock: str,
        wait_seconds: float = 0.0,
    ) -> None:
        """Run `task(key)` once `session` has committed, `wait_seconds` later; tasks of one `lock` run one after another.

        A wait may run out late or be forgotten with the process: then the sweep brings the row back.
        """

    def take_in(self, db: Database, insert: str, given: str, task: str) -> None:
        """Run an INSERT of what is `given`, its one value, and `task(lock)` for each lock that it returns.

        By the time this returns it has committed.

        The way in for LINE's webhooks: one statement and one commit, whatever their number.
        """

    def start(self) -> None:
        """Begin to run tasks."""

    def stop(self, seconds: float = 10.0) -> bool:
        """Finish what is in hand within `seconds`, and say whether it was; what is left stays in its rows."""

    def drain(self, seconds: float = 30.0) -> bool:
        """Return once nothing is left to do, or False when `seconds` have passed."""

    @property
    def sharers(self) -> int:
        """Return how many processes run tasks, this one among them."""

    @property
    def is_stopping(self) -> bool:
        """Return whether stop() was called: a long task then ends soon, and leaves the rest in its rows."""

    def vitals(self, session: Session | Connection) -> Vitals:
        """Return how the engine is, as far as this process and its database can tell."""


class RunsBeside(Protocol):
    """What an engine starts, waits for and stops together with itself."""

    def start(self) -> None: ...

    def rest(self, seconds: float) -> bool: ...

    def stop(self, seconds: float) -> bool: ...
