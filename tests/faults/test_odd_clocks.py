"""Clocks that are set back and forward, that disagree, and machines that live elsewhere: each duty once, and never stale."""

import time
from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot import build_house
from engine.clock import BANGKOK, StoppedClock
from jobs.ticker import tick
from models.fire import Fire
from models.notice import Notice, Sent
from models.plan import Project
from models.report import history
from tests.days import day_comes, moment
from tests.office import reported, user_id
from tests.phones import words_of

PUSH = "/v2/bot/message/push"


@pytest.fixture
def in_new_york(monkeypatch):
    """A machine whose own time is twelve hours behind, and changes by an hour in two nights of the year."""
    for name in ("TZ", "PGTZ"):
        monkeypatch.setenv(name, "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def walk(house, clock, begin, end, step):
    """Let time pass from `begin` to `end`, and return (duty, hour in Bangkok) of all that ran."""
    ran, at = [], begin
    while at <= end:
        clock.set(at)
        ran += [(name, f"{due:%m-%d %H:%M}") for name, due, counts in tick(house) if "left_out" not in counts]
        assert house.work.drain()
        at += step
    return ran


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def pushes(line, name, on):
    """Return how many pushes somebody was sent on a day."""
    rows = [row for row in line.sent if row["to"] == user_id(name) and row["how"] == "push"]
    return sum(row["at"].astimezone(BANGKOK).date() == on for row in rows)


def fires(house):
    with house.db.read() as session:
        return Counter((fire.duty, fire.due_at) for fire in session.scalars(select(Fire)))


NIGHTS = {
    "the clocks go back there": (moment(11, 5, 7), moment(11, 9, 10), ["11-05", "11-08", "11-09"]),
    "the clocks go forward there": (
        moment(3, 11, 7, year=2022),
        moment(3, 15, 10, year=2022),
        ["03-11", "03-14", "03-15"],
    ),
}


@pytest.mark.parametrize("night", NIGHTS)
def test_a_machine_elsewhere_keeps_our_mornings(in_new_york, house, clock, office, phones, line, night):
    begin, end, mornings = NIGHTS[night]
    tick_at(house, clock, begin - timedelta(hours=1))
    ran = walk(house, clock, begin, end, timedelta(hours=1))
    assert [at for name, at in ran if name == "follow-up"] == [f"{day} 08:00" for day in mornings]
    assert set(fires(house).values()) == {1}


def tick_at(house, clock, at):
    """Leave behind all that was due before."""
    clock.set(at)
    tick(house)
    assert house.work.drain()


def test_a_machine_elsewhere_knows_what_day_it_is_here(in_new_york, house, clock, office, phones, line):
    """On 1 May at seven in the morning it is still April in New York."""
    clock.set(moment(5, 1, 7))
    phones["สมชาย"].says("13 45% เบิกแล้ว 1.2 ล้าน")
    phones["สมชาย"].taps("ยืนยัน")
    with house.db.read() as session:
        (report,) = history(session, office.activities[13].id)
    assert (report.period, report.as_of) == (date(2021, 4, 1), date(2021, 4, 30))
    assert report.sent_at.replace(microsecond=0) == moment(5, 1, 7)
    day_comes(house, clock, moment(5, 3))
    (reminder,) = pushed(line, "ประสิทธิ์")
    assert "เมษายน 2564" in reminder


def test_the_29th_of_february_is_a_day_like_others(house, clock, office, phones, line, capfd):
    with house.db.write() as session:
        session.query(Project).one().year_be = 2567
        for activity in office.activities.values():
            session.merge(activity).year_be = 2567
            reported(session, office, activity.no, date(2024, 1, 1))
    tick_at(house, clock, moment(2, 27, 12, year=2024))
    ran = walk(house, clock, moment(2, 28, 7, year=2024), moment(2, 29, 18, year=2024), timedelta(minutes=90))
    assert [at for name, at in ran if name == "follow-up"] == ["02-28 08:00", "02-29 08:00"]
    said = phones["สมชาย"].says("13 45% เบิกแล้ว 1.2 ล้าน")
    assert "29 ก.พ. 67" in said or "29 กุมภาพันธ์ 2567" in said
    assert "เลขรับ" in phones["สมชาย"].taps("บันทึกตามนี้")
    ran = walk(house, clock, moment(3, 1, 7, year=2024), moment(3, 1, 12, year=2024), timedelta(minutes=90))
    assert ("remind-officers", "03-01 08:30") in ran
    assert "กุมภาพันธ์ 2567" in pushed(line, "ประสิทธิ์")[-1]
    assert set(fires(house).values()) == {1}
    assert "duty_failed" not in capfd.readouterr().err


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1)], ids=str)
def test_set_back_after_the_first_each_duty_still_runs_once(house, clock, office, phones, line, back):
    begin = moment(6, 1, 8, 35)
    day_comes(house, clock, begin)
    told = pushed(line, "สมชาย")
    assert pushes(line, "สมชาย", date(2021, 6, 1)) == 1
    walk(house, clock, begin - back, begin + timedelta(minutes=5), back / 8)
    walk(house, clock, begin + timedelta(minutes=5), begin + timedelta(hours=9), timedelta(hours=1))
    assert set(fires(house).values()) == {1}
    assert pushed(line, "สมชาย") == told, "nobody hears anything a second time"
    assert pushes(line, "ท่านผู้ว่าฯ", date(2021, 6, 1)) <= 1


def test_asleep_over_the_first_for_three_days_it_comes_once_and_as_of_today(
    house, clock, office, phones, line
):
    tick_at(house, clock, moment(5, 31, 18))
    ran = day_comes(house, clock, moment(6, 4, 9))
    assert ran["remind-officers"]["written"] == 2
    walk(house, clock, moment(6, 4, 9), moment(6, 4, 18), timedelta(hours=1))
    assert pushes(line, "สมชาย", date(2021, 6, 4)) == 1
    assert set(fires(house).values()) == {1}


def test_two_processes_whose_clocks_are_an_hour_apart(house, clock, office, phones, line):
    early = build_house(
        house.settings, clock=(ahead := StoppedClock(clock.now() + timedelta(hours=1))), threads=0
    )
    tick_at(house, clock, moment(5, 31, 18))
    at = moment(6, 1, 6)
    while at < moment(6, 1, 12):
        clock.set(at)
        ahead.set(at + timedelta(hours=1))
        for each in (house, early, house):
            tick(each)
            assert each.work.drain()
        at += timedelta(minutes=15)
    assert set(fires(house).values()) == {1}
    for name in ("สมชาย", "ประสิทธิ์"):
        assert pushes(line, name, date(2021, 6, 1)) == 1

    before = len(line.conversation(user_id("สมชาย")))
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    assert early.work.drain() and house.work.drain()
    assert len(line.conversation(user_id("สมชาย"))) == before + 2, "the question and its answer"
    early.db.close()


def test_what_waits_to_be_tried_again_comes_once_although_the_clock_is_set_back(
    house, clock, office, phones, line
):
    line.reset_connections(1, PUSH)
    day_comes(house, clock, moment(6, 1))
    walk(house, clock, moment(6, 1, 7, 30), moment(6, 1, 9), timedelta(minutes=10))
    with house.db.read() as session:
        assert {each.state for each in session.scalars(select(Notice))} <= {Sent.SENT, Sent.CARRIED}
    assert pushes(line, "สมชาย", date(2021, 6, 1)) == 1
