"""What the simulator is given: the stand-in, the cast and a clock that can be moved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from web.stand_in import LineStandIn

Row = dict[str, Any]


class MovableClock(Protocol):
    """The clock of the demo; moments are aware."""

    def now(self) -> datetime: ...

    def advance_to(self, target: datetime) -> list[Row]:
        """Move on to `target` and run the duties due in between: dict(duty, due, counts) for each."""

    def upcoming(self, n: int) -> list[Row]:
        """Return the next `n` duties: dict(duty, due)."""


@dataclass(frozen=True)
class Demo:
    """`cast` returns dict(user_id, name, role, agency, note, and is_following where not yet a friend)."""

    line: LineStandIn
    cast: Callable[[], list[Row]]
    clock: MovableClock

    def meet(self) -> list[Row]:
        """Return the cast, each with a phone; who has none yet is given one."""
        cast = self.cast()
        for person in cast:
            if person["user_id"] not in self.line.world.chats:
                is_following = person.get("is_following", True)
                self.line.add_friend(person["user_id"], person["name"], is_following=is_following)
        return cast
