"""Does a transaction again that PostgreSQL ended because two waited for each other; jobs/push.py calls it.

Most work needs no such care: a task that breaks is found by the sweep, a duty runs at the next tick of the clock. But
what LINE has answered is known to nobody but the run that heard it.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import OperationalError

log = structlog.get_logger()
Result = TypeVar("Result")
DEADLOCK = "40P01"
MOST_TIMES = 5
# Whoever begins again at once may be there before the other one has woken up, and hold it up anew.
OTHERS_FIRST_SECONDS = 0.1


def despite_deadlock(do: Callable[[], Result]) -> Result:
    """Return what `do` returns: one whole transaction, which is done again where it was ended for another's sake."""
    for _time in range(MOST_TIMES - 1):
        try:
            return do()
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != DEADLOCK:
                raise
            log.warning("deadlock_ended")
            time.sleep(OTHERS_FIRST_SECONDS)
    return do()
