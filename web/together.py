"""Stores what several requests brought in one transaction: a disk commits so many times a second, however much is in each.

Whoever comes while nobody stores leads: it stores its own rows with all that wait, wakes those whose rows they were,
and hands the lead to one who came meanwhile. Nobody returns before the commit.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

Rows = list[dict[str, Any]]
MOST_ROWS = 1000


class _Request:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.fault: Exception | None = OSError("whoever stored for all did not come to an end")
        self.must_lead = False
        self.woken = threading.Semaphore(0)


class Together:
    """`store(rows)` is called from one thread at a time; what it raises reaches those whose rows were in the call."""

    def __init__(self, store: Callable[[Rows], None]) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._waiting: deque[_Request] = deque()
        self._is_led = False

    def store(self, rows: Rows) -> None:
        """Return once `rows` are committed; raise what kept them from it."""
        mine = _Request(rows)
        with self._lock:
            self._waiting.append(mine)
            mine.must_lead, self._is_led = not self._is_led, True
        if not mine.must_lead:
            mine.woken.acquire()
        if mine.must_lead:
            self._lead()
        if mine.fault is not None:
            raise mine.fault

    def _lead(self) -> None:
        """Store what waits, from the first on; the first is our own, because the lead is given in order."""
        group = self._take()
        try:
            self._store_all(group)
        finally:
            with self._lock:
                next_one = self._waiting[0] if self._waiting else None
                self._is_led = next_one is not None
            for each in group[1:]:
                each.woken.release()
            if next_one is not None:
                next_one.must_lead = True
                next_one.woken.release()

    def _take(self) -> list[_Request]:
        group: list[_Request] = []
        count = 0
        with self._lock:
            while self._waiting and (not group or count + len(self._waiting[0].rows) <= MOST_ROWS):
                group.append(self._waiting.popleft())
                count += len(group[-1].rows)
        return group

    def _store_all(self, group: list[_Request]) -> None:
        fault = self._fault_of([row for each in group for row in each.rows])
        for each in group:
            each.fault = self._fault_of(each.rows) if _is_of_one(fault) and len(group) > 1 else fault

    def _fault_of(self, rows: Rows) -> Exception | None:
        try:
            self._store(rows)
        except Exception as error:
            return error
        return None


def _is_of_one(fault: Exception | None) -> bool:
    """Return whether one request's rows may be at fault, and not the database, which then keeps all from being stored."""
    is_of_database = isinstance(fault, OperationalError | InterfaceError | OSError) or (
        isinstance(fault, DBAPIError) and fault.connection_invalidated
    )
    return fault is not None and not is_of_database
