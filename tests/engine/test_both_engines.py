"""What the house may rely on, whichever engine runs: order, transactions, nothing lost, and a stop that waits."""

import threading
import time
from collections import defaultdict

import pytest
from sqlalchemy import text

from tests.engine.rows import Rows


def wait_for(happened, seconds=10.0):
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.01)
    return happened()


@pytest.fixture
def rows():
    return Rows()


def test_tasks_of_one_lock_run_one_after_another_and_in_order(db, rows, started):
    work = started({"do": rows.do}, rows.sweep)
    expected = defaultdict(list)
    for number in range(60):
        key, lock = f"{number:03d}", f"person {number % 5}"
        expected[lock].append(key)
        with db.write() as session:
            rows.add(key, lock)
            work.enqueue(session, "do", key, lock)
    assert work.drain(20)

    assert rows.clashes == [] and len(rows.done) == 60
    for keys in expected.values():
        assert [key for key in rows.done if key in keys] == keys


def test_different_locks_run_side_by_side(db, started):
    both = threading.Barrier(2)
    work = started({"meet": lambda _key: both.wait(5)}, threads=2)
    with db.write() as session:
        work.enqueue(session, "meet", "1", "one")
        work.enqueue(session, "meet", "2", "two")
    assert work.drain(8) and not both.broken


def test_nothing_runs_before_the_commit_nor_after_a_rollback(db, started):
    ran = []
    work = started({"do": ran.append})
    with db.write() as session:
        work.enqueue(session, "do", "committed", "a")
        with session.begin_nested():
            session.execute(text("SELECT 1"))
        time.sleep(0.05)
        assert ran == [], "a savepoint is no commit"
    with pytest.raises(ValueError), db.write() as session:
        work.enqueue(session, "do", "rolled back", "a")
        raise ValueError
    with db.write() as session:
        work.enqueue(session, "do", "taken back", "a")
        session.rollback()
    assert work.drain(5)
    assert "committed" in ran and "rolled back" not in ran


def test_asking_again_while_the_task_runs_runs_it_again(db, started):
    begun, go_on, ran = threading.Event(), threading.Event(), []

    def do(key):
        ran.append(key)
        begun.set()
        go_on.wait(5)

    work = started({"do": do})
    with db.write() as session:
        work.enqueue(session, "do", "k", "a")
    assert begun.wait(5)
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
    assert wait_for(lambda: rows.done == ["left behind"])


def test_a_sweep_that_fails_does_not_stop_the_start(db, started):
    def away():
        raise OSError("no rows")

    ran = []
    work = started({"do": ran.append}, away)
    with db.write() as session:
        work.enqueue(session, "do", "k", "a")
    assert wait_for(lambda: ran == ["k"])


def test_what_shall_run_later_holds_up_nothing_of_its_lock(db, started):
    ran = []
    work = started({"do": ran.append})
    with db.write() as session:
        work.enqueue(session, "do", "later", "a", wait_seconds=1.0)
        work.enqueue(session, "do", "now", "a")
    assert wait_for(lambda: ran == ["now"])
    assert wait_for(lambda: ran == ["now", "later"])


def test_stop_waits_for_what_is_in_hand_and_begins_nothing_new(db, started):
    begun, ran = threading.Event(), []

    def slow(key):
        begun.set()
        time.sleep(0.3)
        ran.append(key)

    work = started({"slow": slow}, threads=1)
    with db.write() as session:
        for number in range(5):
            work.enqueue(session, "slow", str(number), f"lock {number}")
    assert begun.wait(5)
    assert work.stop(10) is True
    assert ran == ["0"]


def test_stop_does_not_wait_for_ever(db, started):
    release = threading.Event()
    work = started({"stuck": lambda _key: release.wait(30)}, threads=2)
    with db.write() as session:
        work.enqueue(session, "stuck", "1", "a")
    time.sleep(0.7)
    began = time.monotonic()
    assert work.stop(0.5) is False
    assert time.monotonic() - began < 2
    release.set()


def test_by_hand_drain_does_the_work_and_gives_up_in_time(db, made):
    def ask_again(key):
        with db.write() as session:
            work.enqueue(session, "do", key, "a")

    work = made({"do": ask_again}, threads=0)
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
    assert work.drain(30)
    assert len(rows.done) == len(set(rows.done)) == 120 and rows.clashes == []


def test_how_it_is(db, made):
    release = threading.Event()
    work = made({"stuck": lambda _key: release.wait(10)}, threads=1)
    work.start()
    with db.write() as session:
        for number in range(3):
            work.enqueue(session, "stuck", str(number), f"lock {number}")

    def vitals():
        with db.read() as session:
            return work.vitals(session)

    assert wait_for(lambda: vitals().workers == 1 and vitals().waiting == 2)
    assert 0 <= vitals().oldest_seconds < 10
    release.set()
    assert work.drain(10)
    assert (vitals().waiting, vitals().oldest_seconds) == (0, 0)
