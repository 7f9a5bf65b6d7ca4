"""Tells which day or month the figures are of: ณ 30 เม.ย. 64, สิ้นเดือนที่แล้ว, ประจำเดือนมีนาคม.

Other dates of a message (a contract signed, a tender opened, a plan) are not the figures' date.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thai.tokens import Day, Kind, Token, Tokens, is_kind

_SAID_DAYS = {"วันนี้": "today", "เมื่อวาน": "yesterday", "เมื่อวานนี้": "yesterday"}
_NEAR = 3
_HALF_A_YEAR = 183


@dataclass(frozen=True)
class Dated:
    """`as_of` is the day of the figures, `period` the first of its month; `is_wrong` for one that cannot be."""

    as_of: date | None = None
    period: date | None = None
    is_wrong: bool = False
    token: Token | None = None


def read_dated(tokens: Tokens, today: date | None) -> Dated:
    """Return the day the figures are of; nothing said gives an empty Dated. `today` settles missing years."""
    for at, token in enumerate(tokens):
        if token.kind is Kind.RELATIVE_DAY and today:
            day = _relative(token.value, today)
            return Dated(day, day.replace(day=1), token=token)
        if is_kind(tokens, at - 1, Kind.AS_OF) and today and (said := _SAID_DAYS.get(token.text)):
            day = _relative(said, today)  # ณ วันนี้
            return Dated(day, day.replace(day=1), token=token)
        if (month := _month_by_number(tokens, at)) and today:
            return _settled(month, token, tokens[at - 1], today)
        if token.kind is Kind.DATE and token.day and (introduced := _introduction(tokens, at)):
            return _settled(token.day, token, introduced, today)
    return _month_said(tokens, today)


def _month_by_number(tokens: Tokens, at: int) -> Day | None:
    """Return the month of สิ้นเดือน 3; None for anything else."""
    number = tokens[at].number if is_kind(tokens, at, Kind.NUMBER) else None
    is_introduced = is_kind(tokens, at - 1, Kind.AS_OF) and tokens[at - 1].text.endswith("เดือน")
    if is_kind(tokens, at, Kind.NOISE) and is_kind(tokens, at - 1, Kind.AS_OF):
        return _end_of_quarter(tokens[at])
    if not is_introduced or number is None or number.whole not in range(1, 13):
        return None
    return Day(date(1, number.whole or 1, 1), is_month=True)


def _end_of_quarter(token: Token) -> Day | None:
    """Return the last month of ไตรมาส 2; the fiscal year begins in October."""
    quarter = token.number.whole if token.number and token.text.startswith("ไตรมาส") else None
    if quarter is None or quarter not in range(1, 5):
        return None
    return Day(date(1, (quarter * 3 + 8) % 12 + 1, 1), is_month=True)


def with_days_to_come(tokens: Tokens, today: date | None) -> Tokens:
    """Return the tokens with each day after `today` as a word of the future, unless the figures are said to be of it."""
    if today is None:
        return tokens
    return tuple(
        replace(token, kind=Kind.WILL, value="day") if _is_to_come(tokens, at, today) else token
        for at, token in enumerate(tokens)
    )


def _is_to_come(tokens: Tokens, at: int, today: date) -> bool:
    day = tokens[at].day
    if tokens[at].kind is not Kind.DATE or day is None or day.day is None or _introduction(tokens, at):
        return False
    settled = _with_year(day.day, today)
    return settled is not None and settled > today


def _introduction(tokens: Tokens, at: int) -> Token | None:
    """Return the ณ / ตัดยอด / สิ้นเดือน shortly before the date."""
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if tokens[place].kind is Kind.AS_OF or (place == at - 1 and tokens[place].text == "ข้อมูล"):
            return tokens[place]
        is_weekday = tokens[place].text.startswith("วัน") and tokens[place].kind is Kind.NOISE
        if not is_weekday and (
            tokens[place].kind not in (Kind.NOISE, Kind.OTHER) or len(tokens[place].text) > 7
        ):
            return None
    return None


def _settled(day: Day, token: Token, introduced: Token, today: date | None) -> Dated:
    if day.day is None:
        return Dated(is_wrong=True, token=token)
    settled = _with_year(day.day, today)
    if settled is None:
        return Dated(is_wrong=True, token=token)
    if day.is_month:
        if "สิ้น" not in introduced.text:
            return Dated(period=settled.replace(day=1), token=token)
        settled = settled.replace(day=calendar.monthrange(settled.year, settled.month)[1])
    is_wrong = today is not None and settled > today
    if is_wrong and "ถึง" in introduced.text:
        return Dated()  # ยื่นซองได้ถึงวันที่ 18 พ.ค.: the end of something else
    return Dated(settled, settled.replace(day=1), is_wrong, token)


def _month_said(tokens: Tokens, today: date | None) -> Dated:
    """Return the month for ประจำเดือนมีนาคม; a month inside a sentence about plans is none."""
    for at, token in enumerate(tokens):
        if (
            token.kind is not Kind.DATE
            or token.day is None
            or token.day.day is None
            or not token.day.is_month
        ):
            continue
        before = tokens[at - 1] if at else None
        if (
            before is None
            or before.kind in (Kind.LINE, Kind.NAME, Kind.REFERENCE)
            or before.text.endswith(
                (
                    "ประจำเดือน",
                    "รายงาน",
                    "ของ",
                    "ประจำ",
                    "ข้อมูล",
                    "ยอด",
                    "ผลงาน",
                    "ผล",
                    "ย้อนหลัง",
                    "งวด",
                    "ตกค้าง",
                )
            )
        ):
            settled = _with_year(token.day.day, today)
            if settled and (today is None or settled <= today) and not is_kind(tokens, at - 1, Kind.WILL):
                return Dated(period=settled, token=token)
    return Dated()


def _relative(said: str, today: date) -> date:
    if said == "yesterday":
        return today - timedelta(days=1)
    return today if said == "today" else today.replace(day=1) - timedelta(days=1)


def _with_year(day: date, today: date | None) -> date | None:
    """Return the day in the year that was said, else in the year that brings it closest before today."""
    if day.year > 4:
        return day
    if today is None:
        return None
    try:
        settled = day.replace(year=today.year)
        return settled.replace(year=today.year - 1) if (settled - today).days > _HALF_A_YEAR else settled
    except ValueError:
        return None
