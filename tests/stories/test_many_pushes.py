"""Hundreds of notices at once: each arrives once and in order, LINE's limits hold, and little is held up by a bad LINE."""

import asyncio
from collections import Counter
from datetime import timedelta

from bot import build_house
from engine.clock import SettableClock
from jobs.push import IN_HAND
from line.outcome import MONTHLY_LIMIT
from line.posts import Pushes
from models.notice import Notice, Sent, write_notice
from models.quota import quota_of
from rules.urgency import Urgency
from tests.office import CAST, user_id

PUSH = "/v2/bot/message/push"
MANY = 300


def friends(line, count=MANY):
    """Return people whom LINE knows and the bot has nothing else to say to."""
    ids = [f"U{number:032x}" for number in range(count)]
    for each in ids:
        line.add_friend(each, "ผู้รับ")
    return ids


def write(house, recipients, *, urgency=Urgency.REMINDER, kind="reminder", words="ถึงเวลารายงาน"):
    with house.db.write() as session:
        for number, recipient in enumerate(recipients):
            write_notice(
                session,
                channel="default",
                recipient=recipient,
                kind=kind,
                key=f"{kind} {number}",
                urgency=urgency,
                messages=[{"type": "text", "text": f"{words} {number}"}],
                now=house.clock.now(),
            )
        house.work.enqueue(session, "push", "default", "push:default")


def notices(house):
    with house.db.read() as session:
        return session.query(Notice).order_by(Notice.id).all()


def states(house, urgency=None):
    return Counter(each.state for each in notices(house) if urgency is None or each.urgency == urgency)


def tried(line):
    return sum(each["path"] == PUSH for each in line.requests)


def test_each_of_hundreds_arrives_once_under_its_own_key(house, phones, line):
    write(house, friends(line))
    phones.settle()
    assert states(house) == {Sent.SENT: MANY}
    assert line.accepted == {each.retry_key: 1 for each in notices(house)}
    assert all(each.request_id and each.messages == [] for each in notices(house))


def test_a_persons_messages_come_in_the_order_in_which_they_were_written(house, phones, line):
    write(house, [user_id(name) for name in list(CAST)[:3] for _ in range(7)])
    phones.settle()
    for name in list(CAST)[:3]:
        came = [int(message["text"].split()[-1]) for message in line.pushes(user_id(name))]
        assert len(came) == 7 and came == sorted(came)


def test_quota_that_ends_in_the_middle_goes_to_escalations_first(house, phones, line):
    line.set_quota(MANY + 200, used_elsewhere=200 + MANY // 2)
    people = friends(line)
    write(house, people[:200])
    write(house, people[200:], urgency=Urgency.ESCALATION, kind="weekly")
    phones.settle()

    pushed = sum(row["count"] for row in line.sent if row["how"] == "push")
    assert states(house, Urgency.ESCALATION) == {Sent.SENT: 100}
    reminders = [each for each in notices(house) if each.kind == "reminder"]
    waiting = [each for each in reminders if each.state is Sent.WAITING]
    assert 0 < len(waiting) < len(reminders), "some of them went"
    assert {each.error for each in waiting} == {"waits for LINE's monthly quota"}
    assert pushed == states(house)[Sent.SENT] == tried(line) <= MANY // 2, "what has no quota is not tried"
    assert sum(each.kind.startswith("quota") for each in notices(house)) == 1, "the office is told once"
    with house.db.read() as session:
        assert quota_of(session, "default").left == MANY // 2 - pushed


def test_where_line_alone_knows_what_is_left_the_urgent_ones_arrive_before_others_leave(
    house, phones, line, monkeypatch
):
    line.set_quota(300, used_elsewhere=290)
    line.fail_next(1_000, 500, path_prefix="/v2/bot/message/quota")
    people = friends(line, 60)
    is_slow = set(people[50:55])
    push = Pushes.push

    async def push_slowly(self, to, messages, retry_key):
        await asyncio.sleep(0.3 if to in is_slow else 0)
        return await push(self, to, messages, retry_key)

    monkeypatch.setattr(Pushes, "push", push_slowly)
    write(house, people[:50])
    write(house, people[50:], urgency=Urgency.ESCALATION, kind="weekly")
    phones.settle()
    assert states(house, Urgency.ESCALATION) == {Sent.SENT: 10}
    assert states(house, Urgency.REMINDER) == {Sent.WAITING: 50}


def test_a_refusal_in_the_middle_gives_back_what_has_not_left(house, phones, line):
    """LINE says that the month is used up, although its figures say otherwise."""
    line.set_quota(15_000)
    line.fail_next(400, 429, {"message": f"You have reached your {MONTHLY_LIMIT}."}, PUSH)
    write(house, friends(line))
    phones.settle()
    assert tried(line) == 1
    reminders = [each for each in notices(house) if each.kind == "reminder"]
    assert {(each.state, each.first_pushed_at) for each in reminders} == {(Sent.WAITING, None)}
    assert sum(each.kind == "quota-gone" for each in notices(house)) == 1, "the office is told once"


def test_a_line_that_dies_in_the_middle_loses_few_requests_and_no_message(house, clock, phones, line):
    line.fail_next(MANY, 500, path_prefix=PUSH, after_accepting=True)
    write(house, friends(line))
    phones.settle()
    assert tried(line) <= 5
    line.up()
    for _ in range(3):
        clock.set(clock.now() + timedelta(minutes=2))
        phones.settle()
    assert states(house) == {Sent.SENT: MANY} and set(line.accepted.values()) == {1}


def test_whoever_is_told_to_stop_takes_no_more_and_gives_back_the_rest(house, phones, line):
    running = build_house(house.settings, clock=SettableClock(start=house.clock.now()), threads=1)
    people = friends(line, IN_HAND + MANY)
    running.work.start()
    try:
        write(running, people)
        assert line.wait_for(lambda: len(line.sent) > MANY, 60)
        assert running.work.stop(10)
    finally:
        running.db.close()
    left = [each for each in notices(house) if each.state is Sent.WAITING]
    assert {(each.attempts, each.first_pushed_at) for each in left} == {(0, None)}
    assert len(line.accepted) == states(house)[Sent.SENT]
