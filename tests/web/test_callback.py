"""What LINE hears at /callback: 200 for what is stored, and never for anything else."""

import json
import threading
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

import web.callback
from bot import create_app
from line.signature import sign
from models.inbox import Event
from web.callback import MOST_BYTES

SOMCHAI = "U" + "1" * 32


def event(event_id, **more):
    source = {"type": "user", "userId": SOMCHAI}
    return {
        "type": "message",
        "webhookEventId": event_id,
        "timestamp": 1_620_000_000_000,
        "mode": "active",
        "source": source,
        "message": {"type": "text", "id": "1", "text": "สวัสดี"},
    } | more


@pytest.fixture
def post(house, line):
    """Return a function that posts a body, rightly signed unless told otherwise."""
    client = create_app(house=house).test_client()

    def post(body, signature=None, **more):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"X-Line-Signature": sign(line.channel_secret, raw) if signature is None else signature}
        return client.post("/callback", data=raw, headers=headers, **more)

    return post


def stored(house):
    with house.db.read() as session:
        return list(session.scalars(select(Event).order_by(Event.id)))


def test_what_is_stored_is_answered_with_200(house, post):
    answer = post({"destination": "U0", "events": [event("a"), event("b")]})
    assert (answer.status_code, answer.json, answer.mimetype) == (200, {}, "application/json")
    assert [each.webhook_event_id for each in stored(house)] == ["a", "b"]
    assert stored(house)[0].event()["message"]["text"] == "สวัสดี"


def test_lines_own_trial_without_events_is_answered_with_200(house, post):
    assert post({"destination": "U0", "events": []}).status_code == 200
    assert stored(house) == []


@pytest.mark.parametrize("signature", ["", "wrong", "ลายเซ็น".encode().decode("latin-1"), "A" * 44])
def test_what_line_did_not_sign_is_refused(house, post, signature):
    answer = post({"events": [event("a")]}, signature)
    assert (answer.status_code, answer.json) == (400, {"message": "signature missing or wrong"})
    assert stored(house) == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"events"', b'{"events": 5}', b"\xff\xfe", b"[" * 100_000, b"1" * 5000]
)
def test_what_is_no_webhook_is_refused(house, post, body):
    answer = post(body)
    assert (answer.status_code, answer.json) == (400, {"message": "not a LINE webhook body"})


def test_more_than_two_megabytes_are_refused_and_as_much_is_taken(house, post):
    empty = len(json.dumps({"events": [], "x": ""}))
    assert post({"events": [], "x": "a" * (MOST_BYTES - empty)}).status_code == 200
    answer = post({"events": [], "x": "a" * (MOST_BYTES - empty + 1)})
    assert (answer.status_code, answer.json) == (413, {"message": "too large"})


def test_only_post_is_allowed(house):
    client = create_app(house=house).test_client()
    answer = client.get("/callback")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_what_no_database_keeps_is_taken_out_and_the_rest_stored(house, post):
    body = (
        b'{"events":[{"webhookEventId":"odd","timestamp":1,"big":123456789012345678901234567890,'
        b'"text":"a\\u0000b\\ud83d","source":{"userId":"U1"}}, 7, null]}'
    )
    assert post(body).status_code == 200
    (row,) = stored(house)
    assert row.event()["text"] == "ab?"
    assert row.event()["big"] == pytest.approx(123456789012345678901234567890)


def test_deep_nests_are_kept_or_refused_and_harm_nobody(house, post):
    deep = event("deep", nest=json.loads("[" * 300 + "]" * 300))
    assert post({"events": [deep]}).status_code == 200
    assert stored(house)[0].event()["nest"] == deep["nest"]


def test_what_cannot_be_stored_is_asked_for_again(house, post, monkeypatch):
    def locked(*_given):
        raise OperationalError("INSERT", {}, Exception("database is locked"))

    with monkeypatch.context() as patch:
        patch.setattr(web.callback, "take_in", locked)
        answer = post({"events": [event("a")]})
        assert (answer.status_code, answer.json) == (503, {"message": "try again"})
    assert post({"events": [event("a")]}).status_code == 200
    assert len(stored(house)) == 1


def test_many_at_once_are_all_stored_and_repeated_ones_once(house, post):
    bodies = [{"events": [event(f"e{number % 60}", timestamp=number)]} for number in range(120)]
    codes = []
    lock = threading.Lock()

    def send(mine):
        for body in mine:
            code = post(body).status_code
            with lock:
                codes.append(code)

    threads = [threading.Thread(target=send, args=(bodies[start::8],)) for start in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [200] * 120
    with house.db.read() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 60


def test_without_a_length_nothing_is_waited_for(house):
    client = create_app(house=house).test_client()
    stream = SimpleNamespace(read=lambda _size: pytest.fail("would wait for ever"))
    answer = client.open(
        "/callback", method="POST", environ_overrides={"wsgi.input": stream, "CONTENT_LENGTH": ""}
    )
    assert answer.status_code == 400
