"""Requests that wait share a transaction; one bad row costs nobody else, and nobody is told 200 before the commit."""

import threading
import time

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

import web.together
from web.together import MOST_ROWS, Together


class Store:
    """A database that takes its time, and refuses what is called "bad"."""

    def __init__(self):
        self.calls = []
        self.committed = set()
        self.goes_on = threading.Event()
        self.fault = None

    def __call__(self, rows):
        self.calls.append([row["id"] for row in rows])
        self.goes_on.wait(5)
        if self.fault is not None:
            raise self.fault
        if any(row["id"] == "bad" for row in rows):
            raise IntegrityError("INSERT", {}, Exception("bad"))
        self.committed.update(row["id"] for row in rows)


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def outcome(store):
    """Send one request that leads and, while it is being stored, the others; return what each of them was told."""

    def outcome(*ids, first="first"):
        together, told = Together(store), {}

        def ask(name, rows):
            try:
                together.store(rows)
            except Exception as fault:
                told[name] = fault
            else:
                told[name] = (
                    "stored" if {row["id"] for row in rows} <= store.committed else "promised too early"
                )

        threads = [threading.Thread(target=ask, args=(first, [{"id": first}]))]
        threads[0].start()
        while not store.calls:
            time.sleep(0.001)
        for name in ids:
            threads.append(threading.Thread(target=ask, args=(name, [{"id": name}])))
            threads[-1].start()
        while sum(len(group.requests) for group in together._waiting) < len(ids):
            time.sleep(0.001)
        store.goes_on.set()
        for thread in threads:
            thread.join(5)
        return told

    return outcome


def test_who_waits_meanwhile_is_stored_together(store, outcome):
    assert outcome("a", "b", "c") == dict.fromkeys(("first", "a", "b", "c"), "stored")
    assert [sorted(call) for call in store.calls] == [["first"], ["a", "b", "c"]]


def test_one_bad_row_fails_its_own_request_only(store, outcome):
    told = outcome("a", "bad", "c")
    assert isinstance(told.pop("bad"), IntegrityError)
    assert set(told.values()) == {"stored"}


def test_a_database_that_is_away_is_asked_once_for_all(store, outcome):
    store.fault = OperationalError("INSERT", {}, Exception("gone"))
    told = outcome("a", "b")
    assert all(isinstance(each, OperationalError) for each in told.values())
    assert len(store.calls) == 2


def test_it_goes_on_after_a_fault(store):
    store.goes_on.set()
    together = Together(store)
    store.fault = ValueError("odd")
    with pytest.raises(ValueError, match="odd"):
        together.store([{"id": "a"}])
    store.fault = None
    together.store([{"id": "a"}])
    assert store.committed == {"a"}


def test_one_transaction_stays_small_enough(store):
    store.goes_on.set()
    together = Together(store)
    together.store([{"id": str(number)} for number in range(MOST_ROWS + 5)])
    assert len(store.calls) == 1, "one body is never torn apart"


def test_what_does_not_fit_comes_in_the_next_transaction(store, outcome, monkeypatch):
    monkeypatch.setattr(web.together, "MOST_ROWS", 2)
    assert set(outcome("a", "b", "c").values()) == {"stored"}
    assert [len(call) for call in store.calls] == [1, 2, 1]


def test_who_has_waited_for_too_long_is_told_so_and_keeps_nobody_else(store, monkeypatch):
    together = Together(store)
    first = threading.Thread(target=together.store, args=([{"id": "first"}],))
    first.start()
    while not store.calls:
        time.sleep(0.001)
    with monkeypatch.context() as hurry:
        hurry.setattr(web.together, "PATIENCE_SECONDS", 0.01)
        with pytest.raises(OSError, match="too long"):
            together.store([{"id": "hurried"}])
    patient = threading.Thread(target=together.store, args=([{"id": "patient"}],))
    patient.start()
    store.goes_on.set()
    for thread in (first, patient):
        thread.join(5)
    assert store.committed == {"first", "patient"}, "what LINE was told 503 for comes again by itself"


def test_nobody_is_forgotten_under_load():
    stored, lock = [], threading.Lock()

    def store(rows):
        assert lock.acquire(blocking=False), "two at once"
        stored.extend(rows)
        lock.release()

    together = Together(store)
    work = [
        threading.Thread(target=lambda: [together.store([{"id": number}]) for number in range(200)])
        for _ in range(8)
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join(20)
    assert len(stored) == 1600
