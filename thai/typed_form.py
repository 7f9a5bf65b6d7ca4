"""Typed forms: the words of a command, the number of what it is about, and what else was said (กรณี 13, ตอบข้อสั่งการ 12 …)."""

import re
from collections.abc import Iterable
from typing import TypeVar

from thai.normalise import normalise
from thai.polite import without_polite_end

Word = TypeVar("Word")
# A number is no share (13%), no date (13/5), no amount (13.5).
_NUMBER_AND_REST = r"\s*(?P<number>\d{1,7})(?!\d|[.,/]\d|\s*%)\s*(?P<rest>.*)"
_POLITE = ("ครับ", "ค่ะ", "คะ", "คับ", "please")


def bare(text: str) -> str:
    """Return a typed line in its normal form, without the polite words at its end."""
    return without_polite_end(normalise(text).clean.strip(), _POLITE)


def numbered(words: Iterable[tuple[Word, str]]) -> tuple[tuple[Word, re.Pattern[str]], ...]:
    """Return each meaning with the pattern of its form: one of `words` (alternatives), `number`, `rest`.

    They are to be tried in this order: longer words before those that they begin with.
    """
    return tuple(
        (word, re.compile(rf"(?:{alternatives}){_NUMBER_AND_REST}", re.IGNORECASE | re.DOTALL))
        for word, alternatives in words
    )
