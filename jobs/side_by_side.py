"""Shares the provinces of a tick out, among threads of this process and among all processes that tick at that moment."""

import random
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from engine.house import House

Done = TypeVar("Done")
# While PostgreSQL writes one province's notices, the next one's are made. A third at once brought nothing, and memory.
AT_ONCE = 2


def side_by_side(house: House, province_ids: Collection[int], do: Callable[[int], Done]) -> Iterator[Done]:
    """Yield what `do` returns for each province, in any order, two at a time; SQLite has one writer, so one at a time.

    Each is a transaction of its own. Who comes second to a run waits for the first, and an order of their own keeps
    processes from meeting at every province.
    """
    anyhow = random.sample(list(province_ids), len(province_ids))
    if house.db.is_sqlite or len(anyhow) < AT_ONCE:
        yield from map(do, anyhow)
        return
    with ThreadPoolExecutor(AT_ONCE, "province") as threads:
        yield from threads.map(do, anyhow)
