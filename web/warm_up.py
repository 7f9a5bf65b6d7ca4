"""What a process does once before it works, so that nobody has to wait for it later and nothing is held in vain."""

import ctypes
import gc
import sys
from contextlib import suppress

from engine.house import House
from engine.intake import take_in

# A webhook takes some five short turns at Python's lock; while a message is handled, each would wait five milliseconds.
SWITCH_SECONDS = 0.0003
M_ARENA_MAX = -8  # of malloc.h


def warm_up(house: House, works: bool) -> None:
    """Open a connection and prepare its statement; where this process `works`, let threads wait less for each other."""
    take_in(house.db, house.work, [], "handle")
    if works:
        sys.setswitchinterval(SWITCH_SECONDS)


def share_heaps() -> None:
    """Let all threads share two heaps, before there are any: each would take one of its own and hardly use it."""
    with suppress(OSError, AttributeError):  # only glibc has it
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def settle_down() -> None:
    """Give back what starting left over. What is loaded stays: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
