"""The gateway: free replies, pushes under their retry key, and every fault of the wire told as an outcome."""

import uuid

import pytest
import structlog

from line.gateway import Gateway
from line.outcome import Answer
from settings import Channel
from tests.line.pushing import push, reply
from tests.office import user_id
from web.stand_in import LineStandIn

SOMCHAI = user_id("สมชาย")
TEXT = [{"type": "text", "text": "สวัสดี"}]
TOO_LONG = [{"type": "text", "text": "ก" * 5001}]


@pytest.fixture
def line():
    with LineStandIn() as stand_in:
        stand_in.add_friend(SOMCHAI, "สมชาย")
        yield stand_in


@pytest.fixture
def gateway(line):
    return Gateway(Channel("default", line.channel_secret, line.access_token), line.base_url, line.base_url)


def test_the_same_key_delivers_once(gateway, line):
    key = str(uuid.uuid4())
    assert push(gateway, SOMCHAI, TEXT, key).answer is Answer.ACCEPTED
    assert push(gateway, SOMCHAI, TEXT, key).answer is Answer.ALREADY_ACCEPTED
    assert len(line.pushes(SOMCHAI)) == 1


def test_only_pushes_carry_a_retry_key(gateway, line):
    push(gateway, SOMCHAI, TEXT)
    reply(gateway, "no-such-token", TEXT)
    gateway.show_loading(SOMCHAI)
    carrying = {
        each["path"]
        for each in line.requests
        if "x-line-retry-key" in {name.lower() for name in each["headers"]}
    }
    assert carrying == {"/v2/bot/message/push"}


def test_what_line_would_refuse_never_leaves(gateway, line):
    for outcome in (push(gateway, SOMCHAI, TOO_LONG), reply(gateway, "token", TOO_LONG)):
        assert outcome.answer is Answer.REFUSED and "5001" in outcome.detail
    assert line.requests == []


@pytest.mark.parametrize("after_accepting", [False, True])
def test_a_broken_connection_says_try_again(gateway, line, after_accepting):
    line.reset_connections(1, after_accepting=after_accepting)
    assert push(gateway, SOMCHAI, TEXT).answer is Answer.TRY_AGAIN


def test_a_line_that_is_gone_says_try_again(gateway, line):
    line.stop()
    assert push(gateway, SOMCHAI, TEXT).answer is Answer.TRY_AGAIN
    with pytest.raises(OSError):
        gateway.quota()
    with pytest.raises(OSError):
        gateway.content("1")


def test_the_quota_is_read_with_and_without_limit(gateway, line):
    line.set_quota(300, used_elsewhere=12)
    assert gateway.quota() == (300, 12)
    line.set_quota(None)
    assert gateway.quota() == (None, 0)


@pytest.mark.parametrize(
    "body", ["no JSON", "[]", '{"type": "limited"}', '{"type": "limited", "value": "many"}']
)
def test_a_quota_that_cannot_be_read_is_an_error_and_not_a_number(gateway, line, body):
    line.fail_next(1, 200, body, "/v2/bot/message/quota")
    with pytest.raises(OSError):
        gateway.quota()


def test_every_request_is_known_by_lines_id_and_the_log_has_neither_words_nor_people(gateway, line):
    assert push(gateway, SOMCHAI, TEXT).request_id, "kept with the notice"
    line.fail_next(1, 500)
    with structlog.testing.capture_logs() as logs:
        push(gateway, SOMCHAI, TEXT)
        gateway.display_name(SOMCHAI)
    assert logs[0]["status"] == 500 and "request_id" in logs[0]
    assert SOMCHAI not in str(logs) and "สวัสดี" not in str(logs)


def test_what_cannot_be_read_as_text_is_refused_and_stops_nobody_else(gateway, line):
    half = [{"type": "text", "text": "\ud83d"}]
    assert push(gateway, SOMCHAI, half).answer is Answer.REFUSED
    assert line.requests == []
