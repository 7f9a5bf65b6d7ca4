"""How long something takes: on the clock, and of the processors, on whose word alone a busy machine can be judged."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock, and those that processors worked, for ended processes that were started as well."""

    clock: float = 0.0
    work: float = 0.0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.clock + other.clock, self.work + other.work)

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.work:.2f} s of work)"


def timed(do: Callable[[], Any]) -> tuple[Any, Taken]:
    """Return what `do` returns, and what it took."""
    begun, worked = time.perf_counter(), _worked()
    return do(), Taken(time.perf_counter() - begun, _worked() - worked)


def taken_by(do: Callable[[], Any]) -> Taken:
    return timed(do)[1]


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
