"""Stores what several requests brought in one transaction: a disk commits so many times a second, however much is in each.

One thread stores for all: what comes while it is at it waits, and is stored in its next transaction. The thread goes
home when nothing comes any more. Nobody returns before the commit.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

Rows = list[dict[str, Any]]
MOST_ROWS = 1000
IDLE_SECONDS = 5.0
# A database that is locked or gone must not keep every thread of the web server; LINE hangs up after two seconds.
PATIENCE_SECONDS = 5.0


class _Request:
    __slots__ = ("fault", "rows")

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.fault: Exception | None = OSError("whoever stored for all did not come to an end")


class _Group:
    """Requests that are stored in one transaction.

    `is_over` is held until then, and after that by one at a time, on its way through: of many who wake at once each would
    first have to wait for Python's own lock.
    """

    __slots__ = ("how_many", "is_over", "requests")

    def __init__(self) -> None:
        self.requests: list[_Request] = []
        self.how_many = 0
        # A bare lock wakes its waiter at a tenth of a semaphore's cost.
        self.is_over = threading.Lock()
        self.is_over.acquire()

    def takes(self, rows: Rows) -> bool:
        return not self.requests or self.how_many + len(rows) <= MOST_ROWS

    def add(self, request: _Request) -> None:
        self.requests.append(request)
        self.how_many += len(request.rows)

    def remove(self, request: _Request) -> None:
        self.requests.remove(request)
        self.how_many -= len(request.rows)


class Together:
    """`store(rows)` is called from one thread at a time; what it raises reaches those whose rows were in the call."""

    def __init__(self, store: Callable[[Rows], None]) -> None:
        self._store = store
        self._changed = threading.Condition()
        self._waiting: deque[_Group] = deque()
        self._is_served = False

    def store(self, rows: Rows) -> None:
        """Return once `rows` are committed; raise what kept them from it, OSError where that is not known in time."""
        mine = _Request(rows)
        with self._changed:
            group = self._join(mine)
        if not group.is_over.acquire(timeout=PATIENCE_SECONDS):
            self._give_up(mine, group)
        group.is_over.release()
        if mine.fault is not None:
            raise mine.fault

    def _join(self, mine: _Request) -> _Group:
        if not self._waiting or not self._waiting[-1].takes(mine.rows):
            self._waiting.append(_Group())
            self._changed.notify()
        if not self._is_served:
            self._is_served = True
            threading.Thread(target=self._serve, daemon=True, name="intake").start()
        group = self._waiting[-1]
        group.add(mine)
        return group

    def _give_up(self, mine: _Request, group: _Group) -> None:
        """Take `mine` out of what waits. What is being stored already may be stored in the end, and harms nobody."""
        with self._changed:
            if group in self._waiting:
                group.remove(mine)
        raise OSError("the database takes too long")

    def _serve(self) -> None:
        while group := self._next():
            try:
                self._store_all(group.requests)
            finally:
                group.is_over.release()

    def _next(self) -> _Group | None:
        """Return what waits, None where nothing has come for a while: then this thread serves no more."""
        with self._changed:
            self._is_served = self._changed.wait_for(lambda: bool(self._waiting), IDLE_SECONDS)
            return self._waiting.popleft() if self._waiting else None

    def _store_all(self, group: list[_Request]) -> None:
        fault = self._fault_of(group)
        for each in group:
            each.fault = self._fault_of([each]) if _is_of_one(fault) and len(group) > 1 else fault

    def _fault_of(self, group: list[_Request]) -> Exception | None:
        try:
            self._store([row for each in group for row in each.rows])
        except Exception as error:
            return error
        return None


def _is_of_one(fault: Exception | None) -> bool:
    """Return whether one request's rows may be at fault, and not the database, which then keeps all from being stored."""
    is_of_database = isinstance(fault, OperationalError | InterfaceError | OSError) or (
        isinstance(fault, DBAPIError) and fault.connection_invalidated
    )
    return fault is not None and not is_of_database
