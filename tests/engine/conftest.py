"""Both engines, each on the kind of database it is for."""

import pytest

from engine.distributed import DistributedWork
from engine.embedded import EmbeddedWork


@pytest.fixture
def made(db):
    """Return a function that makes the engine of this kind of database; all are stopped in the end."""
    works = []

    def make(tasks, sweep=list, threads=4):
        work = (
            EmbeddedWork(tasks, sweep, threads)
            if db.is_sqlite
            else DistributedWork(tasks, sweep, db, threads)
        )
        works.append(work)
        return work

    yield make
    for work in works:
        work.stop(5)


@pytest.fixture
def started(made):
    """Return a function that makes an engine and starts it."""

    def start(tasks, sweep=list, threads=4):
        work = made(tasks, sweep, threads)
        work.start()
        return work

    return start
