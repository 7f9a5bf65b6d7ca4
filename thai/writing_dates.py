"""Writes dates and months: Buddhist era in Thai, common era in English; called through thai.writing."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from i18n import language
from thai.calendar_names import (
    BUDDHIST_ERA,
    MONTHS_ENGLISH,
    MONTHS_LONG,
    MONTHS_SHORT,
    WEEKDAYS,
    WEEKDAYS_ENGLISH,
)

BANGKOK = ZoneInfo("Asia/Bangkok")


def short_date(day: date) -> str:
    """Return "30 เม.ย. 64", in English "30 Apr 2021"."""
    return f"{day.day} {short_month(day)}"


def long_date(day: date) -> str:
    """Return "30 เมษายน 2564", in English "30 April 2021"."""
    return f"{day.day} {month(day)}"


def month(period: date) -> str:
    """Return "เมษายน 2564", in English "April 2021"."""
    if language() == "en":
        return f"{MONTHS_ENGLISH[period.month - 1]} {period.year}"
    return f"{MONTHS_LONG[period.month - 1]} {period.year + BUDDHIST_ERA}"


def short_month(period: date) -> str:
    """Return "เม.ย. 64", in English "Apr 2021"."""
    if language() == "en":
        return f"{MONTHS_ENGLISH[period.month - 1][:3]} {period.year}"
    return f"{MONTHS_SHORT[period.month - 1]} {(period.year + BUDDHIST_ERA) % 100:02d}"


def weekday(day: date) -> str:
    """Return "วันจันทร์", in English "Monday"."""
    return (WEEKDAYS_ENGLISH if language() == "en" else WEEKDAYS)[day.weekday()]


def moment(at: datetime) -> str:
    """Return "30 เม.ย. 64 14:05 น." in Bangkok time; a moment without a zone is UTC, as it is stored."""
    local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(BANGKOK)
    return f"{short_date(local)} {local:%H:%M}" + ("" if language() == "en" else " น.")
