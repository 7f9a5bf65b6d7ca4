"""Replies with their loop running: many chats at once, one chat in its order, and an end that finishes or gives back."""

import pytest

from bot import build_house
from engine.clock import SettableClock
from jobs import replies
from models.notice import LEASE, Notice, Sent
from tests.office import CAST, user_id

REPLY = "/v2/bot/message/reply"
WORDS = ("ช่วยเหลือ", "ฉันคือใคร")


@pytest.fixture
def running(house, clock, office, phones):
    """The house with two threads for tasks, to be started."""
    made = build_house(house.settings, clock=SettableClock(start=clock.now()), threads=2)
    yield made
    made.work.stop()
    made.db.close()


@pytest.fixture
def asked(running, line):
    """Everybody has asked twice; LINE has the first answer of each, and says nothing. The tokens, in their order."""
    with line.holding() as held:
        for words in WORDS:
            for name in CAST:
                line.say(user_id(name), words)
    assert line.deliver(held) == 200
    line.hang(30, REPLY)
    running.work.start()
    assert line.wait_for(lambda: len(line.sent) == len(CAST), 20), "all chats at once, with two threads"
    yield [event["replyToken"] for event in held]
    line.hang(0)
    line.faults.let_go.set()


def notices(house):
    with house.db.read() as session:
        return session.query(Notice).order_by(Notice.id).all()


def replied(line):
    return [request["body"]["replyToken"] for request in line.requests if request["path"] == REPLY]


def test_chats_do_not_wait_for_each_other_and_one_chat_keeps_its_order(running, line, asked):
    assert len(line.sent) == len(CAST), "of one chat nothing more leaves before LINE has answered"
    line.hang(0)
    line.faults.let_go.set()
    assert running.work.drain()
    first, second = replied(line)[: len(CAST)], replied(line)[len(CAST) :]
    assert set(first) == set(asked[: len(CAST)]) and set(second) == set(asked[len(CAST) :])
    assert {each.state for each in notices(running)} == {Sent.SENT}


def test_a_line_that_hangs_is_not_asked_by_more_and_more(running, line, monkeypatch):
    monkeypatch.setattr(replies, "AT_ONCE", 3)
    with line.holding() as held:
        for name in CAST:
            line.say(user_id(name), WORDS[0])
    assert line.deliver(held) == 200
    line.hang(30, REPLY)
    running.work.start()
    assert line.wait_for(lambda: len(line.sent) == 3, 20)
    assert not line.wait_for(lambda: len(line.sent) > 3, 0.5)
    line.hang(0)
    line.faults.let_go.set()
    assert running.work.drain()
    assert len(line.sent) == len(CAST)


def test_who_stops_finishes_what_is_on_its_way(running, house, line, asked):
    line.hang(0)
    line.faults.let_go.set()
    assert running.work.stop(10)
    sent = [each for each in notices(house) if each.state is Sent.SENT]
    assert len(sent) == len(replied(line)) >= len(CAST)
    assert not [each for each in notices(house) if each.state is not Sent.SENT and each.attempts]


def test_who_stops_while_line_hangs_gives_back_what_has_not_left(running, house, clock, line, asked):
    assert not running.work.stop(1)
    given_back = [each for each in notices(house) if not each.attempts]
    assert len(given_back) == len(CAST) == len(line.sent), "and none of them was tried"
    line.hang(0)
    line.faults.let_go.set()
    assert running.work.stop(10)
    clock.set(clock.now() + LEASE)
    assert house.work.drain()
    assert sorted(replied(line)) == sorted(asked), "each once"
    assert {each.state for each in notices(house)} == {Sent.SENT}
