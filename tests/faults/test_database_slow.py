"""PostgreSQL takes two seconds for everything, or answers nothing at all: what LINE is told is true, and comes before long."""

import pytest

import web.together
from tests.faults.asking import assert_each_answered_once, at_once, one_question_each, stored
from tests.faults.slow_road import SlowRoad
from web.stand_in import redelivered

PATIENCE_SECONDS = 1.0  # ours is five seconds otherwise, LINE's two


@pytest.fixture
def road(postgres):
    made = SlowRoad(str(postgres.folder))
    yield made
    made.end()


@pytest.fixture
def database_url(postgres, road):
    with postgres.clean_database() as url:
        yield url.replace(str(postgres.folder), road.folder)


def test_what_is_answered_with_200_is_stored_however_slow_that_was(house, office, phones, line, road):
    events = one_question_each(line)
    road.seconds, line.webhook_timeout = 2.0, 30.0
    statuses, seconds = at_once(line, events)
    road.seconds = 0.0
    assert set(statuses) <= {200, 503} and seconds < 20
    told = {each["webhookEventId"] for each, status in zip(events, statuses, strict=True) if status == 200}
    assert told <= set(stored(house))

    assert at_once(line, [redelivered(each) for each in events])[0] == [200] * len(events)
    assert_each_answered_once(house, line, events)


def test_what_line_gave_up_waiting_for_is_stored_once_when_it_comes_again(house, office, phones, line, road):
    events = one_question_each(line)
    road.seconds, line.webhook_timeout = 2.0, PATIENCE_SECONDS
    assert at_once(line, events)[0] == [0] * len(events)
    assert at_once(line, [redelivered(each) for each in events])[0] == [0] * len(events)
    road.seconds, line.webhook_timeout = 0.0, 20.0
    assert at_once(line, [redelivered(each) for each in events])[0] == [200] * len(events)
    assert_each_answered_once(house, line, events)


def test_a_database_that_does_not_answer_keeps_nobody_waiting_for_long(
    house, office, phones, line, road, monkeypatch
):
    monkeypatch.setattr(web.together, "PATIENCE_SECONDS", PATIENCE_SECONDS)
    events = one_question_each(line)
    road.block()
    statuses, seconds = at_once(line, events)
    assert statuses == [503] * len(events) and seconds < 3 * PATIENCE_SECONDS
    road.unblock()
    line.webhook_timeout = 20.0
    assert at_once(line, [redelivered(each) for each in events])[0] == [200] * len(events)
    assert_each_answered_once(house, line, events)
