"""Work that makes many objects at once and no rings of dead ones: Python would look through all of them again and again."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_changing = threading.Lock()
_inside = 0


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python look for no rings of dead objects meanwhile, on whatever thread: it should not be long."""
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside  # noqa: PLW0603  the collector is one for the process
    with _changing:
        _inside += 1
        gc.disable()


def _leave() -> None:
    global _inside  # noqa: PLW0603
    with _changing:
        _inside -= 1
        if not _inside:
            gc.enable()
