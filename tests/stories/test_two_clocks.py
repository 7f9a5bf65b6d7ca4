"""Two processes, two clocks, one province: each duty once, and each message once."""

import threading

import pytest

from bot import build_house
from jobs.ticker import tick
from models.fire import Fire
from tests.days import moment
from tests.office import user_id

MONDAY = moment(5, 3)


@pytest.fixture
def houses(house, office, phones):
    """Four processes on one database."""
    others = [build_house(house.settings, clock=house.clock, threads=0) for _ in range(3)]
    yield [house, *others]
    for other in others:
        other.db.close()


def at_once(doings):
    """Run these on threads that all start together, and return what they returned; an exception is raised here."""
    gate, found, broken = threading.Barrier(len(doings)), [], []

    def run(do):
        gate.wait(10)
        try:
            found.append(do())
        except Exception as error:
            broken.append(error)

    threads = [threading.Thread(target=run, args=(do,)) for do in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not broken, broken
    return found


def test_four_clocks_tick_at_the_same_moment(houses, clock, line):
    clock.set(MONDAY)
    ran = at_once([lambda each=each: tick(each) for each in houses])

    names = sorted(name for one in ran for name, _due, _counts in one)
    assert {"remind-officers", "weekly-escalation"} <= set(names)
    assert len(names) == len(set(names)), "each duty ran once"
    with houses[0].db.read() as session:
        assert session.query(Fire).count() == len(names)
    at_once([lambda each=each: each.work.drain() for each in houses])
    for name in ("สมชาย", "ประสิทธิ์", "อนงค์", "ท่านผู้ว่าฯ"):
        assert sum(row["how"] == "push" and row["to"] == user_id(name) for row in line.sent) == 1
    assert set(line.accepted.values()) == {1}


def test_four_engines_handle_the_same_lanes(houses, line, phones):
    with line.holding() as held:
        for name in ("สมชาย", "มาลี", "อนงค์"):
            for _ in range(3):
                line.say(user_id(name), "ช่วยเหลือ")
    assert line.deliver(held) == 200
    for _ in range(2):
        at_once([lambda each=each: each.work.drain() for each in houses])
    for name in ("สมชาย", "มาลี", "อนงค์"):
        answers = [each for each in line.conversation(user_id(name)) if each["from"] == "bot"]
        assert [each["how"] for each in answers] == ["reply"] * 3
