"""What a message costs the database: counted, not timed, so that nobody makes it dear by accident."""

from contextlib import contextmanager

import pytest

from engine.pipeline import Pipeline
from tests import asked
from tests.office import MARCH, reported


@contextmanager
def statements(house):
    """Collect what the house asks the database within the block, without what its queue asks."""
    found = []
    with asked.statements(house.db.engine) as every:
        yield found
    found += [each for each in every if "procrastinate" not in each and "advisory" not in each]


@pytest.fixture
def somchai(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    phones["สมชาย"].says("ฉันคือใคร")
    return phones["สมชาย"]


# The sweep of drain() asks six questions of its own each time.
def test_a_report_in_words_asks_few_questions_of_the_database(house, somchai):
    with statements(house) as told:
        assert "ถูกต้องไหม" in somchai.says("13 45% เบิก 1.2 ล้าน")
    assert len(told) <= 30, "\n".join(told)


def test_storing_a_report_asks_few_questions_of_the_database(house, somchai):
    somchai.says("13 45% เบิก 1.2 ล้าน")
    with statements(house) as told:
        assert "เลขรับ" in somchai.taps("ยืนยัน")
    assert len(told) <= 34, "\n".join(told)


def test_the_plan_is_not_asked_more_of_for_a_message_of_three_activities(house, somchai):
    with statements(house) as one:
        somchai.says("13 45%")
    somchai.says("ยกเลิก")
    with statements(house) as three:
        somchai.says("13 46% 14 20% 15 30%")
    assert len(three) <= len(one), "what several activities stand on is asked for together"


@pytest.fixture
def trips(house, monkeypatch):
    """How often a word went to PostgreSQL and back: each costs both sides more than most of what is asked."""
    found, talk = [], Pipeline._talk

    def count(pipeline, errands, ends):
        found.append([errand.words.sql for errand in errands])
        return talk(pipeline, errands, ends)

    monkeypatch.setattr(Pipeline, "_talk", count)
    return found


# SQLite is in the process itself. Two of them are the commits of the sweep and of what is written down when the answer has gone.
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_questions_travel_together(somchai, trips):
    somchai.says("13 45% เบิก 1.2 ล้าน")
    assert len(trips) <= 6
    trips.clear()
    assert "เลขรับ" in somchai.taps("ยืนยัน")
    assert len(trips) <= 7
