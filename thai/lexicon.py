"""Finds the longest known word at a place, forgiving the commonest slips of the thumb.

Thai has no blanks between words, so the reader goes from left to right taking the longest word it knows. Long words
are also known without one of their marks, with another tone, with a letter missing or two letters swapped.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from thai.normalise import LEADING_VOWELS, MARKS_ABOVE, SILENCER, TONES, normalise
from thai.tokens import Kind


class Sense(NamedTuple):
    kind: Kind
    value: str


Senses = tuple[Sense, ...]
Words = Mapping[tuple[Kind, str], str]
_MARKS = set(MARKS_ABOVE + TONES + SILENCER + "็")
_DROPPABLE = set(TONES + SILENCER + "็")
_CANNOT_START = _MARKS | set("ะาำๆฯ")
_HEAD = 3  # letters by which words are looked up
_SHORTEST = 3
_FORGIVEN_MARKS_FROM = 5
_FORGIVEN_DOUBLES_FROM = 4
_FORGIVEN_LETTERS_FROM = 8


class Lexicon:
    """Words and their senses; `matches` tells which stand at a place, longest first."""

    def __init__(self, *tables: Words) -> None:
        exact: dict[str, list[Sense]] = {}
        for table in tables:
            for (kind, value), words in table.items():
                for word in _entries(words):
                    senses = exact.setdefault(word, [])
                    if Sense(kind, value) not in senses:
                        senses.append(Sense(kind, value))
        self._senses: dict[str, Senses] = {word: tuple(senses) for word, senses in exact.items()}
        self._add_slips()
        self._lengths: dict[str, list[int]] = {}
        for word in self._senses:
            lengths = self._lengths.setdefault(word[:_HEAD], [])
            if len(word) not in lengths:
                lengths.append(len(word))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def matches(self, text: str, at: int) -> Iterator[tuple[int, Senses]]:
        """Yield (end, senses) of every word that starts at `at`, longest first."""
        if at and text[at - 1] in LEADING_VOWELS:
            return
        for size in range(_HEAD, 0, -1):
            for length in self._lengths.get(text[at : at + size], ()):
                end = at + length
                if (senses := self._senses.get(text[at:end])) and end <= len(text) and is_word_end(text, end):
                    yield end, senses

    def _add_slips(self) -> None:
        slips: dict[str, Senses | None] = {}
        for word, senses in self._senses.items():
            for slip in _slips(word):
                if slip not in self._senses and slip[-1] not in LEADING_VOWELS:
                    # A slip of two words with different meanings is neither.
                    slips[slip] = senses if slips.get(slip, senses) == senses else None
        self._senses.update({slip: senses for slip, senses in slips.items() if senses})


def is_word_end(text: str, at: int) -> bool:
    """Return whether a word may end before text[at]: no mark hangs on, no Latin word or number goes on."""
    if at >= len(text):
        return True
    if text[at] in _CANNOT_START:
        return False
    return not (
        text[at].isascii() and text[at].isalpha() and text[at - 1].isascii() and text[at - 1].isalpha()
    )


def _entries(words: str) -> Iterable[str]:
    return {normalise(word.replace("_", " ")).clean for word in words.split()}


def _slips(word: str) -> Iterator[str]:
    if word.isascii() or len(word) < _SHORTEST:
        return
    if len(word) < _FORGIVEN_MARKS_FROM:
        yield from _doubled(word)
        return
    yield from _doubled(word)
    bare = "".join(letter for letter in word if letter not in _DROPPABLE)
    yield bare
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        if letter in _DROPPABLE:
            yield before + after
        if letter in TONES:
            yield from (before + tone + after for tone in TONES if tone != letter)
        if len(word) >= _FORGIVEN_LETTERS_FROM:
            if letter not in LEADING_VOWELS and at > 1:
                yield before + after
            if at and after and letter not in _MARKS and after[0] not in _MARKS:
                yield before + after[0] + letter + after[1:]


def _doubled(word: str) -> Iterator[str]:
    """Yield the word with one consonant typed twice; in short words only the last."""
    for at, letter in enumerate(word):
        if "ก" <= letter <= "ฮ" and (len(word) >= _FORGIVEN_DOUBLES_FROM or at == len(word) - 1):
            yield word[: at + 1] + letter + word[at + 1 :]
