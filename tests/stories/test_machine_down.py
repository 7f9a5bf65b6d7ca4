"""The machine was down: what still matters is made up at start, once; what comes too late for anybody is left out."""

from models.fire import Fire
from tests.days import day_comes, moment
from tests.office import APRIL, reported, user_id
from tests.phones import words_of


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def test_down_on_the_first_and_back_two_days_later(house, clock, office, phones, line):
    ran = day_comes(house, clock, moment(5, 5, 14, 0))
    assert ran["remind-officers"]["written"] == 2
    assert len(pushed(line, "สมชาย")) == 1
    assert day_comes(house, clock, moment(5, 5, 14, 1)) == {}


def test_back_after_the_tenth_only_the_chase_is_made_up(house, clock, office, phones, line):
    """Who is asked for the second time needs no first time in the same minute."""
    ran = day_comes(house, clock, moment(5, 12, 9, 0))
    assert ran["remind-officers"] == {"left_out": 1}
    assert ran["chase-late"]["written"] == 2
    (only,) = pushed(line, "สมชาย")
    assert "9 วัน" in only, "days late are counted to the day on which it is read"


def test_after_half_a_year_each_duty_comes_once_and_the_rest_is_counted(house, clock, office, phones, line):
    ran = day_comes(house, clock, moment(11, 3, 9, 0))

    assert ran["chase-late"] == {"left_out": 6}
    with house.db.read() as session:
        fires = {(fire.duty, "left_out" in fire.counts): fire.counts for fire in session.query(Fire)}
    assert fires[("remind-officers", True)] == {"left_out": 6}
    assert fires[("weekly-escalation", True)]["left_out"] == 26
    assert ("weekly-escalation", False) in fires, "Monday's summary is two days old and still news"
    assert len(pushed(line, "ท่านผู้ว่าฯ")) == 1
    assert pushed(line, "สมชาย") == [], (
        "the plan of 2564 ended with September, so nothing is owed for October"
    )


def test_what_was_reported_in_the_meantime_is_not_asked_for(house, clock, office, phones, line):
    with house.db.write() as session:
        for no in (13, 15):
            reported(session, office, no, APRIL)
    day_comes(house, clock, moment(5, 6))
    (reminder,) = pushed(line, "สมชาย")
    assert "รายงาน 14" in reminder and "รายงาน 13" not in reminder


def test_a_message_that_came_before_the_crash_is_answered_after_the_start(house, clock, office, phones, line):
    line.say(user_id("สมชาย"), "ช่วยเหลือ")  # stored, and then the machine goes down
    clock.set(moment(5, 3, 9, 30))
    assert house.work.drain()
    entry = [each for each in line.conversation(user_id("สมชาย")) if each["from"] == "bot"][-1]
    assert entry["how"] == "push", "the reply token has long expired"


def test_the_clock_set_back_and_forward_runs_nothing_twice(house, clock, office, phones, line):
    day_comes(house, clock, moment(5, 3, 8, 31))
    assert day_comes(house, clock, moment(5, 2)) == {}
    assert day_comes(house, clock, moment(5, 3, 8, 32)) == {}
    assert len(pushed(line, "สมชาย")) == 1


def test_an_hour_in_the_far_future_does_not_silence_the_bot_for_years(house, clock, office, phones, line):
    day_comes(house, clock, moment(5, 3, year=2031))
    clock.set(moment(5, 3, 8, 29))
    ran = day_comes(house, clock, moment(5, 3, 8, 31))
    assert "written" in ran["remind-officers"]
    assert ran["weekly-escalation"]["people"] == 2
