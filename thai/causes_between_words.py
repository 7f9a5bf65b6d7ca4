"""Reads causes that stand between words: a contractor said to be late a few words on, an approval that is waited for."""

import re
from dataclasses import replace
from itertools import takewhile

from rules.cause import Cause
from thai.tokens import Kind, Token, Tokens, is_kind

_LATENESS = (
    "ช้า", "หนี", "หาย", "ทิ้ง", "ไม่เข้า", "ไม่มา", "อืด", "สภาพคล่อง", "ห่วย", "แย่", "เบี้ยว", "ผิดนัด", "ไม่ทำ", "ไม่ส่งคน", "ไม่ลงงาน",
    "ไม่เอาไหน", "เงียบ", "ติดต่อไม่ได้", "หมุนเงิน", "ไม่มีเงิน", "ขาดเงิน", "ขาดทุน", "ล้มละลาย", "ถอนตัว", "ขาดคน", "คนน้อย", "คนไม่พอ",
    "ถ่วง", "ดึงงาน", "ลากงาน", "ขี้เกียจ", "ไม่รับผิดชอบ", "ไม่ทัน", "ละทิ้ง", "ไม่โผล่", "ไม่ขยับ",
)  # fmt: skip
_DRAWING_CHANGES = re.compile(
    "แบบ(?!ฟอร์ม|นี้|ไหน|นั้น|ที่|สอบถาม|ประเมิน|รายงาน|บูรณาการ).{0,16}"
    "(?:ต้องแก้|ต้องปรับ|ต้องเขียน|ต้องเปลี่ยน|ต้องทำใหม่|ต้องออกใหม่|แก้ใหม่|ยังไม่นิ่ง|ไม่ตรงกับ|ใช้ไม่ได้|ยังแก้)"
)
_LEAVES = re.compile("ย้าย(?!เสา|ท่อ|ต้น|ของ|สาย|วัสดุ|เครื่อง)|ลาออก|เกษียณ|ไปช่วยราชการ")
_STAFF = re.compile(
    "เจ้าหน้าที่|จนท|พัสดุ|คนทำ|คนเดิม|คนเก่า|รับผิดชอบ|คนดูแล|การเงิน|บุคลากร|นายช่าง|ควบคุมงาน|คุมงาน|วิศวกร|ผอ|หัวหน้า"
)
_AWAITED = {
    Cause.SITE_NOT_READY: (
        "อนุญาต",
        "ยินยอม",
        "ยอมให้",
        "ส่งมอบพื้นที่",
        "เข้าพื้นที่",
        "ใช้พื้นที่",
        "ใช้ที่ดิน",
        "รื้อย้าย",
        "ย้ายเสา",
        "เวนคืน",
        "รังวัด",
    ),
    Cause.CHANGE_APPROVAL_WAIT: ("อนุมัติ", "เห็นชอบ", "จัดสรร", "โอนเงิน", "โอนงบ", "ลงนามอนุมัติ", "เซ็นอนุมัติ"),
    Cause.DESIGN_CHANGE: ("แก้แบบ", "ปรับแบบ", "ออกแบบ", "แบบแปลน", "รับรองแบบ"),
    Cause.WEATHER_DISASTER: ("น้ำลด", "ฝนหยุด", "น้ำแห้ง", "หมดฝน", "พ้นฝน", "ฝนซา"),
}
_NOT_AWAITED = (Kind.LINE, Kind.WORK, Kind.MONEY, Kind.PERCENT)


def late_people(tokens: Tokens, is_asked: bool) -> list[Token]:
    """Return the contractors that are said to be late, gone or out of money a few words on."""
    late: list[Token] = []
    for at, token in enumerate(tokens):
        if token.value != "contractor":
            continue
        if is_asked and len(tokens) <= 2:
            late.append(replace(token, kind=Kind.CAUSE, value=Cause.CONTRACTOR_LATE.value))
        for follower in _past_brackets(tokens, at + 1):
            if follower.kind not in (
                Kind.OTHER,
                Kind.PLANNED,
                Kind.NOISE,
                Kind.WENT,
                Kind.NOT,
                Kind.YET,
                Kind.DO,
                Kind.ACCEPTED,
            ):
                break
            if any(word in follower.text for word in _LATENESS):
                late.append(replace(follower, kind=Kind.CAUSE, value=Cause.CONTRACTOR_LATE.value))
                break
    return late


def _past_brackets(tokens: Tokens, at: int) -> Tokens:
    """Return the next words, past a name in brackets: ผู้รับจ้าง (หจก. …) ทำงานล่าช้า."""
    if at < len(tokens) and tokens[at].is_punct("("):
        closing = next(
            (place for place in range(at, min(at + 9, len(tokens))) if tokens[place].is_punct(")")), at
        )
        at = closing + 1
    return tokens[at : at + 3]


def staff_changes(tokens: Tokens) -> list[Token]:
    """Return who has left, a few words on: เจ้าหน้าที่พัสดุก็เพิ่งย้าย; but not เจ้าหน้าที่ไฟฟ้าย้ายเสา."""
    return [
        replace(token, kind=Kind.CAUSE, value=Cause.STAFF_TURNOVER.value)
        for at, token in enumerate(tokens)
        if token.kind is Kind.OTHER and _LEAVES.search(token.text) and _is_of_staff(tokens, at)
    ]


def _is_of_staff(tokens: Tokens, at: int) -> bool:
    """Return whether the clause begins with somebody of the staff, and nothing is denied in it."""
    place = at
    while place > max(0, at - 4) and not tokens[place].spaced:
        place -= 1
    clause = tokens[place : at + 1]
    is_denied = any(token.kind in (Kind.NOT, Kind.YET, Kind.WILL) for token in clause)
    return not is_denied and bool(_STAFF.search("".join(token.text for token in clause)))


def design_changes(tokens: Tokens) -> list[Token]:
    """Return the drawing that must be changed, a few words on: แบบซุ้มช้างต้องแก้รายละเอียดใหม่."""
    return [
        replace(token, kind=Kind.CAUSE, value=Cause.DESIGN_CHANGE.value)
        for token in tokens
        if token.kind is Kind.OTHER and _DRAWING_CHANGES.search(token.text)
    ]


def awaited_causes(tokens: Tokens, is_asked: bool) -> list[Token]:
    """Return the approval, permission, money or weather that is waited for: รอ พช. จังหวัดอนุมัติ."""
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WAIT:
            continue
        awaited = list(takewhile(lambda one: one.kind not in _NOT_AWAITED, tokens[at + 1 : at + 6]))
        said = "".join(one.text for one in awaited)
        if is_asked and is_kind(tokens, at + 1, Kind.MONEY):
            return [replace(token, kind=Kind.CAUSE, value=Cause.CHANGE_APPROVAL_WAIT.value)]  # รอเงิน
        for cause, words in _AWAITED.items():
            if any(word in said for word in words):
                return [replace(token, kind=Kind.CAUSE, value=cause.value, text=token.text + said)]
    return []
