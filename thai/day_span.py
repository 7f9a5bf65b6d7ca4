"""Reads the days of a leave: 5-12 พ.ค., 28 พ.ค. ถึง 3 มิ.ย., พรุ่งนี้, ถึงวันศุกร์, ตั้งแต่ 1 มิ.ย., 3 วัน.

Unlike the days of reports, these may lie ahead: a date without a year is the one nearest to today.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from thai.dates import read_day
from thai.normalise import normalise

_DAY = timedelta(days=1)
_HALF_A_YEAR = 183
_LONGEST_DAYS = 400
_RELATIVE = {
    "วันนี้": 0, "today": 0,
    "พรุ่งนี้": 1, "พรุ้งนี้": 1, "tomorrow": 1, "มะรืนนี้": 2, "มะรืน": 2, "เมื่อวานนี้": -1, "เมื่อวาน": -1, "yesterday": -1,
}  # fmt: skip
_WEEKDAYS = {
    "จันทร์": 0, "อังคาร": 1, "พุธ": 2, "พฤหัสบดี": 3, "พฤหัสฯ": 3, "พฤหัส": 3, "ศุกร์": 4, "เสาร์": 5, "อาทิตย์": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_RELATIVE_WORD = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))
_WEEKDAY_NAMES = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
# Only after วัน: จันทร์ and อาทิตย์ are names of people too.
_WEEKDAY_WORD = re.compile(rf"(?:วัน|\b(?=[a-z]))(?P<name>{_WEEKDAY_NAMES})(?:นี้|หน้า)?")
_TO = r"(?:-|–|ถึง\s*(?:วันที่)?|จนถึง\s*(?:วันที่)?|to\b|until\b)"
_BARE_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?=\s*{_TO}\s*\d{{1,2}})")
_BARE = re.compile(r"(?P<day>\d{1,2})(?![\d/])")
_SLASHED = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?!\d)")
_LINK = re.compile(rf"^\s*{_TO}\s*(?:วัน)?\s*$")
_UNTIL = re.compile(r"(?:ถึง|จน|until|to|till)\s*(?:วันที่|วัน)?\s*$")
_SINCE = re.compile(r"(?:ตั้งแต่|เริ่ม|นับจาก|from|since|starting)\s*(?:วันที่|วัน)?\s*$")
_LENGTH = re.compile(r"(?<!\d)(?P<count>\d{1,3})\s*(?:วัน(?!ที่|นี้)|days?\b)")


@dataclass(frozen=True)
class Span:
    """The days said: `last` None where only a first day was (ตั้งแต่ …). `rest` is the text without them."""

    first: date
    last: date | None
    rest: str


@dataclass(frozen=True)
class _Mark:
    """A day where it stands; of a bare number (the 5 of 5-12 พ.ค.) only `number` is known until the end is read."""

    start: int
    end: int
    day: date | None
    number: int = 0


def read_span(text: str, today: date) -> Span | None:
    """Return the first and last day that `text` names, as said (they may be reversed or past); None without any."""
    clean = normalise(text).clean
    marks = _linked(clean, list(_marks(clean, today)))
    if not marks:
        return _of_length(clean, today)
    first = marks[0]
    if len(marks) == 2:
        rest = _without(clean, first.start, marks[1].end)
        begins = first.day or _numbered(first.number, marks[1].day)
        return Span(begins, marks[1].day, rest) if begins else None
    rest = _without(clean, first.start, first.end)
    if first.day is None:
        return None
    if _UNTIL.search(clean[: first.start]):
        return Span(today, first.day, rest)
    if length := _LENGTH.search(rest):
        last = first.day + _DAY * (int(length["count"]) - 1)
        return Span(first.day, last, _without(rest, length.start(), length.end()))
    return Span(first.day, None if _SINCE.search(clean[: first.start]) else first.day, rest)


def _marks(text: str, today: date) -> Iterator[_Mark]:
    at = 0
    while at < len(text):
        mark = _mark(text, at, today)
        if mark is not None:
            yield mark
        at = mark.end if mark is not None else at + 1


def _mark(text: str, at: int, today: date) -> _Mark | None:
    if found := _RELATIVE_WORD.match(text, at):
        return _Mark(at, found.end(), today + _DAY * _RELATIVE[found[0]])
    if found := _WEEKDAY_WORD.match(text, at):
        ahead = (_WEEKDAYS[found["name"]] - today.weekday()) % 7
        return _Mark(at, found.end(), today + _DAY * (ahead + (7 if found[0].endswith("หน้า") else 0)))
    if not text[at].isdigit() or (at and text[at - 1].isdigit()):
        return None
    if (found := _SLASHED.match(text, at)) and (day := _written(found)):
        return _Mark(at, found.end(), _settled(day, today))
    if (found := _BARE_FIRST.match(text, at)) and not _SLASHED.match(text, at):
        return _Mark(at, found.end(), None, int(found["day"]))
    read = read_day(text, at)
    if read is not None and read[0].day is not None and not read[0].is_month:
        return _Mark(at, read[1], _settled(read[0].day, today))
    is_said = text[:at].rstrip().endswith("วันที่")
    if is_said and (found := _BARE.match(text, at)) and (day := _next_with(int(found["day"]), today)):
        return _Mark(at, found.end(), day)
    return None


def _linked(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Return the first two days that are said as from … to, else the first day alone; bare numbers are no days alone."""
    for mark, following in pairwise(marks):
        if following.day is not None and _LINK.match(text[mark.end : following.start]):
            return [mark, following]
    return [mark for mark in marks if mark.day is not None][:1]


def _numbered(number: int, last: date | None) -> date | None:
    try:
        return last.replace(day=number) if last else None
    except ValueError:
        return None


def _of_length(text: str, today: date) -> Span | None:
    """Return "3 วัน" as three days from today."""
    found = _LENGTH.search(text)
    if found is None or not 0 < int(found["count"]) <= _LONGEST_DAYS:
        return None
    return Span(today, today + _DAY * (int(found["count"]) - 1), _without(text, found.start(), found.end()))


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split())


def _written(found: "re.Match[str]") -> date | None:
    year = int(found["year"] or 1)
    year += 2500 if 1 < year < 100 else 0
    try:
        return date(year - 543 if year > 2400 else year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _next_with(day: int, today: date) -> date | None:
    """Return the next day with this number in its month, today at the earliest."""
    return next((each for ahead in range(62) if (each := today + _DAY * ahead).day == day), None)


def _settled(day: date, today: date) -> date | None:
    """Return the day in the year that was said, else in the year that brings it nearest to today."""
    if day.year > 4:
        return day
    for year in sorted((today.year - 1, today.year, today.year + 1), key=lambda each: abs(each - today.year)):
        try:
            settled = day.replace(year=year)
        except ValueError:
            continue
        if abs((settled - today).days) <= _HALF_A_YEAR:
            return settled
    return None
