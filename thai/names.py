"""Finds activities by parts of their names: places, road numbers, nicknames; forgiving of tones and blanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thai.name_letters import STRONG, LetterIndex, Run
from thai.normalise import normalise
from thai.reading import Named
from thai.words.names import NICKNAMES, ROAD_WORDS

WEAK = 1.3  # enough among one's own activities
_FAINT = 0.5
_MAX_GAP = 4
_ROAD = re.compile(r"(?:หมายเลข|ทล\.?)\s*(\d{1,4})|ตอนควบคุม\s*(\d{3,4})")
_VILLAGE = re.compile(r"(?:หมู่ที่|หมู่|ม\.)\s*(\d{1,2})(?:,(\d{1,2}))?")
_ROAD_SAID = re.compile(rf"(?:{ROAD_WORDS})\s*(?:หมายเลข|สาย|ที่)?\s*(\d{{1,4}})(?![\d,.]*\d)")
_NUMBER_SAID = re.compile(r"(?<![\d,.])(\d{3,4})(?![\d,]*\d|\.\d| ?(?:บาท|%|ล|แสน|หมื่น|พัน|คน|เมตร))")
_ROAD_BEHIND = re.compile(
    rf"[ก-๎]{{0,8}}?\s?(?:(?:{ROAD_WORDS})\s?(?:หมายเลข|สาย)?\s?)?(\d{{1,4}})(?![\d,.]{{0,9}}\d|\s?(?:%|ล|แสน|บาท|งวด|รุ่น|คน))"
)
_ANOTHER_ROAD = re.compile(
    rf"\s?(?:กับ|และ|,|&|กะ)\s?(?:ราว\S{{0,3}}\s?|สาย\s?|ไฟ\s?)?(?:(?:{ROAD_WORDS})\s?)?(\d{{1,4}})(?![\d,.]{{0,9}}\d|\s?(?:%|ล|แสน|บาท|งวด|รุ่น|คน))"
)
Masks = dict[str, int]


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names one of `activities` (numbers); `weight` is how much of a name it is."""

    start: int
    end: int
    activities: frozenset[int]
    weight: float


class NameIndex:
    """The names of a plan, ready to be looked for; `index_of` keeps one for each plan."""

    def __init__(self, activities: tuple[Named, ...]) -> None:
        self.activities = activities
        names = [
            [normalise(text).clean for text in (each.name, each.place, *each.aliases) if text]
            for each in activities
        ]
        self._letters = LetterIndex(names)
        self._roads: Masks = {}
        self._villages: Masks = {}
        self._nicknames: Masks = {}
        for at, each in enumerate(names):
            self._add(" ".join(each), 1 << at)

    def mentions(self, text: str) -> list[Mention]:
        """Return what `text` (normalised) names, in its order; a stretch narrows the one just before it."""
        found: list[Run] = []
        for run in _without_overlaps([*self._number_runs(text), *self._letters.runs(text)]):
            _join(found, run)
        found = [narrowed for run in found for narrowed in self._with_roads_behind(text, run)]
        return [
            Mention(run.start, run.end, self._numbers(run.mask), run.weight)
            for run in found
            if run.weight >= WEAK
        ]

    def _with_roads_behind(self, text: str, run: Run) -> list[Run]:
        """Return a name that several share as one for each of the roads listed behind it: ราวกันตก 37 กับ 4."""
        if run.mask & (run.mask - 1) == 0:
            return [run]
        listed: list[Run] = []
        found = _ROAD_BEHIND.match(text, run.end)
        while found and (mask := self._roads.get(found.group(1), 0) & run.mask):
            start = listed[-1].end if listed else run.start
            listed.append(Run(found.start(1) if listed else start, found.end(), mask, 2 * STRONG))
            found = _ANOTHER_ROAD.match(text, found.end())
        return listed or [run]

    def _add(self, name: str, bit: int) -> None:
        for match in _ROAD.finditer(name):
            _mark(self._roads, match.group(1) or match.group(2), bit)
        for match in _VILLAGE.finditer(name):
            for number in filter(None, match.groups()):
                _mark(self._villages, number, bit)
        for nickname, within in NICKNAMES.items():
            if within in name:
                _mark(self._nicknames, nickname, bit)

    def _numbers(self, mask: int) -> frozenset[int]:
        return frozenset(one.no for at, one in enumerate(self.activities) if mask >> at & 1)

    def _number_runs(self, text: str) -> Iterator[Run]:
        """Yield roads, villages and nicknames; a road's number is as good as a name."""
        looked_for = (
            (_ROAD_SAID, self._roads, 2 * STRONG),
            (_NUMBER_SAID, self._roads, 2 * STRONG),
            (_VILLAGE, self._villages, WEAK),
        )
        for pattern, masks, weight in looked_for:
            for match in pattern.finditer(text):
                if mask := masks.get(match.group(1), 0):
                    yield Run(match.start(), match.end(), mask, weight)
        for nickname, mask in self._nicknames.items():
            at = text.find(nickname)
            if at >= 0:
                yield Run(at, at + len(nickname), mask, WEAK + len(nickname) / 100)


def _mark(masks: Masks, key: str, bit: int) -> None:
    masks[key] = masks.get(key, 0) | bit


def _without_overlaps(runs: list[Run]) -> list[Run]:
    """Keep the weightiest of runs that share letters, in the order of the text."""
    roads = [run for run in runs if run.weight == 2 * STRONG]
    kept: list[Run] = []
    for run in sorted((_before_road(run, roads) for run in runs), key=lambda run: -run.weight):
        if run.weight < _FAINT:
            break
        if all(run.end <= other.start or run.start >= other.end for other in kept):
            kept.append(run)
    return sorted(kept, key=lambda run: run.start)


def _before_road(run: Run, roads: list[Run]) -> Run:
    """Cut off the first letters of a road: ราวกันอันตราย ทล.37."""
    for road in roads:
        if run.start + _MAX_GAP < road.start < run.end < road.end:
            return Run(run.start, road.start, run.mask, run.weight)
    return run


def _join(found: list[Run], run: Run) -> None:
    """Add `run` to the mention it continues and narrows, or start a new one; everyday words start none."""
    last = found[-1] if found else None
    if last is None or run.start - last.end > _MAX_GAP:
        found.append(run)
        return
    common = last.mask & run.mask
    if common:
        start, end = min(last.start, run.start), max(last.end, run.end)
        found[-1] = Run(start, end, common, last.weight + run.weight)
    elif last.weight < WEAK <= run.weight:
        found[-1] = run
    elif run.weight >= WEAK:
        found.append(run)


@lru_cache(maxsize=128)
def index_of(activities: tuple[Named, ...]) -> NameIndex:
    """Return the index of these activities, kept for the next message."""
    return NameIndex(activities)
