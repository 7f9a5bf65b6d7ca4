"""LINE fails in all its ways: every message arrives once, or ends with a reason that the office can read."""

import asyncio
from datetime import timedelta

import pytest

from jobs import push_turn
from jobs.push import push_waiting
from line.posts import Pushes, Replies
from models.notice import LEASE, Notice, Sent
from models.outbox import undelivered, unsent
from models.person import person_at
from tests.days import day_comes, moment
from tests.office import user_id
from tests.phones import words_of
from web.stand_in import redelivered

PUSH, REPLY = "/v2/bot/message/push", "/v2/bot/message/reply"
MONDAY = moment(5, 3)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def answers(line, name):
    return [each for each in line.conversation(user_id(name)) if each["from"] == "bot"]


def notices(house, kind="reminder"):
    with house.db.read() as session:
        return session.query(Notice).filter_by(kind=kind).order_by(Notice.id).all()


def time_passes(house, clock, **much):
    clock.set(clock.now() + timedelta(**much))
    assert house.work.drain()


@pytest.mark.parametrize(
    "trouble",
    [
        lambda line: line.fail_next(2, 500, path_prefix=PUSH),
        lambda line: line.fail_next(2, 500, path_prefix=PUSH, after_accepting=True),
        lambda line: line.reset_connections(2, PUSH),
        lambda line: line.reset_connections(2, PUSH, after_accepting=True),
        lambda line: line.throttle(2, PUSH),
        lambda line: line.fail_next(2, 401, path_prefix=PUSH),
        lambda line: line.fail_next(2, 302, "<html>log in here</html>", PUSH),
        lambda line: line.fail_next(2, 200, "<html>fine</html>", PUSH, after_accepting=True),
    ],
    ids=[
        "500",
        "500 after accepting",
        "reset",
        "reset after accepting",
        "rate",
        "token",
        "portal",
        "garbage",
    ],
)
def test_each_reminder_arrives_once_whatever_happened_first(house, clock, office, phones, line, trouble):
    trouble(line)
    day_comes(house, clock, MONDAY)
    for _ in range(4):
        time_passes(house, clock, minutes=15)

    for name in ("สมชาย", "ประสิทธิ์", "ท่านผู้ว่าฯ"):
        assert len(pushed(line, name)) == 1
    assert set(line.accepted.values()) == {1}
    assert {each.state for each in notices(house)} == {Sent.SENT}


def test_a_night_without_line_and_then_all_is_well(house, clock, office, phones, line):
    line.down()
    day_comes(house, clock, MONDAY)
    for _ in range(20):
        time_passes(house, clock, hours=1)
    assert {each.state for each in notices(house)} == {Sent.WAITING}
    line.up()
    time_passes(house, clock, hours=1)
    assert len(pushed(line, "สมชาย")) == 1 and set(line.accepted.values()) == {1}


def test_a_retry_key_is_never_used_after_a_day_and_the_office_is_told_why(house, clock, office, phones, line):
    line.down()
    day_comes(house, clock, MONDAY)
    for _ in range(26):
        time_passes(house, clock, hours=1)
    tried = len([each for each in line.requests if each["path"] == PUSH])
    line.up()
    time_passes(house, clock, hours=2)

    assert pushed(line, "สมชาย") == []
    assert len([each for each in line.requests if each["path"] == PUSH]) == tried
    with house.db.read() as session:
        failed = undelivered(session, office.province.id, MONDAY)
    assert {each.kind for each in failed} >= {"reminder", "weekly"}
    assert {(each.state, each.error) for each in failed} == {
        (Sent.FAILED, "LINE did not say within 24 hours whether it took it")
    }


def test_being_throttled_for_a_day_does_not_use_the_key_up(house, clock, office, phones, line):
    """A refused request was certainly not taken, so its key is as good as new."""
    line.throttle(500, PUSH)
    day_comes(house, clock, MONDAY)
    for _ in range(30):
        time_passes(house, clock, hours=1)
    line.up()
    time_passes(house, clock, hours=1)
    assert len(pushed(line, "สมชาย")) == 1


def test_someone_whom_line_does_not_know_is_unreachable_until_they_write(house, clock, office, phones, line):
    del line.world.chats[user_id("สมชาย")]
    day_comes(house, clock, MONDAY)
    assert [each.state for each in notices(house)] == [Sent.UNREACHABLE, Sent.SENT]
    with house.db.read() as session:
        assert person_at(session, "default", user_id("สมชาย")).unreachable_since == MONDAY

    line.add_friend(user_id("สมชาย"), "สมชาย")
    phones["สมชาย"].says("ช่วยเหลือ")
    with house.db.read() as session:
        assert person_at(session, "default", user_id("สมชาย")).unreachable_since is None


def test_who_blocked_the_bot_is_not_pushed_to_and_is_reminded_again_when_back(
    house, clock, office, phones, line
):
    line.unfollow(user_id("สมชาย"))
    phones.settle()
    counts = day_comes(house, clock, MONDAY)["remind-officers"]
    assert counts["unreachable"] == 1
    assert pushed(line, "สมชาย") == []
    assert [each.error for each in notices(house)] == ["the person has blocked the bot", None]

    line.follow(user_id("สมชาย"))
    phones.settle()
    day_comes(house, clock, moment(5, 11))
    assert len(pushed(line, "สมชาย")) == 1, "the chase of the 11th"


def test_a_message_that_line_refuses_is_not_tried_again(house, clock, office, phones, line):
    line.fail_next(1, 400, {"message": "The request body has 1 error(s)"}, PUSH)
    day_comes(house, clock, MONDAY)
    time_passes(house, clock, hours=3)
    with house.db.read() as session:
        failed = [each for each in unsent(session, office.province.id, MONDAY) if each.state is Sent.FAILED]
    assert failed and all(each.count == 1 for each in failed)
    assert {each.reason for each in failed} == {'400: {"message": "The request body has 1 error(s)"}'}
    assert line.pushes(user_id("สมชาย")) or line.pushes(user_id("อนงค์")), "the others' arrived"


def test_a_spent_reply_token_costs_a_push_and_the_answer_arrives(house, office, phones, line):
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    line.world.reply_tokens.live.clear()
    phones.settle()
    assert [each["how"] for each in answers(line, "สมชาย")] == ["push"]


def test_a_reply_that_arrived_although_its_answer_was_lost_is_not_repeated(
    house, clock, office, phones, line
):
    line.reset_connections(1, REPLY, after_accepting=True)
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    phones.settle()
    time_passes(house, clock, seconds=10)
    assert [each["how"] for each in answers(line, "สมชาย")] == ["reply"]
    assert [each.state for each in notices(house, "answer")] == [Sent.SENT]


def test_a_reply_that_never_arrived_is_replied_again_while_that_is_free(house, clock, office, phones, line):
    line.reset_connections(1, REPLY)
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    phones.settle()
    time_passes(house, clock, seconds=10)
    assert [each["how"] for each in answers(line, "สมชาย")] == ["reply"]


class Crash(BaseException):
    """The process dies: nothing catches this on its way."""


def dies(*_arguments, **_named):
    raise Crash


def dies_once_sent(_house, _session, _channel, heard):
    if heard:
        raise Crash


def test_a_crash_between_taking_a_notice_and_sending_it_loses_nothing(
    house, clock, office, phones, line, monkeypatch
):
    clock.set(MONDAY)
    with monkeypatch.context() as patch:
        patch.setattr(Pushes, "push", dies)
        with pytest.raises(Crash):
            day_comes(house, clock, MONDAY)
    again = restarted(house)
    clock.set(clock.now() + LEASE)
    assert again.work.drain()
    assert len(pushed(line, "สมชาย")) == 1 and set(line.accepted.values()) == {1}


def test_a_crash_between_sending_and_writing_it_down_sends_nothing_twice(
    house, clock, office, phones, line, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(push_turn, "write_all_down", dies_once_sent)
        with pytest.raises(Crash):
            day_comes(house, clock, MONDAY)
    assert sum(line.accepted.values()) == 1, "one was on its way"
    again = restarted(house)
    clock.set(clock.now() + LEASE)
    assert again.work.drain()

    for name in ("สมชาย", "ประสิทธิ์", "ท่านผู้ว่าฯ"):
        assert len(pushed(line, name)) == 1
    assert set(line.accepted.values()) == {1}
    assert {each.state for each in notices(house)} == {Sent.SENT}


def test_a_slow_sender_whose_lease_ran_out_does_not_overwrite_the_end(
    house, clock, office, phones, line, monkeypatch
):
    """The process slept through its lease; another one has sent the notice in the meantime."""
    real = Pushes.push
    other = restarted(house)

    async def sleeps(wire, to, messages, retry_key):
        monkeypatch.setattr(Pushes, "push", real)
        clock.set(clock.now() + LEASE)
        await asyncio.to_thread(push_waiting, other, "default")
        line.fail_next(1, 500, path_prefix=PUSH)
        return await real(wire, to, messages, retry_key)

    monkeypatch.setattr(Pushes, "push", sleeps)
    day_comes(house, clock, MONDAY)
    assert {each.state for each in notices(house)} == {Sent.SENT}
    assert set(line.accepted.values()) == {1}


def restarted(house):
    """Return the house as a new process would build it on the same database."""
    from bot import build_house

    return build_house(house.settings, clock=house.clock, threads=0)


def test_an_answer_whose_token_expired_while_the_bot_was_down_is_pushed(
    house, clock, office, phones, line, monkeypatch
):
    """The sender died before LINE heard of it: a token that is refused later is no proof that the answer arrived."""

    async def dies_slowly(*_given):
        clock.set(clock.now() + timedelta(seconds=45))
        raise Crash

    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    with monkeypatch.context() as patch:
        patch.setattr(Replies, "reply", dies_slowly)
        with pytest.raises(Crash):
            phones.settle()

    real = Replies.reply

    async def slowly(wire, token, messages):
        clock.set(clock.now() + timedelta(seconds=40))
        return await real(wire, token, messages)

    monkeypatch.setattr(Replies, "reply", slowly)
    again = restarted(house)
    for _ in range(3):
        time_passes(again, clock, seconds=1)
    assert [each["how"] for each in answers(line, "สมชาย")] == ["push"]


def test_what_line_delivers_again_brings_an_old_token(house, clock, office, phones, line):
    with line.holding() as held:
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
    clock.set(clock.now() + timedelta(seconds=58))
    assert line.deliver([redelivered(held[0])]) == 200
    phones.settle()
    assert [each["how"] for each in answers(line, "สมชาย")] == ["push"]
    assert [each["path"] for each in line.requests if each["path"] == REPLY] == [], (
        "nothing was tried in vain"
    )
