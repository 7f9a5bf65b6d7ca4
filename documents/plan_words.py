"""Holds the wordings of plan_words.toml, compared without regard to spaces, digits' script, punctuation."""

import functools
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# A row's cells are looked at many times while the row is read.
REMEMBERED = 4_096
_THAI_DIGIT = re.compile("[๐-๙]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_PASSED_OVER = re.compile(r"[^\w/#%\u0e00-\u0e7f]|_")


@functools.cache
def words() -> dict[str, Any]:
    """Return plan_words.toml as it stands."""
    with Path(__file__).with_name("plan_words.toml").open("rb") as source:
        return tomllib.load(source)


@functools.cache
def keys(group: str, name: str) -> tuple[str, ...]:
    """Return the wordings of one line of plan_words.toml, ready to be compared with `key(text)`."""
    return tuple(key(wording) for wording in words()[group][name])


def tidy(text: str) -> str:
    """Return text written in one way: no invisible signs, ำ as one letter."""
    if text.isascii() and text.isprintable():
        return text
    seen = text if text.isprintable() else _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", seen).replace("\u0e4d\u0e32", "\u0e33")


@functools.lru_cache(maxsize=REMEMBERED)
def plain(text: str) -> str:
    """Return tidy text with the digits 0-9."""
    written = tidy(text)
    return written.translate(THAI_DIGITS) if _THAI_DIGIT.search(written) else written


@functools.lru_cache(maxsize=REMEMBERED)
def key(text: str) -> str:
    """Return what is compared: `plain` text in lower case without spaces and punctuation."""
    return _PASSED_OVER.sub("", plain(text).lower())


def begins(text_key: str, group: str, name: str) -> bool:
    """Return whether a key begins with one of the wordings."""
    return text_key.startswith(keys(group, name))
