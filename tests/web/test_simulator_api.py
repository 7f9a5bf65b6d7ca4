"""The simulator's routes: what the page is told, and what it may do on each phone."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from flask import Flask

from tests.web.stand_in_cast import GROUP, MALI, SOMCHAI
from web.simulator import simulator_blueprint

OWN = {"Origin": "http://localhost"}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
CAST = [
    {
        "user_id": SOMCHAI,
        "name": "สมชาย",
        "role": "officer",
        "agency": "แขวงทางหลวงชนบทเพชรบุรี",
        "note": "13 14 15",
    },
    {"user_id": MALI, "name": "มาลี", "role": "head", "agency": "แขวงทางหลวงชนบทเพชรบุรี", "note": ""},
]


class Duties:
    """A clock of the demo with one duty tomorrow at this hour."""

    def __init__(self, clock):
        self.clock, self.due = clock, clock.now() + timedelta(days=1)
        self.now = clock.now

    def upcoming(self, n):
        return [{"duty": "remind-officers", "due": self.due}]

    def advance_to(self, target):
        ran = [{"duty": "remind-officers", "due": self.due, "counts": {"written": 2, "late": 0}}]
        happened = ran if self.now() < self.due <= target else []
        self.clock.at = target
        return happened


@pytest.fixture
def client(line, clock):
    app = Flask("simulated")
    app.register_blueprint(simulator_blueprint(line, lambda: CAST, Duties(clock)))
    return app.test_client()


def state(client, phone=SOMCHAI, version=-1):
    return client.get(f"/simulator/api/state?phone={phone}&version={version}").json


def do(client, action, phone=SOMCHAI, **body):
    return client.post(f"/simulator/api/phones/{phone}/{action}", json=body, headers=OWN)


def test_page_speaks_thai_and_english_and_allows_only_its_own_scripts(client):
    thai = client.get("/simulator")
    assert "เครื่องจำลองแชต" in thai.text
    assert "default-src 'none'" in thai.headers["Content-Security-Policy"]
    assert "unsafe" not in thai.headers["Content-Security-Policy"]
    assert "Next duties" in client.get("/simulator?lang=en").text
    assert "Next duties" in client.get("/simulator").text, "the choice is remembered"


def test_scripts_and_styles_are_served(client):
    for name in ("simulator/main.js", "flex/draw.js", "simulator/page.css"):
        assert client.get(f"/simulator/static/{name}").status_code == 200


def test_state_shows_each_phone_with_role_and_unread(line, client, push):
    push(MALI)
    phones = {phone["name"]: phone for phone in state(client)["phones"]}
    assert phones["มาลี"]["unread"] == 1
    assert phones["มาลี"]["role"] == "หัวหน้าหน่วยงาน"
    assert phones["สมชาย"]["unread"] == 0
    do(client, "seen", MALI)
    assert line.unread(MALI) == 0


def test_unchanged_state_is_small_and_still_tells_the_time(client):
    full = state(client)
    again = state(client, version=full["version"])
    assert again["clock"]["time"] == "16:00"
    assert "phones" not in again and "chat" not in again


def test_words_go_to_the_bot_and_into_the_conversation(line, client, webhook):
    assert do(client, "say", text="13 45%").status_code == 200
    assert webhook.events[0]["message"]["text"] == "13 45%"
    [entry] = state(client)["chat"]["entries"]
    assert (entry["message"]["text"], entry["read"], entry["day"]) == ("13 45%", True, "ศ. 30 เม.ย. 64")


def test_empty_words_are_not_sent(client, webhook):
    do(client, "say", text="  ")
    assert webhook.events == []


def test_every_kind_of_message_reaches_the_bot(client, webhook):
    do(client, "tap", data="confirm", display_text="ยืนยัน")
    do(client, "location", latitude="13.1", longitude="99.9", title="ถนน")
    do(client, "sticker", package_id="11537", sticker_id="52002735")
    for number in (1, 2):
        client.post(
            f"/simulator/api/phones/{SOMCHAI}/image?set=7&index={number}&total=2", data=PNG, headers=OWN
        )
    name = quote("แผน 2564.xlsx")
    client.post(f"/simulator/api/phones/{SOMCHAI}/file?name={name}", data=b"12", headers=OWN)
    kinds = [event.get("message", {}).get("type", event["type"]) for event in webhook.events]
    assert kinds == ["postback", "location", "sticker", "image", "image", "file"]
    assert webhook.events[4]["message"]["imageSet"] == {"id": "7", "index": 2, "total": 2}
    assert webhook.events[5]["message"]["fileName"] == "แผน 2564.xlsx"


def test_photo_is_shown_and_anything_else_only_saved(line, client):
    photo = line.send_image(SOMCHAI, PNG)["message"]["id"]
    page = line.send_file(SOMCHAI, "page.html", b"<script>alert(1)</script>")["message"]["id"]
    assert client.get(f"/simulator/api/content/{photo}").content_type == "image/png"
    saved = client.get(f"/simulator/api/content/{page}")
    assert saved.headers["Content-Disposition"] == "attachment"
    assert saved.content_type == "application/octet-stream"
    do(client, "unsend", message_id=photo)
    assert client.get(f"/simulator/api/content/{photo}").status_code == 404


def test_message_can_be_taken_back_and_delivered_again(client, webhook):
    do(client, "say", text="13 45%")
    message_id = webhook.events[0]["message"]["id"]
    do(client, "again", message_id=message_id)
    do(client, "unsend", message_id=message_id)
    assert [event["type"] for event in webhook.events] == ["message", "message", "unsend"]
    assert webhook.events[1]["deliveryContext"]["isRedelivery"]
    assert webhook.events[1]["webhookEventId"] == webhook.events[0]["webhookEventId"]


def test_blocking_and_adding_again(line, client, webhook):
    do(client, "block")
    assert state(client)["chat"]["standing"] == "blocked"
    do(client, "follow")
    assert [event["type"] for event in webhook.events] == ["unfollow", "follow"]


def test_newcomer_gets_a_phone_and_is_not_a_friend_yet(client, webhook):
    made = client.post("/simulator/api/phones", json={"name": "วิชัย"}, headers=OWN).json
    assert state(client, made["id"])["chat"]["standing"] == "stranger"
    do(client, "follow", made["id"])
    assert webhook.events[0]["type"] == "follow"


def test_group_members_speak_with_and_without_a_mention(client, webhook):
    made = client.post("/simulator/api/groups", json={"name": "ติดตามงบ"}, headers=OWN).json
    do(client, "say", made["id"], text="ตามงาน สถานะ 13", **{"as": SOMCHAI})
    do(client, "say", made["id"], text="สถานะ 13", mention=True, **{"as": MALI})
    assert [event["type"] for event in webhook.events] == ["join", "message", "message"]
    assert "mention" not in webhook.events[1]["message"]
    assert webhook.events[2]["message"]["mention"]["mentionees"][0]["isSelf"]
    assert do(client, "say", made["id"], text="ใคร").status_code == 400


def test_clock_runs_what_falls_due(client):
    moved = client.post("/simulator/api/clock", json={"to": "2 พ.ค. 08:30"}, headers=OWN)
    assert moved.json["ran"][0] | {"due": ""} == {
        "duty": "remind-officers",
        "label": "เตือนส่งรายงาน",
        "due": "",
        "text": "ส. 1 พ.ค. 64 16:00",
        "counts": "ข้อความที่ตั้งส่ง 2",
    }
    assert state(client)["clock"]["day"] == "อา. 2 พ.ค. 64"


def test_clock_moves_to_a_duty_and_never_back(client):
    due = state(client)["clock"]["upcoming"][0]["due"]
    assert client.post("/simulator/api/clock", json={"due": due}, headers=OWN).status_code == 200
    back = client.post("/simulator/api/clock", json={"to": "1 Jan 2021"}, headers=OWN)
    assert (back.status_code, back.json["message"]) == (400, "นาฬิกาเดินไปข้างหน้าได้อย่างเดียว")
    assert client.post("/simulator/api/clock", json={"to": "เมื่อไรก็ได้"}, headers=OWN).status_code == 400


def test_sent_messages_are_listed_with_what_they_count(line, client, push, call):
    line.set_quota(500)
    push(MALI)
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]
    call(
        "POST",
        "/v2/bot/message/reply",
        {"replyToken": token, "messages": [{"type": "text", "text": "ครบแล้ว"}]},
    )
    sent = state(client)["sent"]
    assert [(row["to"], row["label"], row["count"]) for row in sent["rows"]] == [
        ("สมชาย", "ตอบกลับ", 0),
        ("มาลี", "ส่งเอง", 1),
    ]
    assert (sent["used"], sent["limit"]) == (1, 500)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_pages_change_nothing(client, webhook, headers):
    answer = client.post(f"/simulator/api/phones/{SOMCHAI}/say", json={"text": "ยืนยัน"}, headers=headers)
    assert answer.status_code == 403
    assert webhook.events == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"phones/{SOMCHAI}/fly", {}, 404),
        (f"phones/{GROUP}/say", {"text": "ใคร"}, 404),
        (f"phones/{SOMCHAI}/say", {}, 400),
        (f"phones/{SOMCHAI}/location", {"latitude": "north", "longitude": 1}, 400),
        (f"phones/{SOMCHAI}/again", {"message_id": "0"}, 400),
        (f"phones/{SOMCHAI}/tap", [], 400),
    ],
)
def test_nonsense_is_refused(client, webhook, path, body, status):
    assert client.post(f"/simulator/api/{path}", json=body, headers=OWN).status_code == status
    assert webhook.events == []


def test_huge_upload_is_refused(client, webhook):
    answer = client.post(f"/simulator/api/phones/{SOMCHAI}/image", data=b"0" * 20_000_001, headers=OWN)
    assert answer.status_code == 413
    assert webhook.events == []
