"""The one interface between the house and whatever runs its tasks."""

from collections.abc import Callable, Mapping
from typing import Protocol

from sqlalchemy.orm import Session

Task = Callable[[str], None]
Tasks = Mapping[str, Task]


class Work(Protocol):
    """Runs named tasks. A row is the truth, a task only says "look at it": running one twice does no harm."""

    def enqueue(self, session: Session, task: str, key: str, lock: str, wait_seconds: float = 0.0) -> None:
        """Run `task(key)` once `session` has committed, `wait_seconds` later; tasks of one `lock` run one after another.

        A wait may run out late or be forgotten with the process: then the sweep brings the row back.
        """

    def start(self) -> None:
        """Begin to run tasks."""

    def stop(self, seconds: float = 10.0) -> None:
        """Finish what is in hand within `seconds`; what is left stays in its rows."""

    def drain(self, seconds: float = 30.0) -> bool:
        """Return once nothing is left to do, or False when `seconds` have passed."""
