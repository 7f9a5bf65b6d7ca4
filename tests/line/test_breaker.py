"""A LINE that is down is asked once in a while, and trusted again as soon as it answers."""

from datetime import UTC, datetime, timedelta

import pytest

from line.breaker import FIRST_PAUSE, LONGEST_PAUSE, MOST_FAILURES, Breaker

NOW = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)


@pytest.fixture
def down():
    breaker = Breaker()
    for _ in range(MOST_FAILURES):
        assert breaker.paused_until(NOW) is None
        breaker.heard(False, NOW)
    return breaker


def test_a_few_failures_pause_nothing_and_an_answer_forgets_them():
    breaker = Breaker()
    for _ in range(3):
        for _ in range(MOST_FAILURES - 1):
            breaker.heard(False, NOW)
        breaker.heard(True, NOW)
    assert breaker.paused_until(NOW) is None


def test_after_several_in_a_row_nothing_is_sent_for_a_while_and_then_one(down):
    assert down.paused_until(NOW) == NOW + FIRST_PAUSE
    later = NOW + FIRST_PAUSE
    assert down.paused_until(later) is None, "one asks"
    assert down.paused_until(later) == later + FIRST_PAUSE, "the others wait for what it hears"
    down.heard(True, later)
    assert down.paused_until(later) is None


def test_the_pauses_grow_to_a_minute(down):
    now, pauses = NOW, []
    for _ in range(8):
        until = down.paused_until(now)
        pauses.append(until - now)
        now = until
        assert down.paused_until(now) is None
        down.heard(False, now)
    assert pauses == sorted(pauses) and pauses[-1] == LONGEST_PAUSE and pauses[1] == FIRST_PAUSE * 2


def test_a_clock_that_is_set_back_ends_the_pause(down):
    assert down.paused_until(NOW - timedelta(days=1)) is None
