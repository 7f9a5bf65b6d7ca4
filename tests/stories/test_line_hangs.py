"""LINE does not answer at all: threads are spared, and as soon as it is back everything arrives, once."""

from datetime import timedelta

import pytest

from bot import build_house
from engine.clock import SettableClock
from line.breaker import MOST_FAILURES
from models.notice import LEASE, Notice, Sent
from tests.days import moment
from tests.office import CAST, user_id

REPLY = "/v2/bot/message/reply"


@pytest.fixture
def answers_wait(house, clock, office, phones, line):
    """Thirty answers wait for a LINE that breaks every connection."""
    clock.set(moment(5, 3, 8, 0))
    with line.holding() as held:
        for name in CAST:
            for _ in range(6):
                line.say(user_id(name), "ช่วยเหลือ")
    assert line.deliver(held) == 200
    line.down()
    house.work.drain()
    return len(held)


def tries(line):
    return sum(each["path"] == REPLY or "push" in each["path"] for each in line.requests)


def test_a_dead_line_is_asked_a_few_times_and_not_by_everybody(house, clock, line, answers_wait):
    assert answers_wait == 30 and tries(line) == MOST_FAILURES
    for _ in range(10):
        clock.set(clock.now() + timedelta(minutes=3))
        house.work.drain()
    assert tries(line) <= 2 * MOST_FAILURES + 11, "then once in each pause"

    line.up()
    for _ in range(20):  # half an hour and half as much again is the longest that one waits for its next try
        clock.set(clock.now() + timedelta(minutes=3))
        house.work.drain()
    assert [len(line.pushes(user_id(name))) for name in CAST] == [6] * len(CAST)
    assert set(line.accepted.values()) == {1}
    with house.db.read() as session:
        assert {each.state for each in session.query(Notice)} == {Sent.SENT}


def test_back_within_seconds_the_answers_are_still_free(house, clock, line, answers_wait):
    line.up()
    for _ in range(3):
        clock.set(clock.now() + max(LEASE, timedelta(seconds=15)))
        house.work.drain()
    free = [each for name in CAST for each in line.conversation(user_id(name)) if each["how"] == "reply"]
    assert len(free) == answers_wait


def test_while_line_hangs_messages_go_on_being_taken_in_and_handled(house, clock, office, phones, line):
    running = build_house(house.settings, clock=SettableClock(start=clock.now()), threads=4)
    line.hang(30, "/v2/bot/message")
    running.work.start()
    try:
        for name in CAST:
            line.say(user_id(name), "ช่วยเหลือ")

        def handled():
            with house.db.read() as session:
                return session.query(Notice).filter_by(kind="answer").count() == len(CAST)

        for _ in range(200):
            if handled():
                break
            line.faults.let_go.wait(0.1)
        assert handled(), "answers wait in rows, not in threads"
    finally:
        line.faults.let_go.set()
        line.hang(0)
        running.work.stop()
        running.db.close()
