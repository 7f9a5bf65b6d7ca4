"""Finds activities by parts of their names: places, road numbers, nicknames; forgiving of tones and blanks.

Names are cut into groups of three letters; a stretch of text whose groups all occur in one name is a mention of it.
Groups that many names share, or that belong to everyday words (ก่อสร้าง, โครงการ), say little.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from thai.normalise import normalise
from thai.reading import Named
from thai.words.names import GENERIC, NICKNAMES, ROAD_WORDS

GRAM = 3
GENERIC_WEIGHT = 0.12
STRONG = 3.0  # as good as a number, also for another agency's activity
WEAK = 1.3  # enough among one's own activities
LONGEST_TEXT = 1_500
_DROPPED = set("่้๊๋็์ -–—.,/()\"'ฯ:")
_MAX_GAP = 4
_FEWEST_GRAMS = 3
_MISSPELT = 0.6
_FAINT = 0.5
_UNKNOWN = (0, 0.0)
_BLANKS = set(" -–—.,/()\"':")
_ROAD = re.compile(r"(?:หมายเลข|ทล\.?)\s*(\d{1,4})|ตอนควบคุม\s*(\d{3,4})")
_VILLAGE = re.compile(r"(?:หมู่ที่|หมู่|ม\.)\s*(\d{1,2})(?:,(\d{1,2}))?")
_ROAD_SAID = re.compile(rf"(?:{ROAD_WORDS})\s*(?:หมายเลข|สาย|ที่)?\s*(\d{{1,4}})(?![\d,.]*\d)")
_NUMBER_SAID = re.compile(r"(?<![\d,.])(\d{3,4})(?![\d,]*\d|\.\d| ?(?:บาท|%|ล|แสน|หมื่น|พัน|คน|เมตร))")


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names one of `activities` (numbers); `weight` is how much of a name it is."""

    start: int
    end: int
    activities: frozenset[int]
    weight: float


@dataclass(frozen=True)
class _Run:
    start: int
    end: int
    mask: int
    weight: float


@dataclass
class NameIndex:
    """The names of a plan, ready to be looked for; build it once per plan with `index_of`."""

    activities: tuple[Named, ...]
    _grams: dict[str, tuple[int, float]] = field(default_factory=dict)
    _roads: dict[str, int] = field(default_factory=dict)
    _villages: dict[str, int] = field(default_factory=dict)
    _nicknames: dict[str, int] = field(default_factory=dict)
    _names: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        masks: dict[str, int] = {}
        for at, activity in enumerate(self.activities):
            bit = 1 << at
            names = [
                normalise(text).clean for text in (activity.name, activity.place, *activity.aliases) if text
            ]
            self._names.append("|".join(_bare(name) for name in names))
            for name in names:
                self._add_numbers(name, bit)
                letters = "".join(letter for letter in name if letter not in _DROPPED)
                for start in range(len(letters) - GRAM + 1):
                    gram = letters[start : start + GRAM]
                    masks[gram] = masks.get(gram, 0) | bit
            for nickname, within in NICKNAMES.items():
                if any(within in name for name in names):
                    self._nicknames[nickname] = self._nicknames.get(nickname, 0) | bit
        total = math.log(1 + len(self.activities))
        for gram, mask in masks.items():
            rarity = math.log(1 + len(self.activities) / mask.bit_count()) / total if total else 1.0
            self._grams[gram] = (mask, rarity * (GENERIC_WEIGHT if gram in GENERIC else 1.0))

    def mentions(self, text: str) -> list[Mention]:
        """Return what `text` (normalised) names, in its order; a stretch narrows the one just before it."""
        text = text[:LONGEST_TEXT]
        found: list[_Run] = []
        for run in _without_overlaps([*self._number_runs(text), *self._letter_runs(text)]):
            _join(found, run)
        return [
            Mention(run.start, run.end, self._numbers(run.mask), run.weight)
            for run in found
            if run.weight >= WEAK
        ]

    def _add_numbers(self, name: str, bit: int) -> None:
        for match in _ROAD.finditer(name):
            number = match.group(1) or match.group(2)
            self._roads[number] = self._roads.get(number, 0) | bit
        for match in _VILLAGE.finditer(name):
            for number in filter(None, match.groups()):
                self._villages[number] = self._villages.get(number, 0) | bit

    def _numbers(self, mask: int) -> frozenset[int]:
        return frozenset(one.no for at, one in enumerate(self.activities) if mask >> at & 1)

    def _letter_runs(self, text: str) -> Iterator[_Run]:
        places = [at for at, letter in enumerate(text) if letter not in _DROPPED]
        letters = "".join(text[at] for at in places)
        known = [self._grams.get(letters[at : at + GRAM], _UNKNOWN) for at in range(len(letters) - GRAM + 1)]
        for start in range(len(known)):
            mask, weight = known[start]
            at = start + 1
            while mask and at < len(known) and mask & known[at][0]:
                mask &= known[at][0]
                weight += known[at][1]
                at += 1
            if at - start < _FEWEST_GRAMS and not letters[start : start + _FEWEST_GRAMS + 1].isascii():
                continue
            first, last = places[start], places[at + GRAM - 2] + 1
            exact = self._is_spelled(text[first:last], mask)
            if mask and not text[first:last].isdigit():
                yield _Run(first, last, mask, weight if exact else weight * _MISSPELT)

    def _is_spelled(self, stretch: str, mask: int) -> bool:
        wanted = _bare(stretch)
        return any(wanted in name for at, name in enumerate(self._names) if mask >> at & 1)

    def _number_runs(self, text: str) -> Iterator[_Run]:
        for match in _ROAD_SAID.finditer(text):
            if mask := self._roads.get(match.group(1), 0):
                yield _Run(match.start(), match.end(), mask, 2 * STRONG)
        for match in _NUMBER_SAID.finditer(text):
            if mask := self._roads.get(match.group(1), 0):
                yield _Run(match.start(), match.end(), mask, 2 * STRONG)
        for match in _VILLAGE.finditer(text):
            if mask := self._villages.get(match.group(1), 0):
                yield _Run(match.start(), match.end(), mask, _FAINT)
        for nickname, mask in self._nicknames.items():
            at = text.find(nickname)
            if at >= 0:
                yield _Run(at, at + len(nickname), mask, WEAK)


def _without_overlaps(runs: list[_Run]) -> list[_Run]:
    """Keep the weightiest of runs that share letters, in the order of the text."""
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: -run.weight):
        if run.weight < _FAINT:
            break
        if all(run.end <= other.start or run.start >= other.end for other in kept):
            kept.append(run)
    return sorted(kept, key=lambda run: run.start)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in _BLANKS)


def _join(found: list[_Run], run: _Run) -> None:
    """Add `run` to the mention it continues and narrows, or start a new one; everyday words start none."""
    last = found[-1] if found else None
    if last is None or run.start - last.end > _MAX_GAP:
        found.append(run)
        return
    common = last.mask & run.mask
    start, end = min(last.start, run.start), max(last.end, run.end)
    if common:
        found[-1] = _Run(start, end, common, last.weight + run.weight)
    elif last.weight < WEAK <= run.weight:
        found[-1] = run
    elif run.weight >= WEAK:
        found.append(run)


@lru_cache(maxsize=64)
def index_of(activities: tuple[Named, ...]) -> NameIndex:
    """Return the index of these activities, kept for the next message."""
    return NameIndex(activities)
