"""What people do reaches the bot as LINE would tell it: signed, complete and in time order."""

import base64
import hashlib
import hmac
import re
import threading

from tests.web.stand_in_cast import GROUP, MALI, SOMCHAI, text
from web.stand_in import redelivered

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def test_text_arrives_signed_on_its_raw_bytes(line, webhook):
    line.say(SOMCHAI, "13 45% เบิกแล้ว 1.2 ล้าน")
    expected = base64.b64encode(
        hmac.digest(line.channel_secret.encode(), webhook.raw[0], hashlib.sha256)
    ).decode()
    assert webhook.headers[0]["x-line-signature"] == expected
    assert webhook.heard[0]["destination"] == line.bot_user_id
    event = webhook.events[0]
    assert event["message"]["text"] == "13 45% เบิกแล้ว 1.2 ล้าน"
    assert event["source"] == {"type": "user", "userId": SOMCHAI}
    assert event["mode"] == "active" and event["replyToken"] and event["message"]["quoteToken"]
    assert event["deliveryContext"] == {"isRedelivery": False}
    assert re.fullmatch("[0-7][0-9A-HJKMNP-TV-Z]{25}", event["webhookEventId"])


def test_event_ids_are_unique_and_timestamps_grow_under_a_still_clock(line, webhook):
    for _ in range(5):
        line.say(SOMCHAI, "รายงาน")
    assert len({event["webhookEventId"] for event in webhook.events}) == 5
    times = [event["timestamp"] for event in webhook.events]
    assert times == sorted(set(times))


def test_button_shows_its_words_and_sends_its_data(line, webhook):
    line.tap(SOMCHAI, "confirm:7", "ยืนยัน")
    assert webhook.events[0]["postback"] == {"data": "confirm:7"}
    assert line.conversation(SOMCHAI)[0]["message"]["text"] == "ยืนยัน"


def test_silent_button_shows_nothing(line, webhook):
    line.tap(SOMCHAI, "when", params={"date": "2021-05-01"})
    assert webhook.events[0]["postback"]["params"] == {"date": "2021-05-01"}
    assert line.conversation(SOMCHAI) == []


def test_photo_can_be_fetched_until_unsent(line, call, webhook):
    message_id = line.send_image(SOMCHAI, PNG)["message"]["id"]
    fetched = call("GET", f"/v2/bot/message/{message_id}/content")
    assert (fetched.data, fetched.headers["content-type"]) == (PNG, "image/png")
    line.unsend(SOMCHAI, message_id)
    assert call("GET", f"/v2/bot/message/{message_id}/content").status == 410
    assert webhook.events[-1]["unsend"] == {"messageId": message_id}
    assert "replyToken" not in webhook.events[-1]
    assert line.conversation(SOMCHAI)[0]["unsent"]


def test_film_is_prepared_first(line, call):
    message_id = line.send_video(SOMCHAI, b"film", polls=2)["message"]["id"]
    path = f"/v2/bot/message/{message_id}/content"
    assert call("GET", path).status == 202
    assert call("GET", path + "/transcoding").json() == {"status": "processing"}
    assert call("GET", path + "/transcoding").json() == {"status": "succeeded"}
    assert call("GET", path).data == b"film"


def test_other_kinds_carry_what_line_tells(line):
    assert line.send_file(SOMCHAI, "แผน.xlsx", b"12345")["message"]["fileSize"] == 5
    assert line.send_location(SOMCHAI, 13.1, 99.9, "ถนน")["message"]["title"] == "ถนน"
    assert line.send_sticker(SOMCHAI)["message"]["stickerResourceType"] == "STATIC"
    assert line.send_audio(SOMCHAI, b"sound", 2000)["message"]["duration"] == 2000
    pair = {"id": "1", "index": 1, "total": 2}
    assert line.send_image(SOMCHAI, PNG, pair)["message"]["imageSet"] == pair


def test_follow_after_a_block_says_so(line, webhook):
    line.unfollow(SOMCHAI)
    line.follow(SOMCHAI)
    assert [event["type"] for event in webhook.events] == ["unfollow", "follow"]
    assert webhook.events[1]["follow"] == {"isUnblocked": True}


def test_profile_is_hidden_by_a_block(line, call):
    assert call("GET", f"/v2/bot/profile/{SOMCHAI}").json()["displayName"] == "สมชาย"
    line.unfollow(SOMCHAI)
    assert call("GET", f"/v2/bot/profile/{SOMCHAI}").status == 404


def test_group_tells_who_mentions_the_bot(line, webhook):
    line.join(GROUP, "ติดตามงบ", [SOMCHAI])
    line.member_joined(GROUP, MALI)
    said = line.say_in_group(GROUP, MALI, "สถานะ 13", mentions_bot=True)
    assert said["message"]["text"] == "@ตามงาน สถานะ 13"
    mentioned = said["message"]["mention"]["mentionees"][0]
    assert (mentioned["index"], mentioned["length"], mentioned["isSelf"]) == (0, 7, True)
    edited = line.edit_in_group(GROUP, MALI, said["message"]["id"], "@ตามงาน สถานะ 14")
    assert edited["message"]["id"] == said["message"]["id"]
    assert edited["replyToken"] != said["replyToken"]
    line.leave(GROUP)
    assert [one["type"] for one in webhook.events] == [
        "join",
        "memberJoined",
        "message",
        "messageEdited",
        "leave",
    ]


def test_standby_events_cannot_be_answered(line):
    line.standby = True
    event = line.say(SOMCHAI, "รายงาน")
    assert event["mode"] == "standby" and "replyToken" not in event


def test_held_events_go_out_in_any_order_and_again(line, webhook):
    with line.holding() as held:
        line.say(SOMCHAI, "หนึ่ง")
        line.say(SOMCHAI, "สอง")
    assert webhook.heard == []
    assert line.deliver([held[1], held[0], redelivered(held[0])]) == 200
    assert [event["message"]["text"] for event in webhook.events] == ["สอง", "หนึ่ง", "หนึ่ง"]
    assert webhook.events[2]["deliveryContext"]["isRedelivery"]


def test_message_is_read_only_when_the_bot_took_it(line, webhook):
    webhook.status = 500
    line.say(SOMCHAI, "รายงาน")
    webhook.status = 200
    line.say(SOMCHAI, "รายงาน")
    assert [entry["read"] for entry in line.conversation(SOMCHAI)] == [False, True]


def test_wrong_signature_and_silence_are_told_apart(line, webhook):
    line.deliver([], signature="forged")
    assert webhook.headers[-1]["x-line-signature"] == "forged"
    line.callback_url = "http://127.0.0.1:1/callback"
    assert line.deliver([]) == 0


def test_waiting_ends_when_the_bot_has_spoken(line, push):
    threading.Timer(0.05, push).start()
    assert line.wait_for(lambda: line.pushes(SOMCHAI))
    assert line.last(SOMCHAI) == text()
    assert not line.wait_for(lambda: line.pushes(MALI), timeout=0.05)
