"""LINE's monthly quota runs short and is gone: answers and escalations first, and the office is told once a month."""

from datetime import timedelta

import pytest

from models.notice import Notice, Sent
from models.quota import quota_of
from tests.days import day_comes, moment
from tests.office import user_id
from tests.phones import words_of


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def pushes(line):
    return sum(row["count"] for row in line.sent if row["how"] == "push")


def notices(house, kind, state=None):
    with house.db.read() as session:
        rows = session.query(Notice).filter_by(kind=kind).order_by(Notice.id).all()
    return [row for row in rows if state is None or row.state is state]


def quota_readings(line):
    return [each for each in line.requests if each["path"] == "/v2/bot/message/quota"]


def test_with_quota_enough_nobody_hears_of_it(house, clock, office, phones, line):
    line.set_quota(300)
    day_comes(house, clock, moment(5, 3))
    assert notices(house, "quota-short") == [] and notices(house, "quota-gone") == []
    assert len(pushed(line, "สมชาย")) == 1


def test_short_on_the_first_the_summary_goes_and_reminders_wait(house, clock, office, phones, line):
    """Six are left: the summaries of four more Mondays come first, so of two reminders none may go."""
    line.set_quota(300, used_elsewhere=294)
    day_comes(house, clock, moment(5, 3))

    assert len(pushed(line, "ท่านผู้ว่าฯ")) == 1, "Monday's summary"
    assert pushed(line, "สมชาย") == [] and pushed(line, "ประสิทธิ์") == []
    assert [each.error for each in notices(house, "reminder", Sent.WAITING)] == [
        "waits for LINE's monthly quota"
    ] * 2
    told = "\n".join(pushed(line, "อนงค์"))
    assert "ใกล้หมด" in told and "300" in told
    assert len(notices(house, "quota-short")) == 1


def test_told_once_a_month_and_again_when_it_is_gone(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=294)
    for day in (3, 10, 11, 17, 24, 31):
        day_comes(house, clock, moment(5, day))

    assert len(notices(house, "quota-short")) == 1
    (gone,) = notices(house, "quota-gone", Sent.SENT)
    assert sum("หมดแล้ว" in words for words in pushed(line, "อนงค์")) == 1
    assert pushes(line) <= 6
    assert gone.how == "push"


def test_what_could_not_be_sent_is_given_up_when_its_time_has_passed(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=300)
    day_comes(house, clock, moment(5, 3))
    assert len(notices(house, "reminder", Sent.WAITING)) == 2

    line.set_quota(300, used_elsewhere=0)
    day_comes(house, clock, moment(6, 2))
    given_up = notices(house, "reminder", Sent.GIVEN_UP)
    assert [each.key for each in given_up] == ["2564-04", "2564-04"]
    assert given_up[0].error == "its time has passed"
    reminders = [words for words in pushed(line, "สมชาย") if "พฤษภาคม 2564" in words]
    assert len(reminders) == 1 and "เมษายน" not in reminders[0], "June's reminder is about May alone"


def test_a_raised_plan_lets_the_waiting_go_within_the_hour(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=300)
    day_comes(house, clock, moment(5, 3))
    line.set_quota(15_000, used_elsewhere=300)
    day_comes(house, clock, moment(5, 3, 9, 15))
    assert len(pushed(line, "สมชาย")) == 1 and len(pushed(line, "ประสิทธิ์")) == 1


def test_nothing_pretends_to_be_sent(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=299)
    day_comes(house, clock, moment(5, 3))
    with house.db.read() as session:
        sent = session.query(Notice).filter_by(state=Sent.SENT, how="push").count()
    assert sent == pushes(line) == 1


def test_lines_own_refusal_is_believed_although_the_figures_say_otherwise(house, clock, office, phones, line):
    line.set_quota(300)
    line.fail_next(99, 429, {"message": "You have reached your monthly limit."}, "/v2/bot/message/push")
    day_comes(house, clock, moment(5, 3))

    tried = [each for each in line.requests if each["path"] == "/v2/bot/message/push"]
    assert len(tried) == 1, "after the first refusal nothing more is tried"
    assert len(notices(house, "reminder", Sent.WAITING)) == 2
    assert len(notices(house, "quota-gone", Sent.WAITING)) == 1
    with house.db.read() as session:
        assert quota_of(session, "default").left == 0

    line.up()
    day_comes(house, clock, moment(5, 3, 9, 15))
    assert len(pushed(line, "สมชาย")) == 1
    assert [each.first_pushed_at is not None for each in notices(house, "reminder")] == [True, True]


def test_whoever_writes_is_answered_although_the_quota_is_gone(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=300)
    assert phones["สมชาย"].says("ช่วยเหลือ")
    assert pushes(line) == 0


def test_the_quota_is_asked_for_every_ten_minutes_at_most(house, clock, office, phones, line):
    line.set_quota(300)
    day_comes(house, clock, moment(5, 3))
    assert len(quota_readings(line)) == 1
    for minute in (33, 36, 39):
        clock.set(moment(5, 3, 8, minute))
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
        clock.set(clock.now() + timedelta(minutes=2))
        phones.settle()
    assert len(quota_readings(line)) == 2


@pytest.mark.parametrize("status", [500, 200])
def test_without_figures_the_bot_sends_and_line_decides(house, clock, office, phones, line, status):
    line.fail_next(99, status, "no JSON", "/v2/bot/message/quota")
    day_comes(house, clock, moment(5, 3))
    assert len(pushed(line, "สมชาย")) == 1


def test_an_account_without_limit_is_never_short(house, clock, office, phones, line):
    line.set_quota(None, used_elsewhere=100_000)
    day_comes(house, clock, moment(5, 3))
    assert len(pushed(line, "สมชาย")) == 1 and notices(house, "quota-short") == []
