"""Reads one date where it stands: 30 เม.ย. 64, ๓๐ เมษายน ๒๕๖๔, 30/4/64, 25 มี.ค. 2021, เดือนเมษายน 2564.

Two-digit years are Buddhist. A date that cannot be (31 ก.พ.) is read as a date without a day, not skipped.
"""

import re
from datetime import date
from functools import lru_cache

from thai.calendar_names import BUDDHIST_ERA, MONTHS_ENGLISH, MONTHS_LONG, MONTHS_SHORT
from thai.tokens import Day

_SPOKEN = ("มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "สิงหา", "กันยา", "ตุลา", "พฤศจิกา", "ธันวา")
_MISSPELT = {"กรกฏาคม": 7, "กรกฏา": 7, "พฤศจิกายร": 11, "เมษยน": 4, "เมษายร": 4, "กุมภาพันธุ์": 2, "พฤษาคม": 5}


def _month_table() -> dict[str, int]:
    table = dict(_MISSPELT)
    for at in range(12):
        table[MONTHS_LONG[at]] = table[_SPOKEN[at]] = at + 1
        short = MONTHS_SHORT[at]
        table[short] = table[short.replace(".", "")] = table[short.rstrip(".")] = at + 1
        table[short.replace(".", "", 1)] = at + 1
        english = MONTHS_ENGLISH[at].lower()
        table[english] = table[english[:3]] = table[english[:3] + "."] = at + 1
    return table


_MONTHS = _month_table()
_DOTLESS = {short.replace(".", "") for short in MONTHS_SHORT} | {short.rstrip(".") for short in MONTHS_SHORT}
_NAMES = "|".join(
    re.escape(name) + ("(?![ก-๎])" if name in _DOTLESS else "")  # 14 มีคนร้อง is no 14 March
    for name in sorted(_MONTHS, key=len, reverse=True)
)
_LONG_NAMES = "|".join(
    re.escape(name) for name in sorted((*MONTHS_LONG, *_SPOKEN, *_MISSPELT), key=len, reverse=True)
)
_NOT_A_YEAR = r"(?![\d,%]|\.\d| ?(?:ล้าน|แสน|บาท|%|ล\.|เปอร์|คน))"
_YEAR = rf"(?:\s*(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?\s*'?(?P<year>25\d\d|20\d\d|[4-9]\d){_NOT_A_YEAR})?"
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s?-\s?(?P<last>\d{{1,2}}))?\s*(?:เดือน)?\s*(?P<month>{_NAMES})(?![ะ-ฺ็-๎a-z]){_YEAR}"
)
_SLASHED = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>25\d\d|20\d\d|[4-9]\d)(?![\d,]|\.\d|/)"
)
_DAY_SLASH_MONTH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/,.]| ?(?:รุ่น|งวด|คน|กม|อำเภอ|แห่ง))")
_MONTH_OF_YEAR = re.compile(
    rf"(?:เดือน\s*)(?P<month>{_NAMES})(?![ะ-ฺ็-๎]){_YEAR}|(?P<bare>{_LONG_NAMES})(?![ะ-ฺ็-๎]){_YEAR.replace('year', 'bareyear')}"
    rf"|(?P<dotted>{'|'.join(re.escape(short) for short in MONTHS_SHORT)}){_YEAR.replace('year', 'dotyear')}"
)
_DAY_AND_MONTH_NUMBER = re.compile(
    rf"(?P<day>\d{{1,2}})\s*เดือน(?:ที่)?\s*(?P<month>\d{{1,2}})(?![\d,.]|\s?(?:เดือน|วัน|งวด|คน|ล้าน|บาท|%)){_YEAR}"
)
_MONTH_NUMBER = re.compile(
    rf"เดือน\s?(?P<month>\d{{1,2}})(?![\d,.%]|\s?(?:เดือน|วัน|งวด|คน|ล้าน|แสน|บาท|%|ครั้ง)){_YEAR}"
)
_ISO = re.compile(r"(?P<year>20\d\d|25\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")


@lru_cache(maxsize=512)  # as numbers are: thai/numerals
def read_day(text: str, at: int) -> tuple[Day, int] | None:
    """Return the date at `at` and where it ends; a day without a year has the year 1, to be settled by the sender's."""
    letter = text[at]
    if letter.isdigit() and (at == 0 or not (text[at - 1].isdigit() or text[at - 1] in ",.")):
        for pattern in (_ISO, _DAY_MONTH, _DAY_AND_MONTH_NUMBER, _SLASHED):
            if (found := pattern.match(text, at)) and not _is_activity_and_month(text, found):
                return _day_of(found), found.end()
        if (found := _DAY_SLASH_MONTH.match(text, at)) and int(found["month"]) <= 12 and _is_said(text, at):
            return _day_of(found), found.end()
        return None
    if letter == "เ" and (found := _MONTH_NUMBER.match(text, at)) and int(found["month"]) <= 12:
        month = max(int(found["month"]), 1)
        return Day(date(_year(found["year"]), month, 1), is_month=True), found.end()
    if letter in "เมกพสตธ" and (found := _MONTH_OF_YEAR.match(text, at)):
        name = found["month"] or found["bare"] or found["dotted"]
        year = found["year"] or found["bareyear"] or found["dotyear"]
        return Day(date(_year(year), _MONTHS[name], 1), is_month=True), found.end()
    return None


def _is_activity_and_month(text: str, found: "re.Match[str]") -> bool:
    """Return whether the number is no day: 21 เดือนเมษายนเบิก …, but วันที่ 21 เดือนเมษายน."""
    is_split = "เดือน" in found[0] and found.re is _DAY_MONTH
    return is_split and not text[: found.start()].rstrip().endswith(("วันที่", "ณ", "ลงวันที่", "เมื่อ"))


def is_day(text: str, at: int) -> bool:
    """Return whether a date begins at `at`."""
    return read_day(text, at) is not None


def _is_said(text: str, at: int) -> bool:
    """Return whether words before it make 30/4 a date, not three of four."""
    return bool(re.search(r"(?:ณ|วันที่|สิ้น|ถึง|เมื่อ)\s*$", text[:at]))


def _day_of(found: "re.Match[str]") -> Day:
    parts = found.groupdict()
    month = _MONTHS.get(parts["month"]) or int(parts["month"])
    try:
        return Day(date(_year(parts.get("year")), month, int(parts.get("last") or parts["day"])))
    except ValueError:
        if not parts.get("year") and (month, int(parts["day"])) == (2, 29):
            return Day(date(4, 2, 29))
        return Day(None)


def _year(written: str | None) -> int:
    """Return the CE year, 1 where none was written."""
    if not written:
        return 1
    year = int(written)
    if year < 100:
        year += 2500
    return year - BUDDHIST_ERA if year >= 2400 else year
