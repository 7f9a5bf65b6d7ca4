"""What only the engine of one process does: merge equal tasks, and sweep again as long as there is much to find."""

import threading

import pytest

from engine.embedded import MANY, EmbeddedWork
from tests.engine.rows import Rows


@pytest.fixture
def started():
    works = []

    def start(tasks, sweep):
        work = EmbeddedWork(tasks, sweep, threads=4)
        works.append(work)
        work.start()
        return work

    yield start
    for work in works:
        work.stop(5)


def test_what_was_asked_for_while_the_task_ran_is_seen_by_one_more_look(db, started):
    begun, go_on, ran = threading.Event(), threading.Event(), []

    def do(key):
        ran.append(key)
        begun.set()
        go_on.wait(5)

    work = started({"do": do}, list)
    for _ in range(4):
        with db.write() as session:
            work.enqueue(session, "do", "k", "a")
        assert begun.wait(5)
    go_on.set()
    assert work.drain(5)
    assert ran == ["k", "k"]


def test_more_than_a_sweep_finds_is_done_without_waiting_for_the_next(started):
    left = [str(number) for number in range(MANY * 3)]
    lock = threading.Lock()

    def sweep():
        with lock:
            return [("do", key, key) for key in left[:MANY]]

    def do(key):
        with lock:
            left.remove(key)

    work = started({"do": do}, sweep)
    assert wait_until(lambda: not left, work)


def wait_until(happened, work):
    for _ in range(500):
        if happened():
            return True
        threading.Event().wait(0.01)
    return happened()


def test_a_database_that_is_away_is_no_reason_to_say_that_all_is_done(started):
    def away():
        raise OSError("no database")

    work = started({}, away)
    with pytest.raises(OSError):
        work.drain(1)


def test_rows_of_a_crash_are_taken_up_in_their_order(started):
    rows = Rows()
    for number in range(20):
        rows.add(f"{number:02d}", "one person")
    work = started({"do": rows.do}, rows.sweep)
    assert work.drain(5)
    assert rows.done == sorted(rows.done) and len(rows.done) == 20
