"""Cuts a normalised message into tokens: numbers, dates, names, and words of a lexicon; the rest is OTHER.

One word can have several senses (ม. is metre or village): the neighbours decide which fits.
"""

import re
from collections.abc import Sequence

from thai.choosy_words import fitting
from thai.dates import read_day
from thai.lexicon import Lexicon, Senses, is_word_end
from thai.names import Mention
from thai.numeral_parts import SINGLE_WORDS
from thai.numerals import read_number
from thai.shapes import read_noise
from thai.shy_words import is_too_shy
from thai.tokens import Kind, Token, Tokens
from thai.word_finder import WordFinder, is_thai

_PUNCTUATION = set(",;/()[]:.-=+*!?\"'|><#&")
_STRANGE = re.compile(r"[^\u0e01-\u0e4e\x00-\x7f]+|[a-z]+")  # letters in which no word of ours can begin
MOST_TOKENS, MOST_NUMBERS = 1_500, 360  # 100 activities with three figures each fit in
_SHORTEST_REST = 2
_TITLES = ("พี่", "น้อง", "คุณ", "ป้า", "ลุง", "น้า", "อา", "นาย", "นาง")


def tokenise(text: str, lexicon: Lexicon, mentions: Sequence[Mention] = ()) -> Tokens | None:
    """Return the tokens of a normalised message; None for more than anyone would write to be understood."""
    return _Lexer(text, lexicon, mentions).tokens()


class _Lexer:
    """Reads one message from left to right, the longest piece first."""

    def __init__(self, text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._finder = WordFinder(text, lexicon)
        self._mentions = list(enumerate(mentions))
        self._done: list[Token] = []
        self._numbers = 0

    def tokens(self) -> Tokens | None:
        at = 0
        while at < len(self._text):
            at = self._step(at)
            if len(self._done) > MOST_TOKENS or self._numbers > MOST_NUMBERS:
                return None
        return tuple(self._done)

    def _step(self, at: int) -> int:
        """Take one token at `at`; return where the next begins."""
        letter = self._text[at]
        if letter == " ":
            return at + 1
        if letter == "\n":
            token: Token | None = self._token(Kind.LINE, at, at + 1)
        else:
            token = self._mention(at) or self._shape(at) or self._longest(at)
        if token is None and letter in _PUNCTUATION:
            token = self._token(Kind.PUNCT, at, at + 1)
        if token is None:
            return self._other(at)
        self._done.append(token)
        self._numbers += token.kind is Kind.NUMBER
        return token.end

    def _token(self, kind: Kind, at: int, end: int, value: str = "") -> Token:
        return Token(kind, at, end, self._text[at:end], value, spaced=self._is_spaced(at))

    def _is_spaced(self, at: int) -> bool:
        return at == 0 or self._text[at - 1] in " \n"

    def _mention(self, at: int) -> Token | None:
        """Return the name that starts here, or the rest of one whose first letters ended another word."""
        while self._mentions and self._mentions[0][1].start < at > self._mentions[0][1].end - _SHORTEST_REST:
            self._mentions.pop(0)
        if not self._mentions or self._mentions[0][1].start > at:
            return None
        index, mention = self._mentions.pop(0)
        if at > mention.start and any(stop >= mention.end for stop, _ in self._finder.words(at)):
            return None  # โครงการ | งาน 98%: the rest is a word of its own
        return self._token(Kind.NAME, at, self._end_of(mention, at), str(index))

    def _end_of(self, mention: Mention, at: int) -> int:
        """Return where a name ends: the first letters of the next word may look like the end of the name."""
        for start in range(max(at + 1, mention.end - 3), mention.end):
            for stop, _ in self._finder.words(start):
                if " " in self._text[start:stop] or stop < mention.end:
                    continue
                if stop > mention.end or (self._is_spaced(start) and self._finder.number_follows(stop)):
                    return start - 1 if self._is_spaced(start) else start
        return self._with_marks(mention.end)

    def _with_marks(self, end: int) -> int:
        while end < len(self._text) and not is_word_end(self._text, end) and is_thai(self._text[end]):
            end += 1
        return end

    def _shape(self, at: int) -> Token | None:
        """Return a telephone number, a time, a year or a date."""
        if end := read_noise(self._text, at):
            return self._token(Kind.NOISE, at, end)
        if found := read_day(self._text, at):
            day, end = found
            return Token(Kind.DATE, at, end, self._text[at:end], day=day, spaced=self._is_spaced(at))
        return None

    def _longest(self, at: int) -> Token | None:
        """Return the number or the word here, whichever is longer."""
        word, number = self._word(at), self._number(at)
        if number and word:
            return number if number.end >= word.end else word
        return number or (self._shorter(at, word) if word else None)

    def _shorter(self, at: int, word: Token) -> Token:
        """Return the shorter word where the longest takes the first letters of the next: แล้ว|วงเงิน, not แล้วว|งเงิน."""
        if self._finder.begins_something(word.end):
            return word
        for end, senses in self._finder.words(at):
            is_good = end < word.end and any(stop > word.end for stop, _ in self._finder.words(end))
            if is_good and not self._is_too_shy(at, end) and (sense := self._fitting(senses, end)):
                return self._token(sense[0], at, end, sense[1])
        return word

    def _number(self, at: int) -> Token | None:
        found = read_number(self._text, at)
        if not found:
            return None
        number, end = found
        if self._text[at:end] in SINGLE_WORDS and (self._follows_unknown(at) or self._is_called(at)):
            return None  # ผูกพัน, ประพันธ์, ครู่หนึ่ง
        is_called_so = bool(self._done) and self._done[-1].kind is Kind.PREFIX and self._done[-1].end == at
        if not (number.is_digits or number.is_scaled or is_called_so or self._finder.begins_something(end)):
            return None  # แปดริ้ว is no eight
        return Token(Kind.NUMBER, at, end, self._text[at:end], number=number, spaced=self._is_spaced(at))

    def _word(self, at: int) -> Token | None:
        for end, senses in self._finder.words(at):
            if self._is_too_shy(at, end) or not (sense := self._fitting(senses, end)):
                continue
            if sense[0] is Kind.NOISE and " " in self._text[at:end] and self._finder.number_follows(end):
                continue  # …ให้ดู งาน 50%
            if sense[0] is not Kind.POLITE or self._may_be_polite(at, end):
                return self._token(sense[0], at, end, sense[1])
        return None

    def _may_be_polite(self, at: int, end: int) -> bool:
        """Return whether a particle stands at the end of something: the น้า of หัวหน้าชุด does not."""
        return not self._follows_unknown(at) or end >= len(self._text) or not is_thai(self._text[end])

    def _is_too_shy(self, at: int, end: int) -> bool:
        return is_too_shy(self._text, at, end, self._finder, self._follows_unknown(at))

    def _is_called(self, at: int) -> bool:
        """Return whether a title stands right before: พี่หนึ่ง is a person."""
        last = self._done[-1] if self._done else None
        return last is not None and last.end == at and last.text.endswith(_TITLES)

    def _follows_unknown(self, at: int) -> bool:
        last = self._done[-1] if self._done else None
        return last is not None and last.kind is Kind.OTHER and last.end == at and is_thai(self._text[at - 1])

    def _fitting(self, senses: Senses, end: int) -> tuple[Kind, str] | None:
        return fitting(senses, self._done, self._text, end, self._finder)

    def _other(self, at: int) -> int:
        """Take one letter with the marks upon it, or a run of strange ones, into the unknown stretch before it."""
        strange = _STRANGE.match(self._text, at)
        end = strange.end() if strange else self._with_marks(at + 1)
        last = self._done[-1] if self._done else None
        if last and last.kind is Kind.OTHER and last.end == at:
            self._done[-1] = self._token(Kind.OTHER, last.start, end)
        else:
            self._done.append(self._token(Kind.OTHER, at, end))
        return end
