"""LINE is away for two days: what arrives arrives once, and whatever does not stands in the office's list with its reason."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import create_app
from models.notice import Notice, Sent
from models.outbox import undelivered
from tests.days import day_comes, moment
from tests.office import CAST, user_id

OFFICE = ("ท่านผู้ว่าฯ", "อนงค์", "มาลี")
AWAY = {
    "connections break": lambda line: line.down(),
    "every answer is 500": lambda line: line.fail_next(100_000, 500),
    "every second request is taken and its answer lost": lambda line: [
        fault
        for _ in range(5_000)
        for fault in (line.reset_connections(1), line.reset_connections(1, after_accepting=True))
    ],
}


def hours_pass(house, clock, *hours):
    for hour in hours:
        day_comes(house, clock, clock.now() + timedelta(hours=hour))


@pytest.mark.parametrize("away", AWAY)
def test_two_days_without_line(house, clock, office, phones, line, away):
    clock.set(moment(5, 3, 8))
    AWAY[away](line)
    day_comes(house, clock, moment(5, 3, 8, 31))
    for name in CAST:
        line.say(user_id(name), "ช่วยเหลือ")
    hours_pass(house, clock, *[0.2, 0.8, 3, 6, 12, 1.4, 0.2, 0.3, 0.2, 2, 12, 12])
    for name in OFFICE:  # who asks on the second day is still waiting when LINE comes back
        line.say(user_id(name), "ช่วยเหลือ")
    hours_pass(house, clock, 1, 2)
    line.up()
    hours_pass(house, clock, 1, 1, 2)

    with house.db.read() as session:
        notices = list(session.scalars(select(Notice)))
        listed = {each.id: each.error for each in undelivered(session, office.province.id, moment(5, 3, 8))}
    waiting = [each for each in notices if each.state is Sent.WAITING and each.not_before <= clock.now()]
    assert waiting == []
    for each in notices:
        if each.state is Sent.SENT and each.how == "push":
            assert line.accepted.get(each.retry_key) == 1, (each.kind, each.key)
        if each.state in (Sent.FAILED, Sent.GIVEN_UP, Sent.UNREACHABLE):
            assert listed[each.id]
    late = [each for each in notices if each.kind == "answer" and each.made_at > moment(5, 5, 8)]
    assert [each.state for each in late] == [Sent.SENT] * len(OFFICE)

    shown = create_app(house=house).test_cli_runner().invoke(args=["jobs"])
    assert shown.exit_code == 0
    for kind, error in {(each.kind, each.error) for each in notices if each.state is Sent.FAILED}:
        assert kind in shown.output and error in shown.output


def test_told_to_slow_down_an_answer_goes_as_a_push_when_its_token_has_expired(
    house, clock, office, phones, line
):
    line.throttle(50, "/v2/bot/message/reply")
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    for _ in range(12):
        clock.set(clock.now() + timedelta(seconds=10))
        phones.settle()
    said = [each for each in line.conversation(user_id("สมชาย")) if each["from"] == "bot"]
    assert [each["how"] for each in said] == ["push"]
    with house.db.read() as session:
        assert [each.state for each in session.scalars(select(Notice))] == [Sent.SENT]
