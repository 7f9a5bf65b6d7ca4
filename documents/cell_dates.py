"""Reads planned dates: Excel dates, 1/10/2563, 1 ต.ค. 63, ต.ค. 63, and periods: "ต.ค. 63 - มี.ค. 64"."""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date

from documents.grid import Cell, text_of
from documents.plan_words import plain, words
from thai.calendar_names import BUDDHIST_ERA, MONTHS_ENGLISH, MONTHS_LONG, MONTHS_SHORT

# Years from here on are Buddhist: the 25th century of that era began in 1957.
FIRST_BUDDHIST_YEAR = 2400
_YEARS = range(1950, 2101)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_SLASHED = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")
_NAMED = re.compile(r"^(?:(\d{1,2})\s*)?(?P<month>[^\d\s]+(?:\s+[^\d\s]+)?)\s*(\d{4}|\d{2})$")
_BETWEEN = re.compile(r"[–—]|\bto\b|\s+-|-\s+|(?<=\d)-(?=\D)|(?<=\d)-(?=\d{1,2}/)")


class NotADate(Exception):
    """The text is no date, or no date that exists."""


@dataclass(frozen=True)
class Span:
    first: date
    last: date


def read_date(cell: Cell, is_end: bool = False) -> date | None:
    """Return the day, None for a blank; raises NotADate. A month is its first day, its last where `is_end`.

    Two-digit years are Buddhist, as everywhere in Thai offices; days come before months.
    """
    if cell is None or text_of(cell) in ("", "-"):
        return None
    if isinstance(cell, date):
        return _day(cell.year, cell.month, cell.day).first
    if not isinstance(cell, str):
        raise NotADate
    span = _span(_bare(cell))
    return span.last if is_end else span.first


def read_period(cell: Cell) -> Span | None:
    """Return first and last day of "ต.ค. 63 - มี.ค. 64", None for a blank; raises NotADate."""
    if cell is None or text_of(cell) in ("", "-"):
        return None
    parts = _BETWEEN.split(_bare(cell))
    if not isinstance(cell, str) or len(parts) != 2:
        raise NotADate
    last = _span(parts[1])
    try:
        first = _span(parts[0])
    except NotADate:  # "ต.ค. - ธ.ค. 2563": the year stands once
        first = _span(f"{parts[0]} {last.last.year}")
    return Span(first.first, last.last)


def _bare(cell: Cell) -> str:
    """Return the text of a cell without the words that only surround dates; "ถึง" becomes a dash."""
    text = plain(text_of(cell))
    for word in words()["marks"]["date_words"]:
        text = text.replace(word, " ")
    for word in words()["marks"]["until"]:
        text = text.replace(word, " – ")
    return " ".join(text.split())


def _span(text: str) -> Span:
    text = text.strip()
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.match(text):
        return _day(_year(match[3]), int(match[2]), int(match[1]))
    if match := _NAMED.match(text):
        month = _months().get(_month_key(match["month"]))
        if month is not None:
            return _named(match[1], month, _year(match[3]))
    raise NotADate


def _named(day: str | None, month: int, year: int) -> Span:
    if day is not None:
        return _day(year, month, int(day))
    first = _day(year, month, 1).first
    return Span(first, first.replace(day=calendar.monthrange(first.year, month)[1]))


def _year(text: str) -> int:
    return int(text) + 2500 if len(text) == 2 else int(text)


def _day(year: int, month: int, day: int) -> Span:
    # The era is taken off before the date is made: 29 Feb 2567 BE exists, 29 Feb 2567 CE does not.
    christian = year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year
    if christian not in _YEARS:
        raise NotADate
    try:
        only = date(christian, month, day)
    except ValueError:
        raise NotADate from None
    return Span(only, only)


def _month_key(name: str) -> str:
    return re.sub(r"[\s.]", "", name).lower()


@functools.cache
def _months() -> dict[str, int]:
    named: dict[str, int] = {}
    for names in (MONTHS_LONG, MONTHS_SHORT, MONTHS_ENGLISH, tuple(name[:3] for name in MONTHS_ENGLISH)):
        named.update({_month_key(name): number for number, name in enumerate(names, start=1)})
    return named
