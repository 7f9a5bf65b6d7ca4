"""A bot for the browser tests: it answers a few words over the stand-in's API, as the real one would."""

import threading
from typing import Any

import urllib3
from flask import request

EVIL = "<img src=x onerror=\"document.title='1'\"> <script>document.title='2'</script> & \"'"


class TalkingBot:
    def __init__(self, line: Any) -> None:
        self.line = line
        self.pool = urllib3.PoolManager(maxsize=4)
        self.heard: list[dict[str, Any]] = []

    def callback(self) -> tuple[dict[str, str], int]:
        for event in request.get_json()["events"]:
            self.heard.append(event)
            threading.Thread(target=self.answer, args=(event,), name="talking-bot").start()
        return {}, 200

    def answer(self, event: dict[str, Any]) -> None:
        if "replyToken" in event:
            messages = self.answers(event)
            if messages:
                self.call("/v2/bot/message/reply", {"replyToken": event["replyToken"], "messages": messages})

    def answers(self, event: dict[str, Any]) -> list[dict[str, Any]]:
        if event["type"] == "follow":
            return [{"type": "text", "text": "สวัสดี พิมพ์รหัสเข้าร่วมได้เลย"}]
        said = event.get("postback", {}).get("data") or event.get("message", {}).get("text", "")
        return SAYINGS.get(said, lambda: [text(f"ได้รับ: {said}")] if said else [])()

    def push(self, to: str, messages: list[dict[str, Any]]) -> None:
        self.call("/v2/bot/message/push", {"to": to, "messages": messages})

    def publish_menu(self, to: str, picture: bytes) -> None:
        """Show someone a rich menu of three areas in a row."""
        labels = ("รายงาน", "สถานะ", "ถาม")
        areas = [
            {
                "bounds": {"x": n * 833, "y": 0, "width": 833, "height": 843},
                "action": {"type": "message", "label": label, "text": label},
            }
            for n, label in enumerate(labels)
        ]
        layout = {
            "size": {"width": 2500, "height": 843},
            "selected": True,
            "name": "เมนู",
            "chatBarText": "เมนู",
            "areas": areas,
        }
        menu_id = self.call("/v2/bot/richmenu", layout)["richMenuId"]
        self.call(f"/v2/bot/richmenu/{menu_id}/content", picture)
        self.call(f"/v2/bot/user/{to}/richmenu/{menu_id}", {})

    def call(self, path: str, body: dict[str, Any] | bytes) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.line.access_token}"}
        if isinstance(body, bytes):
            headers["Content-Type"] = "image/png"
            answer = self.pool.request("POST", self.line.base_url + path, body=body, headers=headers)
        else:
            answer = self.pool.request("POST", self.line.base_url + path, json=body, headers=headers)
        assert answer.status == 200, answer.data
        return answer.json()

    def reminder(self) -> dict[str, Any]:
        return flex(reminder_bubble(), "ถึงกำหนดรายงานเดือนเมษายน 2564: 3 กิจกรรม")


def text(words: str, *labels: str) -> dict[str, Any]:
    message: dict[str, Any] = {"type": "text", "text": words}
    if labels:
        items = [
            {"type": "action", "action": {"type": "message", "label": one, "text": one}} for one in labels
        ]
        message["quickReply"] = {"items": items}
    return message


def flex(contents: dict[str, Any], alt: str = "การ์ด") -> dict[str, Any]:
    return {"type": "flex", "altText": alt, "contents": contents}


def words(value: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": value, **more}


def bar(share: int, colour: str) -> dict[str, Any]:
    filled = {
        "type": "box",
        "layout": "vertical",
        "contents": [{"type": "filler"}],
        "width": f"{share}%",
        "height": "8px",
        "backgroundColor": colour,
        "cornerRadius": "4px",
    }
    return {
        "type": "box",
        "layout": "vertical",
        "contents": [filled],
        "backgroundColor": "#E3E8EC",
        "height": "8px",
        "cornerRadius": "4px",
    }


def button(label: str, data: str, style: str = "primary", **more: Any) -> dict[str, Any]:
    action = {"type": "postback", "label": label, "data": data, "displayText": label}
    return {"type": "button", "style": style, "height": "sm", "action": action, **more}


def activity_bubble(number: int, name: str, size: str = "mega") -> dict[str, Any]:
    head = {
        "type": "box",
        "layout": "vertical",
        "backgroundColor": "#0B7A4B",
        "paddingAll": "16px",
        "contents": [
            words(f"กิจกรรมที่ {number}", color="#CFEBDD", size="sm"),
            words(name, color="#FFFFFF", weight="bold", wrap=True, maxLines=2),
        ],
    }
    chip = {
        "type": "box",
        "layout": "vertical",
        "contents": [words("ดำเนินการ", size="xs", color="#0B5C8A", weight="bold")],
        "backgroundColor": "#DDF0FB",
        "cornerRadius": "12px",
        "paddingAll": "4px",
        "paddingStart": "10px",
        "paddingEnd": "10px",
        "flex": 0,
    }
    body = {
        "type": "box",
        "layout": "vertical",
        "spacing": "md",
        "contents": [
            {
                "type": "box",
                "layout": "horizontal",
                "alignItems": "center",
                "contents": [words("สถานะ", color="#5B6876", size="sm"), chip],
            },
            {
                "type": "box",
                "layout": "baseline",
                "contents": [
                    words("ผลงาน", size="sm", color="#5B6876", flex=3),
                    words("45%", weight="bold", align="end", flex=2),
                ],
            },
            bar(45, "#1E88C7"),
            {
                "type": "box",
                "layout": "baseline",
                "contents": [
                    words("เบิกจ่าย", size="sm", color="#5B6876", flex=3),
                    words("1,200,000 บาท", weight="bold", align="end", flex=5),
                ],
            },
            bar(53, "#0B7A4B"),
            {"type": "separator"},
            words(
                "",
                contents=[
                    {"type": "span", "text": "กำหนดแล้วเสร็จ "},
                    {"type": "span", "text": "30 ก.ย. 64", "weight": "bold"},
                ],
                size="sm",
                wrap=True,
            ),
        ],
    }
    foot = {
        "type": "box",
        "layout": "vertical",
        "spacing": "sm",
        "contents": [
            button("รายงาน", f"report:{number}", color="#0B7A4B"),
            button("ไม่มีการเปลี่ยนแปลง", f"same:{number}", "secondary"),
        ],
    }
    return {"type": "bubble", "size": size, "header": head, "body": body, "footer": foot}


def reminder_bubble() -> dict[str, Any]:
    return activity_bubble(13, "ปรับปรุงถนนลาดยางสายบ้านหนองหญ้าปล้อง – บ้านท่าตะคร้อ อำเภอหนองหญ้าปล้อง จังหวัดเพชรบุรี")


def carousel() -> dict[str, Any]:
    names = ("ปรับปรุงถนนสายบ้านหนองหญ้าปล้อง", "ก่อสร้างระบบระบายน้ำ", "ติดตั้งไฟฟ้าแสงสว่าง")
    return {
        "type": "carousel",
        "contents": [activity_bubble(13 + n, name, "kilo") for n, name in enumerate(names)],
    }


SAYINGS = {
    "รายงาน": lambda: [flex(carousel(), "กิจกรรมที่ยังไม่รายงาน 3 รายการ")],
    "การ์ด": lambda: [flex(reminder_bubble())],
    "ถาม": lambda: [text("ตอนนี้กิจกรรม 13 อยู่ขั้นไหน", "จัดซื้อจัดจ้าง", "ดำเนินการ", "แล้วเสร็จ", "ติดปัญหา")],
    "ร้าย": lambda: [flex(activity_bubble(13, EVIL), EVIL), text(EVIL, "<i>ตอบ</i>")],
    "report:13": lambda: [text("เบิกจ่ายแล้วเท่าไร")],
}  # fmt: skip
