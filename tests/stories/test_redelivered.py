"""LINE repeats, reorders and bundles events, and now and then sends what we never heard of: each person is served once."""

import json

import pytest

from models.inbox import Event, Handled
from models.person import person_at
from models.report import history
from tests.days import moment
from tests.office import MARCH, reported, user_id
from web.stand_in import redelivered

LINE_OF_REPORT = "13 45% เบิกแล้ว 1.2 ล้าน ฝนตก"


def answers(line, name):
    return [each for each in line.conversation(user_id(name)) if each["from"] == "bot"]


def stored(house, state=None):
    with house.db.read() as session:
        rows = session.query(Event).order_by(Event.id).all()
    return [row for row in rows if state is None or row.state is state]


def test_a_confirmation_delivered_three_times_stores_one_report(house, office, phones, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    somchai = phones["สมชาย"]
    somchai.says(LINE_OF_REPORT)
    button = somchai.button("ยืนยัน")
    event = line.tap(user_id("สมชาย"), button["data"], button["displayText"])
    assert line.deliver([redelivered(event)]) == 200
    phones.settle()
    assert line.deliver([redelivered(event)]) == 200
    phones.settle()

    with house.db.read() as session:
        assert len(history(session, office.activities[13].id)) == 2
    assert len(answers(line, "สมชาย")) == 2


def test_the_same_event_twice_in_one_body_is_stored_once(house, office, phones, line):
    with line.holding() as held:
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
    assert line.deliver([*held, *held]) == 200
    phones.settle()
    assert len(stored(house)) == 1 and len(answers(line, "สมชาย")) == 1


def test_one_body_in_the_wrong_order_is_handled_in_the_order_of_time(house, office, phones, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    with line.holding() as held:
        line.say(user_id("สมชาย"), LINE_OF_REPORT)
        line.say(user_id("สมชาย"), "ยืนยัน")
    assert line.deliver(list(reversed(held))) == 200
    phones.settle()

    with house.db.read() as session:
        assert len(history(session, office.activities[13].id)) == 2


def test_many_people_in_one_body_each_get_their_own_answer(house, office, phones, line):
    with line.holding() as held:
        for name in ("สมชาย", "มาลี", "อนงค์", "ประสิทธิ์"):
            line.say(user_id(name), "ช่วยเหลือ")
    assert line.deliver(held) == 200
    phones.settle()
    for name in ("สมชาย", "มาลี", "อนงค์", "ประสิทธิ์"):
        assert len(answers(line, name)) == 1


def test_a_hundred_events_in_one_body(house, office, phones, line):
    with line.holding() as held:
        for _ in range(100):
            line.say(user_id("มาลี"), "ขอบคุณ")
    assert line.deliver(held) == 200
    phones.settle()
    assert len(stored(house, Handled.DONE)) == 100


BAD_EVENTS = [
    {"type": "message"},
    {"type": "message", "source": "nobody", "message": {"type": "text", "text": "รายงาน"}},
    {"type": "message", "source": {"type": "user", "userId": 7}, "message": []},
    {
        "type": "message",
        "source": {"type": "user", "userId": "U" + "0" * 32},
        "message": {"type": "hologram"},
    },
    {"type": "postback", "source": {"type": "user", "userId": "U" + "0" * 32}, "postback": {"data": None}},
    {"type": "somethingNew", "timestamp": "soon", "webhookEventId": 12},
    {"type": "message", "webhookEventId": "x" * 5000, "timestamp": 10**30, "source": {"userId": "\ud800"}},
    {"webhookEventId": "nul\0", "source": {"userId": "U\0"}, "message": {"text": "\0 \\u0000"}},
    "not an event",
    None,
    {},
]


@pytest.mark.parametrize("bad", BAD_EVENTS, ids=range(len(BAD_EVENTS)))
def test_one_bad_event_costs_its_neighbours_nothing(house, office, phones, line, bad):
    with line.holding() as held:
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
        line.say(user_id("มาลี"), "ช่วยเหลือ")
    body = json.dumps({"destination": line.bot_user_id, "events": [held[0], bad, held[1]]})
    assert line.post(body.encode()) == 200
    phones.settle()
    assert len(answers(line, "สมชาย")) == 1 and len(answers(line, "มาลี")) == 1
    assert stored(house, Handled.WAITING) == []


def test_an_event_without_an_id_is_known_again_by_its_content(house, office, phones, line):
    with line.holding() as held:
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
    nameless = {key: value for key, value in held[0].items() if key != "webhookEventId"}
    assert line.deliver([nameless]) == 200 and line.deliver([nameless]) == 200
    phones.settle()
    assert len(stored(house)) == 1


def test_standby_is_stored_and_answered_by_nobody(house, office, phones, line):
    line.standby = True
    phones["สมชาย"].says("ช่วยเหลือ")
    assert answers(line, "สมชาย") == []
    assert [row.state for row in stored(house)] == [Handled.SKIPPED]


@pytest.mark.parametrize(
    ("body", "signature", "status"),
    [
        (b'{"events": []}', None, 200),
        (b'{"destination": "U1"}', None, 200),
        (b'{"events": ', None, 400),
        (b"[]", None, 400),
        (b'{"events": {}}', None, 400),
        (b"\xff\xfe\x00", None, 400),
        (b"[" * 100_000, None, 400),
        (b'{"events": []}', "", 400),
        (b'{"events": []}', "AAAA", 400),
        (b"x" * (2 * 1024 * 1024 + 1), None, 413),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_webhook_of_lines_is_turned_away(house, office, line, body, signature, status):
    assert line.post(body, signature) == status
    assert stored(house) == []


def test_a_body_of_nearly_two_megabytes_is_taken(house, office, phones, line):
    big = {"type": "novelty", "webhookEventId": "01BIG", "source": {}, "padding": "ก" * 600_000}
    assert line.deliver([big]) == 200
    phones.settle()
    assert stored(house)[0].state is Handled.SKIPPED


def test_an_unfollow_that_comes_late_does_not_silence_a_friend(house, office, phones, line):
    with line.holding() as held:
        line.unfollow(user_id("สมชาย"))
        line.follow(user_id("สมชาย"))
    for event in reversed(held):
        assert line.deliver([event]) == 200
        phones.settle()
    with house.db.read() as session:
        assert person_at(session, "default", user_id("สมชาย")).unreachable_since is None


def test_a_group_is_answered_for_free_or_not_at_all(house, clock, office, phones, line):
    group = line.join(name="กลุ่มติดตามงาน", members=[user_id("สมชาย"), user_id("มาลี")])["source"]["groupId"]
    line.say_in_group(group, user_id("สมชาย"), "ตามงาน ช่วยเหลือ")
    phones.settle()
    assert [each["how"] for each in line.conversation(group) if each["from"] == "bot"] == ["reply"]

    line.say_in_group(group, user_id("สมชาย"), "ตามงาน ช่วยเหลือ")
    clock.set(moment(5, 3, 9, 0))
    phones.settle()
    assert len([each for each in line.conversation(group) if each["from"] == "bot"]) == 1
    assert all(each["how"] != "push" for each in line.conversation(group))


def test_a_handler_that_breaks_three_times_is_set_aside_with_an_apology(
    house, office, phones, line, monkeypatch
):
    def broken(turn, text):
        if text == "พัง":
            raise RuntimeError("a mistake of ours")
        return converse(turn, text)

    from handlers import router

    converse = router.converse
    monkeypatch.setattr(router, "converse", broken)
    with line.holding() as held:
        line.say(user_id("สมชาย"), "พัง")
        line.say(user_id("สมชาย"), "ช่วยเหลือ")
    assert line.deliver(held) == 200
    said = phones["สมชาย"].reads()

    assert [row.state for row in stored(house)] == [Handled.FAILED, Handled.DONE]
    assert "ขัดข้อง" in said or "ผิดพลาด" in said
    assert len(answers(line, "สมชาย")) == 2
