"""What LINE would refuse is found before it leaves. Sizes are LINE's own, from the Messaging API reference."""

import pytest

from line.limits import faults

TEXT = {"type": "text", "text": "สวัสดี"}
BUTTON = {"type": "button", "action": {"type": "message", "label": "รายงาน", "text": "รายงาน"}}


def bubble(*contents, **more):
    return {
        "type": "bubble",
        "body": {"type": "box", "layout": "vertical", "contents": list(contents)},
        **more,
    }


def flex(contents, alt="สรุป"):
    return {"type": "flex", "altText": alt, "contents": contents}


def carousel(*bubbles):
    return flex({"type": "carousel", "contents": list(bubbles)})


def replies(*actions):
    return TEXT | {"quickReply": {"items": [{"type": "action", "action": action} for action in actions]}}


WORDS = bubble({"type": "text", "text": "ก"})
TAP = {"type": "postback", "label": "ยืนยัน", "data": "d:1:yes", "displayText": "ยืนยัน"}


@pytest.mark.parametrize(
    "messages",
    [
        [TEXT],
        [TEXT] * 5,
        [{"type": "text", "text": "ก" * 5000}],
        [{"type": "text", "text": "😀" * 2500}],
        [flex(WORDS)],
        [carousel(*[WORDS] * 12)],
        [replies(*[TAP] * 13)],
        [replies({"type": "message", "label": "กิ่" * 20, "text": "ก"})],
        [flex(bubble(BUTTON))],
        [flex(bubble({"type": "image", "url": "https://example.org/a.png"}))],
    ],
    ids=range(10),
)
def test_what_line_takes_passes(messages):
    assert faults(messages) == []


@pytest.mark.parametrize(
    ("messages", "says"),
    [
        ([], "0 messages"),
        ([TEXT] * 6, "6 messages"),
        ([{"type": "text", "text": " "}], "empty text"),
        ([{"type": "text", "text": "ก" * 5001}], "5001 UTF-16 units"),
        ([{"type": "text", "text": "😀" * 2501}], "5002 UTF-16 units"),
        ([{"type": "text", "text": "half \ud83d"}], "surrogate"),
        ([{"type": "hologram"}], "unknown message type"),
        ([flex(WORDS, alt="")], "empty altText"),
        ([flex(WORDS, alt="ก" * 1501)], "altText of 1501"),
        ([flex(bubble({"type": "text", "text": ""}))], "without text"),
        ([flex(bubble({"type": "text", "text": "ก" * 11_000}))], "bubble over 30 KB"),
        ([carousel()], "carousel of 0"),
        ([carousel(*[WORDS] * 13)], "carousel of 13"),
        ([carousel(*[bubble({"type": "text", "text": "ก" * 1500})] * 12)], "carousel over 50 KB"),
        ([carousel(WORDS, WORDS | {"size": "kilo"})], "different widths"),
        (
            [flex(bubble({"type": "box", "layout": "baseline", "contents": [BUTTON]}))],
            "inside a baseline box",
        ),
        ([flex(bubble({"type": "image", "url": "http://example.org/a.png"}))], "not https"),
        ([flex(bubble({"type": "button", "action": {"type": "message", "text": "ก"}}))], "without a label"),
        ([replies(*[TAP] * 14)], "14 quick replies"),
        ([replies(TAP | {"label": "ก" * 21})], "label over 20"),
        ([replies(TAP | {"data": "x" * 301})], "data over 300"),
        ([replies(TAP | {"displayText": "ก" * 301})], "displayText over 300"),
        ([replies({"type": "postback", "label": "ก"})], "without data"),
        ([replies({"type": "uri", "label": "ก", "uri": "https://e.org/" + "x" * 1000})], "uri over 1,000"),
        ([flex(bubble(BUTTON | {"action": BUTTON["action"] | {"label": "ก" * 41}}))], "label over 40"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_line_refuses_is_named(messages, says):
    assert any(says in fault for fault in faults(messages)), faults(messages)
