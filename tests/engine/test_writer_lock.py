"""The intake writes first, the others are never forgotten, and no two write at once."""

import threading
import time

from engine import writer_lock
from engine.writer_lock import WriterLock


def test_two_never_write_at_once():
    lock, inside, clashes = WriterLock(), [], []

    def write(door):
        for _ in range(30):
            with door():
                inside.append(1)
                clashes.extend(inside[1:])
                time.sleep(0)
                inside.pop()

    doors = [lock.first, lock.in_turn, lock.in_turn]
    threads = [threading.Thread(target=write, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert clashes == []


def test_the_intake_goes_before_the_others_who_still_get_their_turn(monkeypatch):
    monkeypatch.setattr(writer_lock, "MOST_PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(writer_lock, "QUIET_SECONDS", 0.05)
    lock, turns, stop = WriterLock(), [], threading.Event()

    def intake():
        while not stop.is_set():
            with lock.first():
                turns.append("intake")
                time.sleep(0.001)

    def handler():
        with lock.in_turn():
            turns.append("handler")

    with lock.first():
        pass
    others = [threading.Thread(target=handler) for _ in range(2)]
    busy = threading.Thread(target=intake)
    for thread in (busy, *others):
        thread.start()
    for thread in others:
        thread.join(10)
    stop.set()
    busy.join(5)
    assert turns.count("handler") == 2
    assert turns.index("handler") > 5, "the intake went first"


def seconds_until_the_others_write(lock):
    begun = time.monotonic()
    with lock.in_turn():
        return time.monotonic() - begun


def test_while_webhooks_come_close_upon_each_other_the_others_wait_for_a_pause(monkeypatch):
    monkeypatch.setattr(writer_lock, "QUIET_SECONDS", 0.2)
    monkeypatch.setattr(writer_lock, "BREATH_SECONDS", 0.0)
    lock = WriterLock()
    for _ in range(2):
        with lock.first():
            pass
    assert seconds_until_the_others_write(lock) > 0.15


def test_where_webhooks_come_now_and_then_the_others_begin_right_after_one(monkeypatch):
    monkeypatch.setattr(writer_lock, "QUIET_SECONDS", 0.2)
    lock = WriterLock()
    for _ in range(2):
        time.sleep(0.25)
        with lock.first():
            pass
    assert seconds_until_the_others_write(lock) < 0.15


def test_who_writes_may_write_on():
    lock, written = WriterLock(), []

    def write():
        with lock.in_turn(), lock.in_turn():
            written.append("both")

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    writer.join(5)
    assert written == ["both"], "it does not wait for itself"
