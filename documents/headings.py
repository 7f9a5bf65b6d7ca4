"""Says which field of the plan a column heading names, by the wordings of plan_words.toml, and why."""

import functools
import re
from dataclasses import dataclass

from documents.likeness import most_alike
from documents.plan_remarks import Remark
from documents.plan_words import key, keys, plain, words

# The code of a unit, by the satang in it.
UNIT_NAMES = {
    100: "baht",
    100_000: "thousand",
    1_000_000: "ten_thousand",
    10_000_000: "hundred_thousand",
    100_000_000: "million",
}
# Below this likeness two short Thai headings that mean different things come too near each other.
LIKENESS = 88
SHORTEST_LIKE = 6
# A heading may go on for some words; a name in the first row of the table goes on for many.
LONGEST_REST = 25
# Fields whose heading may go on ("งบประมาณที่ได้รับจัดสรรตามแผน"); elsewhere more words mean something else.
MAY_GO_ON = ("budget", "agency", "project", "main_activity", "activity", "levels", "planned_period")
# Without a limit every one that opens would be a search to the end.
_IN_BRACKETS = re.compile(r"[(\[（][^)\]）]{0,200}[)\]）]")


@dataclass(frozen=True)
class Heading:
    """field is None for a column that is not used; of two columns for one field the lower rank is surer."""

    field: str | None
    because: Remark
    wording: str = ""
    rank: int = 0


def recognise(parts: tuple[str, ...]) -> Heading:
    """Return the field that a column's heading names; `parts` stand above one another, widest first."""
    parts = tuple(part for part in parts if key(part))
    return _recognise(parts) if parts else Heading(None, Remark.COLUMN_UNKNOWN)


@functools.lru_cache(maxsize=2_000)
def _recognise(parts: tuple[str, ...]) -> Heading:
    joined, last = readings(" ".join(parts)), readings(parts[-1])
    if named := _named(joined):
        return named
    # "งบลงทุน" under "ผลการเบิกจ่าย" is money spent, no budget.
    if any(_is_other(part) for part in parts[:-1]):
        return Heading(None, Remark.COLUMN_OTHER)
    if named := _named(last):
        return named
    if _is_other(parts[-1]):
        return Heading(None, Remark.COLUMN_OTHER)
    return _alike(joined + last) or _beginning(joined) or Heading(None, Remark.COLUMN_UNKNOWN)


def _named(texts: list[str]) -> Heading | None:
    for text in texts:
        if text in _wordings():
            field, wording = _wordings()[text]
            return Heading(
                field, Remark.COLUMN_NAMED, wording, 0 if text in keys("marks", "preferred") else 1
            )
    return None


def _is_other(text: str) -> bool:
    return any(word in key(text) for word in keys("other", "words"))


def readings(header: str) -> list[str]:
    """Return the keys under which a heading is looked up: as it is, without brackets, without the year."""
    whole = key(header)
    bare = key(_IN_BRACKETS.sub(" ", plain(header))) or whole
    return [whole, bare, re.sub(words()["patterns"]["heading_year"], "", bare) or bare]


def _alike(texts: list[str]) -> Heading | None:
    best, found = float(LIKENESS), None
    for text in texts:
        match = most_alike(text, _wordings().keys(), best)
        if match and min(len(text), len(match[0])) >= SHORTEST_LIKE:
            best, (field, wording) = match[1], _wordings()[match[0]]
            found = Heading(field, Remark.COLUMN_LIKE, wording, 2)
    return found


def _beginning(texts: list[str]) -> Heading | None:
    """Return the field of the longest wording with which the heading begins."""
    fits = [
        (len(other), Heading(field, Remark.COLUMN_BEGINS, wording, 3))
        for other, (field, wording) in _wordings().items()
        if field in MAY_GO_ON and len(other) >= SHORTEST_LIKE and texts[-1].startswith(other)
        and len(texts[-1]) <= len(other) + LONGEST_REST
    ]  # fmt: skip
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


@functools.cache
def _wordings() -> dict[str, tuple[str, str]]:
    return {
        key(wording): (field, wording)
        for field, wordings in words()["headings"].items()
        for wording in wordings
    }


def title_unit(text: str) -> str | None:
    """Return the unit that a line prints as such ("หน่วย : ล้านบาท", "(ล้านบาท)"), otherwise None."""
    written = plain(text)
    bracketed = [key(part) for part in _IN_BRACKETS.findall(written)]
    named = next((part for part in bracketed if part in units()), None)
    return named or next(filter(None, map(_unit_after, [*bracketed, key(written)])), None)


def _unit_after(text: str) -> str | None:
    """Return the unit that follows the word unit; the longest one, since "million baht" is no "baht"."""
    for word in keys("marks", "unit_words"):
        _before, found, rest = text.partition(word)
        if found:
            return max((unit for unit in units() if rest.startswith(unit)), key=len, default=None)
    return None


def heading_unit(text: str) -> str | None:
    """Return the unit that a column heading prints, in brackets or as its last word."""
    last = key(text.rsplit(maxsplit=1)[-1]) if text.split() else ""
    return title_unit(text) or (last if last in units() else None)


@functools.cache
def units() -> dict[str, int]:
    """Return the satang in one unit, by the unit's key."""
    return {key(unit): satang for unit, satang in words()["units"].items()}
