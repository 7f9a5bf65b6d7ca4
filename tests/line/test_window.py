"""One push goes first, many follow once LINE answers, and a LINE that fails is asked by few."""

from line.breaker import MOST_FAILURES
from line.outcome import Answer
from line.window import AT_ONCE, Window


def after(*answers, failures=0):
    window = Window(failures)
    for answer in answers:
        window.heard(answer)
    return window


def test_one_goes_first_and_the_others_when_line_has_answered():
    assert after().room == 1
    assert after(Answer.ACCEPTED).room == AT_ONCE and after(Answer.ACCEPTED).is_open
    assert after(Answer.REFUSED).room == AT_ONCE, "what LINE refuses of one message says nothing of the next"


def test_a_line_that_was_down_is_asked_by_one_whose_failure_ends_the_run():
    down = after(failures=MOST_FAILURES + 3)
    assert down.room == 1
    down.heard(Answer.TRY_AGAIN)
    assert down.room == 0 and down.closed_by is Answer.TRY_AGAIN
    assert after(Answer.ACCEPTED, failures=MOST_FAILURES).is_open


def test_never_more_requests_are_lost_on_a_dead_line_than_the_breaker_takes():
    window, asked = Window(0), 0
    while window.room:
        asked += 1
        window.heard(Answer.TRY_AGAIN)
        assert window.room <= MOST_FAILURES - asked
    assert asked == MOST_FAILURES


def test_a_single_failure_among_many_answers_is_soon_forgotten():
    window = after(Answer.ACCEPTED, Answer.TRY_AGAIN)
    assert 0 < window.room < AT_ONCE
    window.heard(Answer.ACCEPTED)
    assert window.is_open


def test_without_quota_or_key_nobody_else_is_tried():
    for answer in (Answer.QUOTA_GONE, Answer.KEY_REFUSED):
        window = after(Answer.ACCEPTED, answer, Answer.ACCEPTED)
        assert window.room == 0 and window.closed_by is answer
