"""Trouble on order looks to the bot as trouble with LINE does."""

import contextlib
import time
import uuid

import pytest
import urllib3

from tests.web.stand_in_cast import SOMCHAI


def test_next_requests_fail_and_then_all_is_well(line, push):
    line.fail_next(2, 500)
    assert [push().status, push().status, push().status] == [500, 500, 200]


def test_trouble_can_be_kept_to_one_endpoint(line, push, call):
    line.fail_next(1, 503, path_prefix="/v2/bot/message/push")
    assert call("GET", "/v2/bot/info").status == 200
    assert push().status == 503


def test_throttling_says_so_as_line_does(line, push):
    line.throttle()
    answer = push()
    assert answer.status == 429
    assert answer.json()["message"] == "The API rate limit has been exceeded. Try again later."


def test_own_rate_limit_is_kept(line, push):
    line.rates.limit("POST /v2/bot/message/push", 2, 60.0)
    assert [push().status for _ in range(3)] == [200, 200, 429]


def test_connection_breaks_with_or_without_effect(line, push):
    key = str(uuid.uuid4())
    line.reset_connections(1)
    line.reset_connections(1, after_accepting=True)
    for delivered in (0, 1):
        with pytest.raises(urllib3.exceptions.HTTPError):
            push(retry_key=key)
        assert len(line.pushes(SOMCHAI)) == delivered
    assert push(retry_key=key).status == 409


def test_hanging_answers_late_but_takes_effect(line, push):
    line.hang(0.3)
    began = time.monotonic()
    assert push().status == 200
    assert time.monotonic() - began >= 0.3


def test_line_down_and_up_again(line, push):
    line.down()
    with pytest.raises(urllib3.exceptions.HTTPError):
        push()
    line.up()
    assert push().status == 200
    assert [one["status"] for one in line.requests] == [0, 200]


@pytest.mark.parametrize(("first", "is_late"), [(500, True), (0, True), (429, False)])
def test_a_key_whose_request_may_have_arrived_is_late_after_a_day_and_a_refused_one_never(
    line, push, clock, first, is_late
):
    key = str(uuid.uuid4())
    line.fail_next(1, first, path_prefix="/v2/bot/message/push")
    with contextlib.suppress(urllib3.exceptions.HTTPError):
        push(retry_key=key)
    clock.pass_by(hours=24)
    line.throttle(1)
    push(retry_key=key)
    assert line.used_late == []
    clock.pass_by(minutes=1)
    push(retry_key=key)
    assert line.used_late == [key] * is_late
