"""The typed commands: every action of menus and buttons as a word, in Thai and English."""

import re
from dataclasses import dataclass

from thai.polite import without_polite_end
from thai.reading import QueryKind

_WORDS: dict[QueryKind, tuple[str, ...]] = {
    QueryKind.REPORT: (
        "รายงาน",
        "report",
        "รายงานผล",
        "ขอรายงาน",
        "ส่งรายงาน",
        "จะรายงาน",
        "ขอส่งรายงาน",
        "แจ้งรายงาน",
    ),
    QueryKind.STATUS: ("สถานะ", "status", "ดูสถานะ"),
    QueryKind.OVERDUE: ("ค้างรายงาน", "overdue", "ค้างส่ง"),
    QueryKind.STALLED: ("ล่าช้า", "stalled"),
    QueryKind.DISBURSED: ("เบิกจ่าย", "disbursed", "ยอดเบิกจ่าย"),
    QueryKind.AGENCY: ("หน่วยงาน", "agency"),
    QueryKind.SUMMARY: ("สรุป", "summary"),
    QueryKind.HISTORY: ("ประวัติ", "history"),
    QueryKind.UNDO: ("แก้ไข", "undo", "ขอแก้ไข", "แก้", "ขอแก้"),
    QueryKind.CANCEL: ("ยกเลิก", "cancel"),
    QueryKind.HELP: ("ช่วยเหลือ", "help", "วิธีใช้", "คู่มือ", "เมนู", "menu"),
    QueryKind.WHOAMI: ("ฉันคือใคร", "whoami", "who am i", "ผมคือใคร", "ดิฉันคือใคร"),
    QueryKind.FORM: ("ขอแบบฟอร์ม", "แบบฟอร์ม", "form", "ขอฟอร์ม"),
    QueryKind.MY_DATA: (
        "ข้อมูลของฉัน",
        "my data",
        "ข้อมูลส่วนตัว",
        "ลบข้อมูลของฉัน",
        "ลบข้อมูลของผม",
        "ลบข้อมูลของหนู",
        "ลบข้อมูลของดิฉัน",
        "ลบข้อมูลส่วนตัว",
        "delete my data",
    ),
    QueryKind.DEADLINE: ("กำหนดส่ง", "deadline", "กำหนดส่งเดือนนี้", "กำหนดส่งรายงาน", "วันกำหนดส่ง"),
    QueryKind.LANGUAGE: ("ภาษา", "language", "english", "ภาษาอังกฤษ", "ภาษาไทย"),
}
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words}
_POLITE = ("ครับผม", "นะครับ", "นะคะ", "ครับ", "ค่ะ", "คะ", "คับ", "ด้วย", "หน่อย", "จ้า", "จ้ะ", "please")
_GREETING = re.compile(r"^(?:สวัสดี|หวัดดี|เรียน|พี่|hello\b|hi\b)\s*(?:ครับ|ค่ะ|คะ|แอดมิน|บอท)*\s*")
_ASKING = re.compile(r"\s*(?:ได้ไหม|ได้มั้ย|ได้หรือไม่|ได้ป่าว|ยังไง|อย่างไร)$")
_NUMBERED = re.compile(r"(?P<word>[^\d]+?)\s*(?:กิจกรรม(?:ที่)?|ที่|ข้อ|no\.?|#)?\s*(?P<no>\d{1,4})$")
_WITH_WORDS = {
    QueryKind.AGENCY,
    QueryKind.STATUS,
    QueryKind.OVERDUE,
    QueryKind.DISBURSED,
    QueryKind.LANGUAGE,
    QueryKind.SUMMARY,
}


def _is_of_the_activity(text: str) -> bool:
    """ยกเลิกกิจกรรม 13 is about the activity itself, not about a report of it."""
    return text.startswith(("ยกเลิก", "cancel")) and ("กิจกรรม" in text or "โครงการ" in text)


@dataclass(frozen=True)
class Command:
    kind: QueryKind
    activity_no: int | None = None
    rest: str = ""


def read_command(text: str) -> Command | None:
    """Return the command a normalised message is, None where it is more or less than one."""
    bare = without_polite_end(_GREETING.sub("", text.strip()), _POLITE, _BY_WORD).strip(" .,!/")
    if bare in _BY_WORD:
        return Command(_BY_WORD[bare])
    if _BY_WORD.get(_ASKING.sub("", bare)) is QueryKind.MY_DATA:
        return Command(QueryKind.MY_DATA)
    numbered = _NUMBERED.match(bare)
    if numbered and numbered["word"].strip() in _BY_WORD and not _is_of_the_activity(bare):
        return Command(_BY_WORD[numbered["word"].strip()], int(numbered["no"]))
    word, _, rest = bare.partition(" ")
    kind = _BY_WORD.get(word)
    if kind in _WITH_WORDS and rest and len(rest) <= 60 and not any(letter.isdigit() for letter in rest):
        return Command(kind, rest=rest)
    return None
