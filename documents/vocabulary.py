"""Says what the columns of tables other than plans hold, by the wordings of table_words.toml."""

import functools
import tomllib
from pathlib import Path
from typing import Any

from documents.header import Recogniser
from documents.headings import LIKENESS, LONGEST_REST, SHORTEST_LIKE, Heading, readings
from documents.likeness import most_alike
from documents.plan_remarks import Remark
from documents.plan_words import key


@functools.cache
def table_words() -> dict[str, Any]:
    """Return table_words.toml as it stands."""
    with Path(__file__).with_name("table_words.toml").open("rb") as source:
        return tomllib.load(source)


def recogniser_of(kind: str) -> Recogniser:
    """Return what says which field of a kind of table (results, treasury, people, changes) a column holds."""

    def recognise(_index: int, parts: tuple[str, ...]) -> Heading:
        return _recognise(kind, tuple(part for part in parts if key(part)))

    return recognise


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the fields that a kind of table may hold."""
    return tuple(table_words()[kind])


def word_for(group: str, text: str) -> str | None:
    """Return which line of a group (change_kinds, roles) a cell begins with: the longest wording wins; None for none."""
    said = key(text)
    fits = [
        (len(key(wording)), name)
        for name, wordings in table_words()[group].items()
        for wording in wordings
        if said.startswith(key(wording))
    ]
    return max(fits)[1] if fits else None


@functools.lru_cache(maxsize=2_000)
def _recognise(kind: str, parts: tuple[str, ...]) -> Heading:
    if not parts:
        return Heading(None, Remark.COLUMN_UNKNOWN)
    known = _wordings(kind)
    texts = [*readings(" ".join(parts)), *readings(parts[-1])]
    for rank, text in enumerate(texts):
        if text in known:
            return Heading(known[text][0], Remark.COLUMN_NAMED, known[text][1], min(rank, 1))
    return _alike(known, texts) or _beginning(known, texts) or Heading(None, Remark.COLUMN_UNKNOWN)


def _alike(known: dict[str, tuple[str, str]], texts: list[str]) -> Heading | None:
    for text in texts:
        match = most_alike(text, known.keys(), LIKENESS)
        if match and min(len(text), len(match[0])) >= SHORTEST_LIKE:
            field, wording = known[match[0]]
            return Heading(field, Remark.COLUMN_LIKE, wording, 2)
    return None


def _beginning(known: dict[str, tuple[str, str]], texts: list[str]) -> Heading | None:
    """Return the field of the longest wording with which one of the headings begins."""
    fits = [
        (len(other), Heading(field, Remark.COLUMN_BEGINS, wording, 3))
        for text in texts
        for other, (field, wording) in known.items()
        if len(other) >= SHORTEST_LIKE and text.startswith(other) and len(text) <= len(other) + LONGEST_REST
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


@functools.cache
def _wordings(kind: str) -> dict[str, tuple[str, str]]:
    return {
        key(wording): (field, wording)
        for field, wordings in table_words()[kind].items()
        for wording in wordings
    }
