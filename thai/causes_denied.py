"""Tells whether a cause is denied, over or without effect: ไม่ติดโควิด, ฝนหยุดแล้ว, ปรับแบบเรียบร้อยแล้ว, กลัวฝนตก."""

from itertools import pairwise

from rules.cause import Cause
from thai.tokens import Kind, Tokens, is_kind

_ONLY_FEARED = (
    "เดี๋ยว",
    "ถ้า",
    "หาก",
    "อาจ",
    "เดว",
    "เด๋ว",
    "กลัว",
    "กลัวว่า",
    "เกรง",
    "เกรงว่า",
    "กังวล",
    "ลุ้น",
    "ระวัง",
)
_NEARBY = 6  # tokens
_ON_BEHALF = (
    "ตอบแทน", "ส่งแทน", "รายงานแทน", "พิมพ์แทน", "แจ้งแทน", "กรอกแทน", "คีย์แทน", "มาตอบแทน", "เขียนแทน",
    "ฝากส่ง", "ฝากรายงาน", "ฝากแจ้ง",
)  # fmt: skip
_SETTLED_ONCE_DONE = ("รื้อย้าย", "ย้ายเสา", "เคลียร์พื้นที่", "แก้แบบ", "ปรับแบบ", "แก้ไขแบบ")


def is_denied(tokens: Tokens, at: int) -> bool:
    """Return whether a cause is denied or over: ไม่ติดโควิด, ฝนหยุดแล้ว, ไม่มีปัญหาเรื่องฝน."""
    if tokens[at].text.startswith("ขอ"):
        return False  # ขอใช้พื้นที่ยังไม่ได้
    if tokens[at].value == Cause.STAFF_TURNOVER and _is_why_another_writes(tokens, at):
        return True
    if is_kind(tokens, at + 1, Kind.NOT, Kind.YET) and not tokens[at + 1].spaced:
        return _is_absent(tokens, at)
    is_over = is_kind(tokens, at + 1, Kind.FULL) and tokens[at + 1].text.startswith("หมด")  # โควิดหมดแล้ว
    if (is_over or is_kind(tokens, at + 1, Kind.STOPPED, Kind.DONE, Kind.EASED)) and not tokens[
        at + 1
    ].spaced:
        return True
    if _is_without_effect(tokens, at):
        return True
    if any(one.text.startswith(("มม", "มิลลิ")) for one in tokens[at + 1 : at + 5]):
        return True  # ฝนทั้งเดือน 84 มม.: only measured
    if any(one.text.endswith("เคย") for one in tokens[max(0, at - 3) : at]):
        return True  # เคยมีปัญหาฝน
    if tokens[at].spaced:
        return False
    if at and tokens[at - 1].text.endswith(_ONLY_FEARED):
        return True
    for place in range(at - 1, max(-1, at - 4), -1):
        token = tokens[place]
        if token.kind in (Kind.NOT, Kind.YET, Kind.INSTEAD) and token.value != "cannot":
            return True
        if token.spaced or (
            token.kind not in (Kind.PROBLEM, Kind.BECAUSE)
            and not (token.kind is Kind.OTHER and len(token.text) <= 6)
        ):
            return False
    return False


def _is_why_another_writes(tokens: Tokens, at: int) -> bool:
    """Return whether it only tells why somebody else writes: ตอบแทนพี่เขานะคะ เขาลาคลอด; พี่เขาลาคลอด ผมส่งแทน."""
    around = tokens[max(0, at - _NEARBY) : at + _NEARBY]
    said = "".join(token.text for token in around)
    return any(word in said for word in _ON_BEHALF)


def _is_absent(tokens: Tokens, at: int) -> bool:
    """ฝนไม่ตก, โควิดไม่มี; but not ฝนไม่หยุด, กรมป่าไม้ยังไม่อนุญาต, ติดเสาไฟฟ้ายังไม่ย้าย."""
    if is_kind(tokens, at + 2, Kind.STOPPED, Kind.EASED):
        return False
    following = tokens[at + 2].text if at + 2 < len(tokens) else ""
    is_natural = tokens[at].value in (Cause.WEATHER_DISASTER, Cause.EPIDEMIC)
    return is_natural or not following or following.startswith(("มี", "กระทบ", "เป็น", "ติด"))


def _is_without_effect(tokens: Tokens, at: int) -> bool:
    """ฝนตกแต่ไม่กระทบ; ปรับแบบเรียบร้อยแล้ว."""
    following = tokens[at + 1 : at + 5]
    is_settled = is_kind(tokens, at + 1, Kind.PAST) and "เรียบร้อย" in tokens[at + 1].text
    is_moved = is_kind(tokens, at + 1, Kind.PAST) and tokens[at].text in _SETTLED_ONCE_DONE
    if is_moved or (is_settled and tokens[at].value == Cause.DESIGN_CHANGE):
        return True
    return any(one.kind is Kind.NOT and "กระทบ" in another.text for one, another in pairwise(following))
