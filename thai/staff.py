"""Reads what people say about their posts: a leave, a hand-over, who answers for what. Handlers of posts call it.

None means that the message speaks of something else; only the opening words decide, so that no report is taken for one.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thai.day_span import Span, read_span
from thai.normalise import normalise
from thai.polite import without_polite_end

_POLITE = ("ครับผม", "นะครับ", "นะคะ", "ครับ", "ค่ะ", "คะ", "คับ", "ด้วย", "หน่อย", "please")
_KINDS = r"(?:ป่วย|กิจ(?:ส่วนตัว)?|พักผ่อน|พักร้อน|คลอด(?:บุตร)?|บวช|อุปสมบท|ราชการ|งาน|หยุด)"
_DATE_NEXT = r"(?=\s*(?:\d|วัน|พรุ่ง|มะรืน|เมื่อวาน|ตั้งแต่|เริ่ม|ถึง|จน|ให้|today|tomorrow|from|to\b|until|acting|$))"
_LEAVE = re.compile(
    rf"^(?:(?:ขอ|แจ้ง|จะ|บันทึก)\s*)*(?:วัน|การ)?ลา{_KINDS}?(?P<whose>\s+(?!วัน|ถึง|ตั้งแต่|ให้|พรุ่ง|มะรืน|เริ่ม)[^\d\s]+)?{_DATE_NEXT}"
)
_AWAY = re.compile(
    r"^(?:(?:ขอ|แจ้ง|จะ)\s*)*(?:ไม่อยู่|ไปราชการ|ไปอบรม|ไปสัมมนา|ไปประชุม(?:ต่างจังหวัด)?)(?=\s*(?:\d|วัน|พรุ่ง|มะรืน|ตั้งแต่|ถึง|จน))"
)
_LEAVE_ENGLISH = re.compile(r"^(?:(?:i am |i'm )?(?:on |away|leave)\s*)+(?=\s|$)")
_CANCEL_LEAVE = re.compile(
    r"^(?:ขอ)?ยกเลิก(?:การ|วัน)?ลา(?P<whose>\s+\S+)?$|^cancel leave$|^กลับมา(?:ทำงาน|ปฏิบัติงาน)?(?:แล้ว)$"
)
_ACTS = r"(?:เป็นผู้|เป็น)?(?:รักษาราชการแทน|รักษาการแทน|รักษาการ|ปฏิบัติราชการแทน|ปฏิบัติหน้าที่แทน|ดูแลแทน|ทำแทน|แทน)"
_ACTING = re.compile(
    rf"(?:โดย)?(?:มี|ให้|มอบหมายให้|มอบ)\s*(?P<name>.+?)\s*(?:{_ACTS}|$)|acting:?\s*(?P<english>.+?)$"
)
_NOBODY_ACTS = re.compile(r"ไม่มี(?:ผู้|คน)?\s*(?:รักษาการ|แทน|ทำแทน)|nobody acts")
_HAND_OVER = re.compile(r"^(?:ขอ|จะ)?(?:โอนงาน|โอนตำแหน่ง|hand over|handover)(?=\s|\d|ของ|ให้|ทั้ง|$)")
_CANCEL_HAND_OVER = re.compile(r"^(?:ขอ)?ยกเลิก(?:การ)?(?:โอนงาน|โอนตำแหน่ง)$|^cancel hand ?over$")
_WHOLE = re.compile(r"ทั้งหมด|ทั้งตำแหน่ง|ทุกกิจกรรม|\ball\b|whole post")
_ASSIGN = re.compile(
    r"^(?:ขอ)?(?:มอบหมาย|assign)\s*(?:งาน)?\s*(?:กิจกรรม(?:ที่)?|ข้อ|activity)?\s*(?P<no>\d{1,4})(?:\s+(?!\d)|\s*(?=ให้))(?:ให้(?:กับ)?|to)?\s*(?P<name>\D.*)$"
)
_HOLDERS = re.compile(
    r"^(?:ใคร\s*(?:คือ\s*)?(?:เป็น)?(?:ผู้)?(?:รับผิดชอบ|ดูแล)|(?:ขอ)?(?:รายชื่อ)?ผู้รับผิดชอบ|who answers for|holders)"
    r"\s*(?:กิจกรรม(?:ที่)?|ข้อ|activity)?\s*(?P<no>\d{1,4})?\s*(?:คือใคร|\?)?$"
)
_NUMBER = re.compile(r"(?<![\d/.,])(\d{1,4})(?![\d/,.]*\d)")
_RANGE = re.compile(r"(?<!\d)(\d{1,4})\s*(?:-|ถึง|to)\s*(\d{1,4})(?!\d)")
_TITLES = re.compile(
    r"^(?:ว่าที่(?:\s*ร\.?ต\.?(?:ต\.?)?)?|คุณ|นาย|นางสาว|นาง|น\.ส\.|พี่|น้อง|ท่าน|ดร\.|mr\.?|mrs\.?|ms\.?)\s*"
)


@dataclass(frozen=True)
class LeaveSaid:
    """A leave. `whose` is another's name where one was said, `acting` who is to act; nobody_acts: said so."""

    first: date | None = None
    last: date | None = None
    acting: str = ""
    whose: str = ""
    nobody_acts: bool = False


@dataclass(frozen=True)
class HandOverSaid:
    """A hand-over: of these numbers, or of the whole post; None where neither was said."""

    numbers: tuple[int, ...] = ()
    is_whole: bool = False
    to: str = ""
    whose: str = ""
    from_on: date | None = None


@dataclass(frozen=True)
class AssignmentSaid:
    no: int
    name: str


def read_leave(text: str, today: date) -> LeaveSaid | None:
    """Return the leave that a message announces, as far as it says; None where it announces none."""
    clean = _plain(text)
    opening = _LEAVE.match(clean) or _AWAY.match(clean) or _LEAVE_ENGLISH.match(clean)
    if opening is None:
        return None
    span = read_span(clean, today)
    rest = span.rest if span else clean
    nobody = bool(_NOBODY_ACTS.search(rest))
    acting = None if nobody else _ACTING.search(rest)
    whose = (opening.groupdict().get("whose") or "").strip()
    return LeaveSaid(
        span.first if span else None,
        span.last if span else None,
        ((acting["name"] or acting["english"]) if acting else "").strip(),
        whose,
        nobody,
    )


def read_cancelled_leave(text: str) -> str | None:
    """Return whose leave is to be cancelled, "" for one's own; None where the message says nothing of the kind."""
    found = _CANCEL_LEAVE.match(_plain(text))
    return (found["whose"] or "").strip() if found else None


def read_hand_over(text: str, today: date) -> HandOverSaid | None:
    """Return the hand-over that a message asks for, as far as it says; None where it asks for none."""
    clean = _plain(text)
    opening = _HAND_OVER.match(clean)
    if opening is None:
        return None
    span = read_span(clean[opening.end() :], today)
    rest = span.rest if span else clean[opening.end() :]
    what, _, to = _split_at(rest, r"ให้(?:กับ)?|\bto\b")
    whose = re.search(r"ของ\s*(\D+?)\s*(?:\d|ทั้ง|$)", what)
    to = re.sub(r"\s*(?:ตั้งแต่|เริ่ม|นับจาก|from|since)\s*(?:วันที่|วัน)?\s*$", "", to).strip()
    return HandOverSaid(
        read_numbers(what),
        bool(_WHOLE.search(what)),
        to,
        whose[1].strip() if whose else "",
        span.first if span else None,
    )


def is_cancelled_hand_over(text: str) -> bool:
    return bool(_CANCEL_HAND_OVER.match(_plain(text)))


def read_assignment(text: str) -> AssignmentSaid | None:
    """Return which activity is to be given to whom: มอบหมาย 13 ให้ วีระ."""
    found = _ASSIGN.match(_plain(text))
    return AssignmentSaid(int(found["no"]), found["name"].strip()) if found else None


def read_holders_question(text: str) -> int | None:
    """Return the activity whose holders are asked for, 0 for all of them; None where that is not asked."""
    found = _HOLDERS.match(_plain(text))
    return int(found["no"] or 0) if found else None


def is_about_posts(text: str, today: date) -> bool:
    """Return whether a message speaks of a leave, a hand-over, an assignment or of who answers for what."""
    said = (read_leave(text, today), read_hand_over(text, today), read_assignment(text))
    asked = (read_cancelled_leave(text), read_holders_question(text))
    return any(each is not None for each in (*said, *asked)) or is_cancelled_hand_over(text)


def read_numbers(text: str) -> tuple[int, ...]:
    """Return the activity numbers in a text, each once, in order: "13 14", "13, 14 และ 15", "13-15"."""
    clean = normalise(text).clean
    spread = _RANGE.sub(_spread, clean)
    return tuple(sorted({int(each) for each in _NUMBER.findall(spread)}))


def only_numbers(text: str) -> tuple[int, ...]:
    """Return the activity numbers of a text that holds nothing else; none where it speaks of more."""
    rest = re.sub(r"กิจกรรม(?:ที่)?|ข้อ|ที่|และ|กับ|ถึง|activit(?:y|ies)|and|to|[\d\s,.&+-]", "", _plain(text))
    return () if rest else read_numbers(text)


def only_days(text: str, today: date) -> Span | None:
    """Return the days of a text that holds nothing else; None where it speaks of more."""
    span = read_span(_plain(text), today)
    fillers = r"(?:ลา|ตั้งแต่|จนถึง|ถึง|วันที่|วัน|เริ่ม|นับจาก|from|since|until|to|\s)*"
    return span if span is not None and re.fullmatch(fillers, span.rest) else None


def people_named(words: str, names: list[str]) -> list[int]:
    """Return the places in `names` of the people whom words name: the very name, else all that it begins or holds."""
    wanted, known = _bare_name(words), [_bare_name(name) for name in names]
    if not wanted:
        return []
    for fits in (
        lambda name: name == wanted,
        lambda name: name.split(" ")[0] == wanted or name.startswith(wanted + " "),
        lambda name: wanted in name,
        lambda name: bool(name) and wanted.startswith(name),
    ):
        if found := [at for at, name in enumerate(known) if fits(name)]:
            return found
    return []


def _spread(found: "re.Match[str]") -> str:
    first, last = int(found[1]), int(found[2])
    return " ".join(str(each) for each in range(first, last + 1)) if first < last <= first + 100 else found[0]


def _split_at(text: str, words: str) -> tuple[str, str, str]:
    found = re.search(words, text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _bare_name(text: str) -> str:
    clean = " ".join(normalise(text).clean.casefold().split())
    return _TITLES.sub("", clean).strip(" .,")


@lru_cache(maxsize=16)  # one message is held against five shapes
def _plain(text: str) -> str:
    clean = " ".join(normalise(text).clean.split())
    return without_polite_end(clean, _POLITE).strip(" .!?")
