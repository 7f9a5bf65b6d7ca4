"""Sending through the stand-in follows LINE's rules: tokens, retry keys, quota, blocking and checks."""

import uuid

import pytest

from tests.web.stand_in_cast import GROUP, MALI, SOMCHAI, text


def reply(call, token, **headers):
    return call(
        "POST", "/v2/bot/message/reply", {"replyToken": token, "messages": [text("รับทราบ")]}, **headers
    )


def test_reply_reaches_the_person_once_and_is_free(line, call):
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]

    first, second = reply(call, token), reply(call, token)

    assert first.status == 200
    assert first.json()["sentMessages"][0]["id"] == line.conversation(SOMCHAI)[-1]["id"]
    assert (second.status, second.json()) == (400, {"message": "Invalid reply token"})
    assert [entry["message"].get("text") for entry in line.conversation(SOMCHAI)] == ["รายงาน", "รับทราบ"]
    assert call("GET", "/v2/bot/message/quota/consumption").json() == {"totalUsage": 0}


@pytest.mark.parametrize(("seconds", "status"), [(60, 200), (61, 400)])
def test_reply_token_lives_a_minute_of_the_worlds_clock(line, call, clock, seconds, status):
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]
    clock.pass_by(seconds=seconds)
    assert reply(call, token).status == status


def test_a_faulty_reply_does_not_spend_the_token(line, call):
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]
    empty = call("POST", "/v2/bot/message/reply", {"replyToken": token, "messages": [text("")]})
    assert empty.status == 400
    assert empty.json()["details"] == [{"message": "May not be empty", "property": "messages[0].text"}]
    assert reply(call, token).status == 200


def test_reply_refuses_a_retry_key(line, call):
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]
    assert reply(call, token, X_Line_Retry_Key=str(uuid.uuid4())).status == 400


def test_push_arrives_unread_and_counts_one(line, push):
    push()
    assert line.pushes(SOMCHAI) == [text()]
    assert line.unread(SOMCHAI) == 1
    assert [(row["name"], row["how"], row["count"]) for row in line.sent] == [("สมชาย", "push", 1)]
    line.mark_seen(SOMCHAI)
    assert line.unread(SOMCHAI) == 0


def test_same_retry_key_is_accepted_once(line, push):
    key = str(uuid.uuid4())
    first, again = push(retry_key=key), push(retry_key=key)
    assert again.status == 409
    assert again.headers["x-line-accepted-request-id"] == first.headers["x-line-request-id"]
    assert again.json()["sentMessages"] == first.json()["sentMessages"]
    assert line.accepted == {key: 1}
    assert len(line.pushes(SOMCHAI)) == 1


def test_retry_key_is_forgotten_after_a_day(line, push, clock):
    key = str(uuid.uuid4())
    push(retry_key=key)
    clock.pass_by(hours=25)
    assert push(retry_key=key).status == 200
    assert line.accepted == {key: 2}


def test_retry_key_must_be_a_uuid(push):
    assert push(retry_key="april-13").status == 400


def test_stranger_is_refused_and_blocked_friend_gets_nothing(line, push):
    assert push("U" + "00" * 16).status == 400
    line.unfollow(MALI)
    assert push(MALI).status == 200
    assert line.pushes(MALI) == []
    assert line.sent == []


def test_monthly_limit_stops_pushes_until_the_next_month(line, push, call, clock):
    line.set_quota(2, used_elsewhere=1)
    assert [push().status, push().status] == [200, 429]
    assert push().json() == {"message": "You have reached your monthly limit."}
    assert call("GET", "/v2/bot/message/quota").json() == {"type": "limited", "value": 2}
    line.set_quota(2)
    clock.pass_by(days=1)
    assert push().status == 200


def test_group_push_counts_every_member(line, push):
    line.join(GROUP, "ติดตามงบจังหวัด", [SOMCHAI, MALI])
    push(GROUP)
    assert line.sent[-1]["count"] == 2


def test_multicast_reaches_each_friend(line, call):
    answer = call("POST", "/v2/bot/message/multicast", {"to": [SOMCHAI, MALI, SOMCHAI], "messages": [text()]})
    assert answer.status == 200
    assert line.pushes(SOMCHAI) == line.pushes(MALI) == [text()]


def test_wrong_token_is_unauthorised(call):
    assert call("GET", "/v2/bot/info", token="stolen").status == 401


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [text()] * 6,
        [{"type": "telegram"}],
        [text("ก" * 5001)],
        [text("😀" * 2501)],
        [{"type": "flex", "altText": "", "contents": {"type": "bubble"}}],
        [
            {
                "type": "flex",
                "altText": "ก",
                "contents": {"type": "carousel", "contents": [{"type": "bubble"}] * 13},
            }
        ],
    ],
)
def test_messages_line_would_refuse_are_refused(line, call, messages):
    assert call("POST", "/v2/bot/message/push", {"to": SOMCHAI, "messages": messages}).status == 400
    assert line.conversation(SOMCHAI) == []


def test_requests_are_recorded_without_the_token(clock, tmp_path, line, call):
    line.recorder.to = tmp_path / "requests.jsonl"
    call("POST", "/v2/bot/message/push", {"to": SOMCHAI, "messages": [text()]})
    call("GET", "/v2/bot/message/quota")
    assert [(one["method"], one["path"], one["status"]) for one in line.requests] == [
        ("POST", "/v2/bot/message/push", 200),
        ("GET", "/v2/bot/message/quota", 200),
    ]
    written = line.recorder.to.read_text()
    assert written.count("\n") == 2
    assert '"Authorization": "Bearer x"' in written
    assert line.access_token not in written
