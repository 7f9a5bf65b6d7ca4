"""Finds stretches of letters that names hold: groups of three letters that a name shares with the text.

Groups that many names share, or that belong to everyday words (ก่อสร้าง, โครงการ), say little.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from thai.words.names import GENERIC

GRAM = 3
GENERIC_WEIGHT = 0.12
STRONG = 3.0  # as good as a number, also for another agency's activity
_ALIKE = str.maketrans("ิึืุ", "ีีีู")  # short and long vowels are often mistaken for one another
_DROPPED = set("่้๊๋็์ -–—.,/()\"'ฯ:")
_BLANKS = set(" -–—.,/()\"':")
_BOUND_TO_NEXT = set("ัเแโใไ")  # the letter behind belongs to them
_WITHIN = set("ะัาำิีึืุู")  # never the first of a syllable
_BEFORE_NAME = set(" \n0123456789.,-:()/#=")
_FEWEST_GRAMS = 3
_OTHER_MARKS, _OTHER_LETTERS = 0.8, 0.5
_LONG = 9  # letters that groups of three must cover to count although they stand in another order
_SHORTEST_INSIDE = 5
_UNKNOWN = (0, 0.0)
_GENERIC = frozenset(gram.translate(_ALIKE) for gram in GENERIC)
Known = list[tuple[int, float]]


@dataclass(frozen=True)
class Run:
    """A stretch of text that the names in `mask` (a bit for each activity) have in common."""

    start: int
    end: int
    mask: int
    weight: float


class LetterIndex:
    """The letters of all names of a plan; names are normalised, several for one activity."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        self._spelled = ["|".join(_without(name, _BLANKS) for name in each) for each in names]
        self._toneless = [_bare(each) for each in self._spelled]
        masks: dict[str, int] = {}
        for at, letters in enumerate(self._toneless):
            for start in range(len(letters) - GRAM + 1):
                gram = letters[start : start + GRAM]
                masks[gram] = masks.get(gram, 0) | 1 << at
        self._grams = {gram: (mask, self._rarity(gram, mask)) for gram, mask in masks.items()}

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the stretches of `text` that names hold; some overlap."""
        places = [at for at, letter in enumerate(text) if letter not in _DROPPED]
        letters = "".join(text[at] for at in places).translate(_ALIKE)
        known = [self._grams.get(letters[at : at + GRAM], _UNKNOWN) for at in range(len(letters) - GRAM + 1)]
        reached = 0
        for start in range(len(known)):
            end = _without_chance(text, places, known, start, _end_of_chain(known, start))
            if end <= max(reached, start) or _is_end_of_word(text, places[start]):
                continue  # within a stretch already found, or the ด of โควิด ขนมไทย
            if run := self._run(text, places, known, start, end):
                yield run
                reached = end
                continue
            blank = text.find(" ", places[start], places[end + GRAM - 2])
            if blank > 0:  # one word alone may be a name where the words together are not
                end = max(start, bisect_left(places, blank) - GRAM + 1)
                if end > start and (run := self._run(text, places, known, start, end)):
                    yield run

    def _run(self, text: str, places: list[int], known: Known, start: int, end: int) -> Run | None:
        """Return the run of the groups known[start:end], None where it is like no name."""
        first, last = places[start], places[end + GRAM - 2] + 1
        if end - start < _FEWEST_GRAMS and not text[first : last + 1].isascii():
            return None
        mask = reduce(and_, (group[0] for group in known[start:end]))
        weight = sum(group[1] for group in known[start:end]) * self._likeness(text[first:last], mask)
        if not weight or not any(letter.isalpha() for letter in text[first:last]):
            return None
        return Run(first, last, mask, weight) if weight >= STRONG or _may_be_name(text, first, last) else None

    def _likeness(self, stretch: str, mask: int) -> float:
        """Return 1 for letters as in a name, less where marks differ, least where only groups of letters agree."""
        held = [at for at in range(len(self._spelled)) if mask >> at & 1]
        spelled, toneless = _without(stretch, _BLANKS), _bare(stretch)
        if any(spelled in self._spelled[at] for at in held):
            return 1.0
        if any(toneless in self._toneless[at] for at in held):
            return _OTHER_MARKS
        return _OTHER_LETTERS if len(toneless) >= _LONG and " " not in stretch else 0.0

    def _rarity(self, gram: str, mask: int) -> float:
        rarity = math.log(1 + len(self._spelled) / mask.bit_count()) / math.log(1 + len(self._spelled))
        return rarity * (GENERIC_WEIGHT if gram in _GENERIC else 1.0)


def _end_of_chain(known: Known, start: int) -> int:
    """Return where the groups from `start` on stop having a name in common."""
    mask, at = known[start][0], start
    while mask and at < len(known) and mask & known[at][0]:
        mask &= known[at][0]
        at += 1
    return at


def _without_chance(text: str, places: list[int], known: Known, start: int, end: int) -> int:
    """Return `end` without a last group that alone tells one name from others, in the middle of a word.

    ท่องเที่ยวเพชรบุรี is no ท่องเที่ยวเชิงประวัติศาสตร์ for the sake of one letter.
    """
    if end - start <= _FEWEST_GRAMS or places[end + GRAM - 2] + 1 >= len(text):
        return end
    is_open = text[places[end + GRAM - 2] + 1] not in _BEFORE_NAME
    before = reduce(and_, (group[0] for group in known[start : end - 1]))
    return end - 1 if is_open and before != before & known[end - 1][0] else end


def _is_end_of_word(text: str, at: int) -> bool:
    """Return whether the end of a word stands here, so that no name begins: ปรั|บเป็น, the ด of โควิด ขนมไทย."""
    if text[at] in _WITHIN or (at > 0 and text[at - 1] in _BOUND_TO_NEXT):
        return True
    return at > 0 and text[at - 1] != " " and " " in text[at + 1 : at + 3]


def _may_be_name(text: str, start: int, end: int) -> bool:
    """Return whether a faint likeness is set off like a name, or long enough (the วกัน of ข้าวกัน is neither)."""
    is_set_off = (
        start == 0 or text[start - 1] in _BEFORE_NAME or end == len(text) or text[end] in _BEFORE_NAME
    )
    return is_set_off or len(_without(text[start:end], _BLANKS)) > _SHORTEST_INSIDE


def _bare(text: str) -> str:
    return _without(text, _DROPPED).translate(_ALIKE)


def _without(text: str, letters: set[str]) -> str:
    return "".join(letter for letter in text if letter not in letters)
