"""Two things at a time: what waits for the database does so in a thread, while the next parts of the work are made."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")
MOST_MADE = 2  # parts that lie ready, so that neither side waits for the other's hiccups


def made_ahead(parts: Iterable[Part], do: Callable[[Part], Done]) -> Iterator[Done]:
    """Yield what `do` makes of each part, in order; each is done while those behind it are being made.

    `do` has one part at a time. Where it or the making of a part raises, so does this, and what was not begun is not
    done any more. A single part needs no thread.
    """
    coming = iter(parts)
    first = list(islice(coming, 2))
    if len(first) < 2:
        yield from map(do, first)
        return
    helper = ThreadPoolExecutor(1, "ahead")
    try:
        doing: deque[Future[Done]] = deque()
        for part in chain(first, coming):
            doing.append(helper.submit(do, part))
            if len(doing) > MOST_MADE:
                yield doing.popleft().result()
        while doing:
            yield doing.popleft().result()
    finally:
        helper.shutdown(cancel_futures=True)
