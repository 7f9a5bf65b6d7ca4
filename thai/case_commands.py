"""The typed forms about cases: กรณี 13, แผนเร่งรัด 13 15 มิ.ย. …, เลื่อน 13 ถึง 30 พ.ค. เพราะ …; and their English twins."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thai.dates import is_day
from thai.day_span import read_span
from thai.normalise import normalise
from thai.typed_form import bare, numbered


class CaseVerb(StrEnum):
    """What is asked for; the words of the buttons' data too."""

    SHOW = "show"
    LIST = "list"
    PLAN = "plan"
    POSTPONE = "postpone"
    ACKNOWLEDGE = "ack"
    LETTER = "letter"
    AGENDA = "agenda"
    INSPECTOR = "inspector"
    CLOSE = "close"


@dataclass(frozen=True)
class CaseCommand:
    """A typed form. `no` is the activity's number, `day` and `text` what was said besides; empty where nothing was."""

    verb: CaseVerb
    no: int | None = None
    day: date | None = None
    text: str = ""


_ACTIVITY = r"(?:\s*กิจกรรม)?(?:ที่)?"
_FORMS = numbered(
    (verb, rf"(?:{words}){_ACTIVITY}")
    for verb, words in (
        (CaseVerb.CLOSE, r"ปิดกรณี(?:เร่งรัด)?|close case"),
        (CaseVerb.SHOW, r"กรณีเร่งรัด|กรณี|case"),
        (CaseVerb.PLAN, r"(?:ส่ง)?แผนเร่งรัด|catch-up plan|plan"),
        (CaseVerb.POSTPONE, r"ขอเลื่อน|เลื่อน|postpone|snooze"),
        (CaseVerb.ACKNOWLEDGE, r"รับทราบ(?:กรณี)?|acknowledge"),
        (CaseVerb.LETTER, r"(?:ส่ง)?หนังสือ|letter"),
        (CaseVerb.AGENDA, r"เข้าวาระ(?:ประชุม)?|agenda"),
        (CaseVerb.INSPECTOR, r"เสนอผู้ตรวจ(?:ราชการ)?|inspector"),
    )
)
_LIST = re.compile(r"(?:ดู)?กรณี(?:เร่งรัด)?(?:ทั้งหมด)?|แผนเร่งรัด|urgent cases|cases")
_TRAILING = re.compile(r"\s*(?:ภายใน|ก่อน|ถึง|วันที่|until|by)\s*$")
_LEADING = re.compile(r"^(?:\s*(?:ถึง|จนถึง|จน|ภายใน|ก่อน|วันที่|ออกไป|until|till|to|by|[:,·-]))+\s*")
_BECAUSE = re.compile(r"^(?:เพราะว่า|เพราะ|เนื่องจาก|เนื่องด้วย|เหตุผลคือ|เหตุผล|เลขที่|because)\s*:?\s*")
_SOFT = ("หน่อย", "ด้วย", "หน่อยด้วย")
# Without more words they are complete; with more they are sentences of a report.
_ALONE = (CaseVerb.SHOW, CaseVerb.ACKNOWLEDGE, CaseVerb.AGENDA, CaseVerb.INSPECTOR)


def read_case_command(text: str, today: date) -> CaseCommand | None:
    """Return the form that a message is, or None; `today` settles dates without a year."""
    clean = bare(text).strip(" .!")
    if _LIST.fullmatch(clean):
        return CaseCommand(CaseVerb.LIST)
    for verb, pattern in _FORMS:
        found = pattern.fullmatch(clean)
        if found is None or is_day(clean, found.start("number")):
            continue
        rest = found["rest"].strip()
        if verb in _ALONE:
            return CaseCommand(verb, int(found["number"])) if not rest or rest in _SOFT else None
        if verb in (CaseVerb.PLAN, CaseVerb.POSTPONE):
            day, said = day_and_words(rest, today)
            return CaseCommand(verb, int(found["number"]), day, said)
        return CaseCommand(verb, int(found["number"]), text=_bare(rest))
    return None


def day_and_words(text: str, today: date) -> tuple[date | None, str]:
    """Return the day that `text` names, the last of several, and the words besides it: ถึง 30 พ.ค. เพราะ รอที่ดิน."""
    span = read_span(text, today)
    if span is None:
        return None, _bare(normalise(text).clean)
    return span.last or span.first, _bare(span.rest)


def _bare(text: str) -> str:
    return _TRAILING.sub("", _BECAUSE.sub("", _LEADING.sub("", text.strip()))).strip()
