"""The typed forms of orders: สั่งการ 13 …, ตอบข้อสั่งการ 12 …, ข้อสั่งการ, เรื่องค้าง; handlers/order calls it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thai.day_span import read_span
from thai.typed_form import bare, numbered


class OrderWord(StrEnum):
    """What a typed line wants done. The first group names an activity, the second an order, the last nothing."""

    ASK = "ask"
    GIVE = "give"
    MEET = "meet"
    NOTED = "noted"
    THANK = "thank"
    SEE = "see"
    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    CLOSE = "close"
    RETURN = "return"
    LIST = "list"
    PENDING = "pending"
    AGENDA = "agenda"
    CHARTS = "charts"


@dataclass(frozen=True)
class TypedOrder:
    """The wish, the number of the activity or order it names, and the words after it as they were typed."""

    word: OrderWord
    number: int | None = None
    rest: str = ""


_FORMS = numbered(
    (
        (OrderWord.ANSWER, r"ตอบข้อสั่งการ(?:ที่)?|answer order"),
        (OrderWord.ACKNOWLEDGE, r"รับทราบข้อสั่งการ(?:ที่)?|acknowledge order"),
        (OrderWord.CLOSE, r"ปิดข้อสั่งการ(?:ที่)?|close order"),
        (OrderWord.RETURN, r"ส่งคืนข้อสั่งการ(?:ที่)?|return order"),
        (OrderWord.SEE, r"ข้อสั่งการ(?:ที่)?|order"),
        (OrderWord.ASK, r"ขอคำชี้แจง(?:\s*กิจกรรม(?:ที่)?)?|ask why"),
        (OrderWord.GIVE, r"สั่งการ(?:\s*กิจกรรม(?:ที่)?)?|give order"),
        (OrderWord.MEET, r"เรียกประชุม(?:\s*กิจกรรม(?:ที่)?)?|meeting"),
        (OrderWord.NOTED, r"รับทราบ(?:\s*กิจกรรม(?:ที่)?)?|noted"),
        (OrderWord.THANK, r"ขอบคุณ(?:\s*กิจกรรม(?:ที่)?)?|thank"),
    )
)
_ALONE = {
    OrderWord.LIST: ("ข้อสั่งการ", "ข้อสั่งการทั้งหมด", "orders"),
    OrderWord.PENDING: ("เรื่องค้าง", "เรื่องที่ค้าง", "what waits"),
    OrderWord.AGENDA: ("วาระประชุม", "ระเบียบวาระ", "agenda"),
    OrderWord.CHARTS: ("กราฟ", "แผนภูมิ", "charts"),
}
_WITH_WORDS = (OrderWord.ANSWER, OrderWord.RETURN, OrderWord.GIVE)


def read_order_words(text: str) -> TypedOrder | None:
    """Return what a typed line wants of orders, None where it is about something else."""
    clean = bare(text)
    alone = next((word for word, words in _ALONE.items() if clean.casefold() in words), None)
    if alone is not None:
        return TypedOrder(alone)
    for word, pattern in _FORMS:
        found = pattern.fullmatch(clean)
        if found is None:
            continue
        rest = found["rest"].strip()
        # "รับทราบ 13 ราย" is no command: only these take words after their number.
        return TypedOrder(word, int(found["number"]), rest) if not rest or word in _WITH_WORDS else None
    return None


def day_by(text: str, today: date) -> date | None:
    """Return the day to come by which something shall be done, None where none is said."""
    span = read_span(text, today)
    day = (span.last or span.first) if span else None
    return day if day is not None and day >= today else None
