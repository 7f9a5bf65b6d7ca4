"""Reads the small cells of a plan: numbers, codes, expense classes, names and their marks."""

import functools
import re
from decimal import Decimal

from documents.grid import Cell, text_of
from documents.plan_reading import ExpenseClass
from documents.plan_words import key, keys, plain, words

EXACT_DIGITS = 15
LONGEST_NUMBER = 30
_NUMBER = re.compile(r"^[^\d.\-−]{0,20}?\s*\(?(\d{1,6})[.)]*$")
_DOTTED = re.compile(r"^\d{1,4}(?:\.\d{1,4})+[.)]?$")
_NUMBERED_NAME = re.compile(r"^\(?(?P<no>\d{1,4})[.)]\s*(?=[^\d\s])(?P<name>.+)$")
_DOTTED_NAME = re.compile(r"^(?P<no>\d{1,4}(?:\.\d{1,4})+)[.)]?\s+(?P<name>\D.*)$")


def read_number(cell: Cell) -> int | None:
    """Return the whole number of "13", "๑๓.", "13)" or "กิจกรรมที่ 13"; None for blank, dotted or other text."""
    if isinstance(cell, bool) or cell is None:
        return None
    match = _NUMBER.match(plain(text_of(cell)))
    return int(match[1]) if match and int(match[1]) > 0 else None


def number_depth(text: str) -> int:
    """Return how deep a printed number reaches: 1 for "3", 2 for "3.1", 0 for no number."""
    number = plain(text)
    if len(number) > LONGEST_NUMBER:
        return 0
    if _DOTTED.match(number):
        return number.rstrip(".)").count(".") + 1
    return 1 if _NUMBER.match(number) else 0


def split_number(name: str) -> tuple[str, str]:
    """Return number and name of "3) ขุดลอกคลอง": ("3", "ขุดลอกคลอง"); without a number ("", name)."""
    match = _NUMBERED_NAME.match(plain(name)) or _DOTTED_NAME.match(plain(name))
    if not match:
        return "", name
    return match["no"], name[match.start("name") :]


def read_code(cell: Cell) -> str | None:
    """Return a budget code as text, None for a blank; raises ValueError where Excel has lost digits."""
    text = text_of(cell)
    if isinstance(cell, int | Decimal) and len(text.split(".")[0]) > EXACT_DIGITS:
        raise ValueError(text)
    return text if key(text) else None


def read_class(cell: Cell) -> ExpenseClass | None:
    """Return the expense class, None for a blank or a dash; raises ValueError for other words."""
    text = text_of(cell)
    if not text or text in words()["marks"]["nothing"]:
        return None
    if key(text) in keys("classes", "recurrent"):
        return "recurrent"
    if key(text) in keys("classes", "investment"):
        return "investment"
    raise ValueError(text)


def take_off(text: str, marks: list[str]) -> tuple[str, bool]:
    """Return text without one of the marks at its end, and whether there was one."""
    for mark in marks:
        if text.endswith(mark):
            return text[: -len(mark)].rstrip(), True
    return text, False


def agency_key(name: str) -> str:
    """Return what the spellings of one agency share: abbreviations spelled out, no spaces and points."""
    return key(_abbreviations().sub(lambda found: words()["agencies"][found[1]], plain(name)))


@functools.cache
def _abbreviations() -> re.Pattern[str]:
    # Only at the beginning of a word: the "อ." of "กอ.รมน." is no district.
    shorts = "|".join(re.escape(short) for short in words()["agencies"])
    return re.compile(rf"(?<![\u0e01-\u0e4e])({shorts})\s*")
