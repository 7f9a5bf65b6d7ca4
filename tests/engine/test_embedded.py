"""The engine of one process: tasks of one lock in order, others side by side, nothing lost, and a stop that waits."""

import threading
import time
from collections import defaultdict

import pytest
from sqlalchemy import text

from engine.embedded import EmbeddedWork


class Rows:
    """What a database would hold: keys that wait until their task has run."""

    def __init__(self):
        self.waiting: dict[str, str] = {}
        self.done: list[str] = []
        self.busy: set[str] = set()
        self.clashes: list[str] = []
        self.lock = threading.Lock()

    def add(self, key, lock):
        self.waiting[key] = lock

    def sweep(self):
        with self.lock:
            return [("do", key, lock) for key, lock in self.waiting.items()]

    def do(self, key):
        with self.lock:
            lock = self.waiting.get(key)
            if lock is None:
                return
            if lock in self.busy:
                self.clashes.append(key)
            self.busy.add(lock)
        time.sleep(0.002)
        with self.lock:
            self.busy.discard(lock)
            del self.waiting[key]
            self.done.append(key)


@pytest.fixture
def rows():
    return Rows()


@pytest.fixture
def started():
    works = []

    def start(tasks, sweep, threads=4):
        work = EmbeddedWork(tasks, sweep, threads)
        works.append(work)
        work.start()
        return work

    yield start
    for work in works:
        work.stop(5)


def test_tasks_of_one_lock_run_one_after_another_and_in_order(db, rows, started):
    work = started({"do": rows.do}, rows.sweep)
    expected = defaultdict(list)
    for number in range(60):
        key, lock = f"{number:03d}", f"person {number % 5}"
        expected[lock].append(key)
        with db.write() as session:
            rows.add(key, lock)
            work.enqueue(session, "do", key, lock)
    assert work.drain(10)

    assert rows.clashes == [] and len(rows.done) == 60
    for keys in expected.values():
        assert [key for key in rows.done if key in keys] == keys


def test_different_locks_run_side_by_side(db, started):
    both = threading.Barrier(2)
    work = started({"meet": lambda _key: both.wait(5)}, list, threads=2)
    with db.write() as session:
        work.enqueue(session, "meet", "1", "one")
        work.enqueue(session, "meet", "2", "two")
    assert work.drain(6) and not both.broken


def test_nothing_runs_before_the_commit_nor_after_a_rollback(db, started):
    ran = []
    work = started({"do": ran.append}, list)
    with db.write() as session:
        work.enqueue(session, "do", "committed", "a")
        with session.begin_nested():
            session.execute(text("SELECT 1"))
        time.sleep(0.05)
        assert ran == [], "a savepoint is no commit"
    with pytest.raises(ValueError), db.write() as session:
        work.enqueue(session, "do", "rolled back", "a")
        raise ValueError
    assert work.drain(5)
    assert ran == ["committed"]


def test_asking_again_while_the_task_runs_runs_it_once_more(db, started):
    begun, go_on, ran = threading.Event(), threading.Event(), []

    def do(key):
        ran.append(key)
        begun.set()
        go_on.wait(5)

    work = started({"do": do}, list)
    with db.write() as session:
        work.enqueue(session, "do", "k", "a")
    assert begun.wait(5)
    for _ in range(3):  # what came meanwhile is seen by one more look, not by three
        with db.write() as session:
            work.enqueue(session, "do", "k", "a")
    go_on.set()
    assert work.drain(5)
    assert ran == ["k", "k"]


def test_a_task_that_fails_costs_no_other_its_turn_and_comes_back_with_the_sweep(rows, started):
    broken = [True]

    def do(key):
        if key == "bad" and broken:
            broken.pop()
            raise RuntimeError("once")
        rows.do(key)

    rows.add("bad", "a")
    rows.add("good", "a")
    work = started({"do": do}, rows.sweep)
    assert work.drain(5)
    assert work.drain(5)
    assert sorted(rows.done) == ["bad", "good"]


def test_what_a_crash_left_behind_is_found_at_start(rows, started):
    rows.add("left behind", "a")
    started({"do": rows.do}, rows.sweep)
    until = time.monotonic() + 5
    while not rows.done and time.monotonic() < until:
        time.sleep(0.01)
    assert rows.done == ["left behind"]


def test_a_database_that_is_away_at_start_does_not_stop_the_start(started):
    def away():
        raise OSError("no database")

    work = started({}, away)
    with pytest.raises(OSError):
        work.drain(1)


def test_stop_waits_for_what_is_in_hand_and_begins_nothing_new(db, started):
    begun, ran = threading.Event(), []

    def slow(key):
        begun.set()
        time.sleep(0.3)
        ran.append(key)

    work = started({"slow": slow}, list, threads=1)
    with db.write() as session:
        for number in range(5):
            work.enqueue(session, "slow", str(number), f"lock {number}")
    assert begun.wait(5)
    work.stop(10)
    assert ran == ["0"]


def test_stop_does_not_wait_for_ever(db, started):
    release = threading.Event()
    work = started({"stuck": lambda _key: release.wait(30)}, list, threads=2)
    with db.write() as session:
        work.enqueue(session, "stuck", "1", "a")
    began = time.monotonic()
    work.stop(0.5)
    assert time.monotonic() - began < 2
    release.set()


def test_without_threads_drain_does_the_work_and_gives_up_in_time(db):
    def ask_again(key):
        with db.write() as session:
            work.enqueue(session, "do", key, "a")

    work = EmbeddedWork({"do": ask_again}, list, threads=0)
    ask_again("for ever")
    assert work.drain(0.3) is False


def test_many_writers_at_once_lose_nothing(db, rows, started):
    work = started({"do": rows.do}, rows.sweep, threads=6)

    def write(number):
        for count in range(20):
            with db.write() as session:
                session.execute(text("SELECT 1"))
                key = f"{number}-{count}"
                with rows.lock:
                    rows.add(key, f"lock {count % 7}")
                work.enqueue(session, "do", key, f"lock {count % 7}")

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert work.drain(20)
    assert len(rows.done) == len(set(rows.done)) == 120 and rows.clashes == []
