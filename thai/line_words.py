"""Where a line of Thai may end: after whole words and names, never within one; PDFs are set by it.

Thai writes no spaces between words. Left alone, typesetters take compounds and names of places apart (หนอง|หญ้าปล้อง),
so words are looked up: those of PyThaiNLP's list (thai_words.txt, CC0), of the offices, and the provinces.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from thai.calendar_names import MONTHS_LONG
from thai.paper_words import COUNTED, PLACE_BEGINS, PLACE_OF, WHOLE_WORDS

# Thai letters without a space, with what stands close before and after them: brackets, stops, ฯ and ๆ, before the
# name of a month its day, and before what is counted its number.
RUN = re.compile(
    rf"(?P<before>[(\[“]{{0,8}}(?:[0-9๐-๙][0-9๐-๙,.]{{0,20}} (?=(?:{'|'.join((*MONTHS_LONG, *COUNTED))})(?![ก-ฮ])))?)"
    "(?P<letters>[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+)"
    r"(?P<after>[)\]”,.:/ฯๆ]*)"
)
# Above and below letters, where they take no room on the line.
MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
MARK = re.compile(f"[{MARKS}]")
# Never apart, in whatever word: a vowel with the consonant that it is written before, and all that hangs on it.
CLUSTER = re.compile(f"[เแโใไ]?[ก-ฮ][{MARKS}]*[ะาำๅ]*|.", re.DOTALL)
DICTIONARY = Path(__file__).parent / "thai_words.txt"
WIDEST_NAME = 14
MOST_CLUSTERS = 14  # of a word
# What a cluster of no word costs, a word, and a word of the offices.
UNKNOWN, WORD, SURE = 1000, 10, 8


def line_words(text: str, most: int | None = None) -> Iterator[str]:
    """Yield the text in pieces; a line may end between them, within none of Thai. Joined they are the text.

    Where a line holds `most` letters, names of more are pieces of a word each.
    """
    widest = WIDEST_NAME if most is None else min(most, WIDEST_NAME)
    at = 0
    for run in RUN.finditer(text):
        if run.start() > at:
            yield text[at : run.start()]
        words = words_of(run["letters"], widest)
        for no, word in enumerate(words, start=1):
            yield (run["before"] if no == 1 else "") + word + (run["after"] if no == len(words) else "")
        at = run.end()
    if at < len(text):
        yield text[at:]


@lru_cache(maxsize=10_000)
def words_of(run: str, widest: int = WIDEST_NAME) -> tuple[str, ...]:
    """Return the words of Thai letters without spaces: the fewest that leave the fewest letters in no word.

    Names of places of up to `widest` letters are one each.
    """
    ends = [0, *(found.end() for found in CLUSTER.finditer(run))]
    known = dictionary()
    # For each cluster from the last: what the rest costs from there, and where its first word ends.
    best = [(0, 0)] * len(ends)
    for first in range(len(ends) - 2, -1, -1):
        found = (best[first + 1][0] + UNKNOWN, first + 1)
        for after in range(first + 1, min(first + MOST_CLUSTERS, len(ends) - 1) + 1):
            cost = known.get(run[ends[first] : ends[after]])
            if cost is not None and best[after][0] + cost < found[0]:
                found = (best[after][0] + cost, after)
        best[first] = found
    return tuple(_with_names(list(_read(run, ends, best)), widest))


def _read(run: str, ends: list[int], best: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the words found; letters of no word stay with each other."""
    at, last, unknown = 0, len(ends) - 1, ""
    while at < last:
        after = best[at][1]
        piece = run[ends[at] : ends[after]]
        if piece in dictionary():
            yield from (unknown,) if unknown else ()
            yield piece
            unknown = ""
        else:
            unknown += piece
        at = after
    yield from (unknown,) if unknown else ()


def _with_names(words: list[str], widest: int) -> Iterator[str]:
    """Yield the words, those of a place's name together: a name begins as places do, and ends with its letters."""
    for at, word in enumerate(words):
        # Of any two words one has letters of its own: so many are no name.
        if len(words) - at > 2 * widest + 1:
            yield word
            continue
        rest = "".join(words[at:])
        if PLACE_BEGINS.match(word) and width(rest) <= widest:
            yield rest
            return
        yield word
        name = "".join(words[at + 1 :])
        if word in PLACE_OF and 0 < width(name) <= widest:
            yield name
            return


@cache
def dictionary() -> dict[str, int]:
    """Return the words that are known with what each costs; they are loaded when the first paper is set."""
    words = DICTIONARY.read_text(encoding="utf-8").splitlines()
    return dict.fromkeys(words, WORD) | dict.fromkeys(WHOLE_WORDS, SURE)


def width(word: str) -> int:
    """Return how many letters of a word stand side by side."""
    return len(MARK.sub("", word))
