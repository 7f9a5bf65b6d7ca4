"""Whoever writes is answered by the task that read the message, and nobody waits because LINE is slow to take an answer."""

import time

import pytest

from bot import build_house
from engine.clock import SettableClock
from jobs.replies import APART_SECONDS, LONGEST_WAIT, Replies
from line import posts
from models.inbox import Event, Handled
from models.notice import LEASE, Notice, Sent
from tests.office import CAST, user_id

REPLY = "/v2/bot/message/reply"
HELP = "ช่วยเหลือ"


@pytest.fixture
def running(house, clock, office, phones):
    """The house with two threads for tasks, to be started."""
    made = build_house(house.settings, clock=SettableClock(start=clock.now()), threads=2)
    yield made
    made.work.stop()
    made.db.close()


def notices(house):
    with house.db.read() as session:
        return session.query(Notice).order_by(Notice.id).all()


def test_an_answer_needs_no_second_task(house, phones, line, monkeypatch):
    monkeypatch.setitem(house.work._tasks, "deliver", lambda key: pytest.fail(f"a task for notice {key}"))
    phones["สมชาย"].says(HELP)
    assert [row["how"] for row in line.sent] == ["reply"]
    (notice,) = notices(house)
    assert (notice.state, notice.how, notice.attempts) == (Sent.SENT, "reply", 1)
    assert notice.request_id and not notice.messages and notice.reply_token is None


def test_killed_between_commit_and_reply_the_answer_still_comes_for_free(
    house, clock, phones, line, monkeypatch
):
    with monkeypatch.context() as killed:
        killed.setattr(Replies, "send", lambda self, answer: None)
        assert phones["สมชาย"].says(HELP) == ""
    assert phones["สมชาย"].reads() == "", "until the lease runs out it may be on its way"
    clock.set(clock.now() + LEASE)
    assert "รายงาน" in phones["สมชาย"].reads()
    assert [row["how"] for row in line.sent] == ["reply"]


def test_killed_between_reply_and_writing_it_down_nothing_comes_twice(
    house, clock, phones, line, monkeypatch
):
    with monkeypatch.context() as killed:
        killed.setattr(Replies, "_write", lambda self, ends: None)
        assert "รายงาน" in phones["สมชาย"].says(HELP)
    clock.set(clock.now() + LEASE)
    assert phones["สมชาย"].reads() == ""
    (notice,) = notices(house)
    assert (notice.state, notice.how) == (Sent.SENT, "reply"), "the spent token tells that it had arrived"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the engine of one process
@pytest.mark.parametrize("has_arrived", [False, True])
def test_the_process_that_follows_a_killed_one_does_not_wait_for_its_lease(
    running, house, phones, line, monkeypatch, has_arrived
):
    with monkeypatch.context() as killed:
        if has_arrived:
            killed.setattr(Replies, "_write", lambda self, ends: None)
        else:
            killed.setattr(Replies, "send", lambda self, answer: None)
        phones["สมชาย"].says(HELP)
    running.work.start()
    assert running.work.drain()
    (notice,) = notices(house)
    assert (notice.state, notice.how) == (Sent.SENT, "reply")
    assert [row["how"] for row in line.sent] == ["reply"]


def test_several_messages_that_wait_are_answered_in_their_order(house, phones, line):
    words = ["ฉันคือใคร", HELP, "กำหนดส่ง", "ฉันคือใคร", HELP, "กำหนดส่ง", HELP]
    with line.holding() as held:
        for each in words:
            line.say(user_id("สมชาย"), each)
    line.deliver(held)
    answers = phones["สมชาย"].reads()
    assert len(line.sent) == len(words)
    replied = [request["body"]["replyToken"] for request in line.requests if request["path"] == REPLY]
    assert replied == [event["replyToken"] for event in held], answers


def test_the_ends_of_many_answers_are_written_together(running, line, monkeypatch):
    write, together = Replies._write, []

    def counted(self, ends):
        together.append(len(ends))
        write(self, ends)

    monkeypatch.setattr(Replies, "_write", counted)
    for name in CAST:
        for _ in range(3):
            line.say(user_id(name), HELP)
    began = time.monotonic()
    running.work.start()
    assert running.work.drain()
    assert sum(together) == 3 * len(CAST)
    assert len(together) <= 2 + (time.monotonic() - began) / APART_SECONDS
    assert {notice.state for notice in notices(running)} == {Sent.SENT}


def test_while_line_hangs_the_lanes_of_others_go_on_at_once(running, line):
    line.hang(30, REPLY)
    try:
        for name in CAST:
            for _ in range(3):
                line.say(user_id(name), HELP)
        running.work.start()

        def handled():
            with running.db.read() as session:
                return session.query(Event).filter_by(state=Handled.DONE).count() == 3 * len(CAST)

        # Far sooner than the first time-out: what hangs holds no thread of those that read messages.
        for _ in range(50):
            if handled():
                break
            line.faults.let_go.wait(0.1)
        assert handled()
    finally:
        line.faults.let_go.set()
        line.hang(0)


def test_what_waited_too_long_for_its_turn_is_left_to_a_task(house, clock, phones, line, monkeypatch):
    send = Replies.send

    def late(self, answer):
        clock.set(clock.now() + 2 * LONGEST_WAIT)
        send(self, answer)

    monkeypatch.setattr(Replies, "send", late)
    assert "รายงาน" in phones["สมชาย"].says(HELP)
    (notice,) = notices(house)
    assert (notice.state, notice.how, notice.attempts) == (Sent.SENT, "reply", 1)
    assert [row["how"] for row in line.sent] == ["reply"]


def test_no_transaction_is_open_while_line_is_slow(house, phones, line, monkeypatch):
    reply, open_ones = posts.Replies.reply, []

    async def looks(self, token, messages):
        open_ones.append(house.db.engine.pool.checkedout())
        return await reply(self, token, messages)

    monkeypatch.setattr(posts.Replies, "reply", looks)
    phones["สมชาย"].says(HELP)
    if not house.db.is_sqlite:
        # drain() has one connection of its own, to the queue, and it commits each statement by itself.
        open_ones = [count - 1 for count in open_ones]
    assert open_ones == [0]
