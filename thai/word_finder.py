"""Finds the words of one message: also across the blanks that voice typing puts between Thai words."""

from functools import lru_cache

from thai.dates import is_day
from thai.lexicon import Lexicon, Senses, is_word_end
from thai.numerals import read_number

_FIRST, _LAST = "\u0e01", "\u0e4e"
Found = tuple[int, Senses]


def is_thai(letter: str) -> bool:
    return _FIRST <= letter <= _LAST


class WordFinder:
    """Looks words up in a text; `words(at)` gives those that begin at a place, longest first."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._dense, self._to_clean = _without_thai_blanks(text)
        self._found: dict[int, list[Found]] = {}
        self._to_dense = {clean: dense for dense, clean in enumerate(self._to_clean)}

    def words(self, at: int) -> list[Found]:
        if at not in self._found:
            self._found[at] = self._look_up(at)
        return self._found[at]

    def _look_up(self, at: int) -> list[Found]:
        dense = self._to_dense.get(at)
        if dense is None:
            return []
        found = []
        for end, senses in self._lexicon.matches(self._dense, dense):
            stop = self._to_clean[end - 1] + 1
            if self._may_stand(at, stop):
                found.append((stop, senses))
        return found

    def number_follows(self, end: int) -> bool:
        """Return whether a number comes after text[:end], blanks and signs between them allowed."""
        while end < len(self._text) and self._text[end] in " .:#-=":
            end += 1
        return read_number(self._text, end) is not None

    def begins_something(self, at: int) -> bool:
        """Return whether the text ends here, or a blank, a sign, a number or a known word begins."""
        if at >= len(self._text) or not is_thai(self._text[at]):
            return is_word_end(self._text, at)
        return bool(self.words(at)) or read_number(self._text, at) is not None or is_day(self._text, at)

    def _may_stand(self, at: int, end: int) -> bool:
        """A word may reach over a blank only with two letters on either side: ร อบ is no รอบ."""
        if not is_word_end(self._text, end):
            return False
        pieces = self._text[at:end].split(" ")
        return len(pieces) == 1 or pieces[-1] == "ๆ" or min(map(len, pieces)) > 1


@lru_cache(maxsize=16)
def _without_thai_blanks(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text without blanks between Thai letters, and where each of its letters stood."""
    kept = [
        at
        for at, letter in enumerate(text)
        if letter != " " or not (0 < at < len(text) - 1 and is_thai(text[at - 1]) and is_thai(text[at + 1]))
    ]
    return "".join(text[at] for at in kept), tuple(kept)
