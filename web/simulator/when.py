"""Reads the moment typed into the simulator's clock: "1 May 08:30", "10 พ.ค.", "next Monday", "+2 weeks"."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from thai.calendar_names import BUDDHIST_ERA
from web.simulator.when_words import lexicon

BANGKOK = ZoneInfo("Asia/Bangkok")
# A day without an hour means its morning after the duties of 08:30 have run: what one wants to see.
WORKING_HOUR = time(9, 0)
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SHAPES = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})t?"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/\d{2,4})"
    r"|(?P<time>\d{1,2}[:.]\d{2})(?!\d)(?:[:.]\d{2})?"
    r"|(?P<number>\d{1,4})(?:st|nd|rd|th)?(?![a-z\d])"
    r"|(?P<sign>[+])|(?P<gap>[\s,]+)"
)


@dataclass
class _Said:
    """What the words have said so far; None where they have not. `year` is the present one, CE."""

    year: int
    sign: bool = False
    unit: str | None = None
    weekday: int | None = None
    is_next: bool = False
    days_ahead: int | None = None
    month: int | None = None
    day: date | None = None
    hour: time | None = None
    numbers: list[int] = field(default_factory=list)


def moment_meant(text: str, now: datetime) -> datetime | None:
    """Return the moment meant, aware, in Bangkok time; None where the words are not understood.

    `now` is aware. A day without a year is the next such day; years may be Buddhist or common era.
    """
    local = now.astimezone(BANGKOK)
    said = _listen(text.strip().lower().translate(_THAI_DIGITS), local.year)
    if said is None:
        return None
    try:
        return _later(said, local) if said.unit else _at(said, local)
    except (ValueError, OverflowError):
        return None


def _listen(text: str, year: int) -> _Said | None:
    said, place = _Said(year), 0
    words = lexicon()
    while place < len(text):
        found = _SHAPES.match(text, place)
        if found:
            if not _take_shape(said, found):
                return None
            place = found.end()
            continue
        word = next((word for word in words if text.startswith(word, place)), None)
        if word is None:
            return None
        kind, value = words[word]
        if kind != "filler":
            setattr(said, kind, value)
        place += len(word)
    return said


def _take_shape(said: _Said, found: re.Match[str]) -> bool:
    """Note a date, hour, number or sign; False where it cannot be one."""
    try:
        match found.lastgroup:
            case "iso":
                year, month, day = map(int, found["iso"].split("-"))
                said.day = date(_common_era(year, said.year), month, day)
            case "slashed":
                day, month, year = map(int, found["slashed"].split("/"))
                said.day = date(_common_era(year, said.year), month, day)
            case "time":
                hour, minute = map(int, re.split("[:.]", found["time"]))
                said.hour = time(hour, minute)
            case "number":
                said.numbers.append(int(found["number"]))
            case "sign":
                said.sign = True
    except ValueError:
        return False
    return True


def _later(said: _Said, now: datetime) -> datetime | None:
    """Return now and so many units more; one where no number was said ("next week")."""
    count = said.numbers[0] if said.numbers else 1
    if not (said.sign or said.is_next) or (said.is_next and said.numbers) or said.month or said.day:
        return None
    moment = now + relativedelta(**{str(said.unit): count})  # type: ignore[arg-type]
    return datetime.combine(moment.date(), said.hour, BANGKOK) if said.hour else moment


def _at(said: _Said, now: datetime) -> datetime | None:
    day = _day(said, now)
    if day is not None:
        return datetime.combine(day, said.hour or WORKING_HOUR, BANGKOK)
    if said.hour is None or said.numbers or said.sign or said.is_next:
        return None
    today = datetime.combine(now.date(), said.hour, BANGKOK)
    return today if today > now else today + timedelta(days=1)


def _day(said: _Said, now: datetime) -> date | None:
    if said.day:
        return said.day
    if said.month and said.numbers:
        return _month_day(said, now)
    if said.days_ahead is not None:
        return now.date() + timedelta(days=said.days_ahead)
    if said.weekday is not None:
        # Today's own name means a week from now: whoever types it on a Monday wants the next one.
        return now.date() + timedelta(days=(said.weekday - now.weekday() - 1) % 7 + 1)
    if len(said.numbers) == 1:
        return _next_numbered(said.numbers[0], said, now)
    return None


def _month_day(said: _Said, now: datetime) -> date:
    day, month = said.numbers[0], said.month or 1
    if len(said.numbers) > 1:
        return date(_common_era(said.numbers[1], said.year), month, day)
    this_year = date(now.year, month, day)
    return this_year if _is_ahead(this_year, said, now) else date(now.year + 1, month, day)


def _next_numbered(day: int, said: _Said, now: datetime) -> date:
    for months in range(13):
        month: date = now.date().replace(day=1) + relativedelta(months=months)
        if day <= (month + relativedelta(day=31)).day and _is_ahead(month.replace(day=day), said, now):
            return month.replace(day=day)
    raise ValueError(day)


def _is_ahead(day: date, said: _Said, now: datetime) -> bool:
    return datetime.combine(day, said.hour or WORKING_HOUR, BANGKOK) > now


def _common_era(year: int, near: int) -> int:
    """Return the CE year of a Buddhist or common year; two digits are read as nearest to `near`."""
    if year >= 2400:
        return year - BUDDHIST_ERA
    if year >= 100:
        return year
    return min(2500 + year - BUDDHIST_ERA, 2000 + year, key=lambda one: abs(one - near))
