"""The simulator's clock: going forward runs each duty at its own moment, and people get their messages in order."""

from engine.clock import SettableClock
from tests.days import moment
from tests.office import user_id
from web.simulated_time import SimulatedTime


def test_nine_days_forward_run_every_duty_at_its_own_moment(house, office, phones, line):
    house.clock = SettableClock(start=moment(5, 3, 8, 25))
    time = SimulatedTime(house, house.clock)
    soon = time.upcoming(4)
    assert {"remind-officers", "weekly-escalation"} <= {row["duty"] for row in soon}
    assert [row["due"] for row in soon] == sorted(row["due"] for row in soon)

    ran = time.advance_to(moment(5, 12, 12, 0))

    told = [row for row in ran if row["duty"] in ("remind-officers", "chase-late", "weekly-escalation")]
    assert [(row["duty"], f"{row['due'].astimezone(moment(1, 1).tzinfo):%m-%d %H:%M}") for row in told] == [
        ("remind-officers", "05-03 08:30"),
        ("weekly-escalation", "05-03 08:30"),
        ("chase-late", "05-11 08:30"),
        ("weekly-escalation", "05-11 08:30"),
    ]
    assert [row["due"] for row in ran] == sorted(row["due"] for row in ran)
    assert told[0]["counts"]["written"] == 2
    pushed = [row for row in line.sent if row["to"] == user_id("สมชาย")]
    assert len(pushed) == 2, "the reminder and the chase, each with whatever else its day brings"


def test_going_back_runs_nothing_and_nothing_comes_twice(house, office, phones, line):
    house.clock = SettableClock(start=moment(5, 3, 8, 25))
    time = SimulatedTime(house, house.clock)
    time.advance_to(moment(5, 3, 9, 0))
    assert time.advance_to(moment(5, 3, 8, 0)) == []
    time.advance_to(moment(5, 3, 9, 0))
    assert len(line.pushes(user_id("สมชาย"))) == 1
