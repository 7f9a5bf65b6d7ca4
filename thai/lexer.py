"""Cuts a normalised message into tokens: numbers, dates, names, and words of a lexicon; the rest is OTHER.

One word can have several senses (ม. is metre or village): the neighbours decide which fits.
"""

from collections.abc import Callable, Sequence

from thai.dates import read_day
from thai.lexicon import Lexicon, Sense, is_word_end
from thai.names import Mention
from thai.numeral_parts import SINGLE_WORDS
from thai.numerals import read_number
from thai.shapes import read_noise
from thai.tokens import Kind, Token, Tokens

_PUNCTUATION = set(",;/()[]:.-=+*!?\"'|><#&")
_THAI_LETTERS = ("\u0e01", "\u0e4e")
_SHORTEST_REST = 2
_NUMBER_BEFORE = {Kind.COUNTER, Kind.OVER, Kind.BAHT}
_NUMBER_AFTER = {Kind.PREFIX, Kind.ABOUT}
# Words so short that they stand inside others: they need a known word, a blank or a sign on their left, the second
# group also on their right.
_SHY = set("งบ หาก วาง แทน อาจ ยอด ใน จบ คือ ราคา โจร ขุด จัด สร้าง จ่าย".split())
_VERY_SHY = set("ณ มา รอ ละ มิ เท ปู ถม นัด ตัง สิ้น ค่า".split())
_PREFERENCE = {Kind.CAUSE: 0, Kind.COUNTER: 0, Kind.OVER: 1, Kind.BAHT: 1, Kind.PREFIX: 1, Kind.ABOUT: 1}


class Lexer:
    """Reads one message from left to right; `tokens` gives the whole."""

    def __init__(self, text: str, lexicon: Lexicon, mentions: Sequence[Mention] = ()) -> None:
        self._text = text
        self._lexicon = lexicon
        self._mentions = list(enumerate(mentions))
        self._dense, self._to_clean = _without_thai_blanks(text)
        self._to_dense = {clean: dense for dense, clean in enumerate(self._to_clean)}
        self._done: list[Token] = []

    def tokens(self) -> Tokens:
        at = 0
        while at < len(self._text):
            at = self._step(at)
        return tuple(self._done)

    def _step(self, at: int) -> int:
        """Take one token at `at`; return where the next begins."""
        letter = self._text[at]
        if letter == " ":
            return at + 1
        if letter == "\n":
            return self._add(Token(Kind.LINE, at, at + 1, "\n"))
        readers: tuple[Callable[[int], Token | None], ...] = (
            self._mention, self._noise, self._day, self._longest, self._punctuation,
        )  # fmt: skip
        for reader in readers:
            if token := reader(at):
                return self._add(token)
        return self._other(at)

    def _add(self, token: Token) -> int:
        self._done.append(token)
        return token.end

    def _token(self, kind: Kind, at: int, end: int, value: str = "") -> Token:
        return Token(kind, at, end, self._text[at:end], value, spaced=self._is_spaced(at))

    def _is_spaced(self, at: int) -> bool:
        return at == 0 or self._text[at - 1] in " \n"

    def _mention(self, at: int) -> Token | None:
        """Return the name that starts here, or the rest of one whose first letters ended another word."""
        while self._mentions and self._mentions[0][1].end - _SHORTEST_REST < at:
            self._mentions.pop(0)
        if not self._mentions or self._mentions[0][1].start > at:
            return None
        index, mention = self._mentions.pop(0)
        return self._token(Kind.NAME, at, self._end_of(mention, at), str(index))

    def _end_of(self, mention: Mention, at: int) -> int:
        """Return where a name ends: the first letters of the next word may look like the end of the name."""
        for start in range(max(at + 1, mention.end - 3), mention.end):
            if any(
                stop > mention.end and " " not in self._text[start:stop] for stop, _ in self._words(start)
            ):
                return start
        end = mention.end
        while end < len(self._text) and not is_word_end(self._text, end) and _is_thai(self._text[end]):
            end += 1
        return end

    def _noise(self, at: int) -> Token | None:
        end = read_noise(self._text, at)
        return self._token(Kind.NOISE, at, end) if end else None

    def _day(self, at: int) -> Token | None:
        found = read_day(self._text, at)
        if not found:
            return None
        day, end = found
        return Token(Kind.DATE, at, end, self._text[at:end], day=day, spaced=self._is_spaced(at))

    def _longest(self, at: int) -> Token | None:
        """Return the number or the word here, whichever is longer."""
        word = self._word(at)
        number = self._number(at)
        if number and word:
            return number if number.end >= word.end else word
        return number or word

    def _number(self, at: int) -> Token | None:
        found = read_number(self._text, at)
        if not found:
            return None
        number, end = found
        if self._text[at:end] in SINGLE_WORDS and self._follows_unknown(at):
            return None  # ผูกพัน, ประพันธ์, ครู่หนึ่ง
        if not number.is_digits and not number.is_scaled and not self._may_stand_after_words(end):
            return None
        return Token(Kind.NUMBER, at, end, self._text[at:end], number=number, spaced=self._is_spaced(at))

    def _may_stand_after_words(self, end: int) -> bool:
        """A number in words ends at a blank, a sign, or a word we know (สองพี่น้อง is no two)."""
        if end >= len(self._text) or not _is_thai(self._text[end]):
            return is_word_end(self._text, end)
        return any(True for _ in self._words(end)) or read_number(self._text, end) is not None

    def _word(self, at: int) -> Token | None:
        for end, senses in self._words(at):
            if self._is_too_shy(at, end):
                continue
            if sense := self._fitting(senses, end):
                return self._token(sense.kind, at, end, sense.value)
        return None

    def _is_too_shy(self, at: int, end: int) -> bool:
        word = self._text[at:end]
        if word not in _SHY and word not in _VERY_SHY:
            return False
        if self._follows_unknown(at):
            return True
        ends = end >= len(self._text) or not _is_thai(self._text[end])
        return word in _VERY_SHY and not (ends or self._words(end) or read_number(self._text, end))

    def _follows_unknown(self, at: int) -> bool:
        last = self._done[-1] if self._done else None
        return (
            last is not None and last.kind is Kind.OTHER and last.end == at and _is_thai(self._text[at - 1])
        )

    def _words(self, at: int) -> list[tuple[int, tuple[Sense, ...]]]:
        dense = self._to_dense.get(at)
        if dense is None:
            return []
        return [
            (self._to_clean[end - 1] + 1, senses)
            for end, senses in self._lexicon.matches(self._dense, dense)
            if self._may_be_word(at, self._to_clean[end - 1] + 1)
        ]

    def _may_be_word(self, at: int, end: int) -> bool:
        """Return whether a word may stand here: across a blank only with two letters on either side (ร อบ is no รอบ)."""
        pieces = self._text[at:end].split(" ")
        return is_word_end(self._text, end) and (
            len(pieces) == 1 or pieces[-1] == "ๆ" or min(map(len, pieces)) > 1
        )

    def _fitting(self, senses: tuple[Sense, ...], end: int) -> Sense | None:
        """Return the first sense the neighbours allow; the choosy ones are asked first."""
        last = self._done[-1] if self._done else None
        follows = last is not None and last.kind in (Kind.NUMBER, Kind.BAHT, Kind.OVER)
        is_scaled = last is not None and last.number is not None and last.number.is_scaled
        for sense in sorted(senses, key=lambda sense: _PREFERENCE.get(sense.kind, 2)):
            if sense.kind in _NUMBER_BEFORE and (not follows or (sense.kind is Kind.COUNTER and is_scaled)):
                continue
            if sense.kind in _NUMBER_AFTER and not self._number_follows(end):
                continue
            return sense
        return None

    def _number_follows(self, end: int) -> bool:
        while end < len(self._text) and self._text[end] in " .:#-=":
            end += 1
        return read_number(self._text, end) is not None

    def _punctuation(self, at: int) -> Token | None:
        return self._token(Kind.PUNCT, at, at + 1) if self._text[at] in _PUNCTUATION else None

    def _other(self, at: int) -> int:
        """Take one letter with the marks upon it into the unknown stretch before it."""
        end = at + 1
        while end < len(self._text) and not is_word_end(self._text, end) and _is_thai(self._text[end]):
            end += 1
        last = self._done[-1] if self._done else None
        if last and last.kind is Kind.OTHER and last.end == at:
            self._done[-1] = self._token(Kind.OTHER, last.start, end)
        else:
            self._done.append(self._token(Kind.OTHER, at, end))
        return end


def _is_thai(letter: str) -> bool:
    return _THAI_LETTERS[0] <= letter <= _THAI_LETTERS[1]


def _without_thai_blanks(text: str) -> tuple[str, list[int]]:
    """Return the text without blanks between Thai letters (voice typing adds them), and where each letter stood."""
    kept = [
        at
        for at, letter in enumerate(text)
        if letter != " " or not (0 < at < len(text) - 1 and _is_thai(text[at - 1]) and _is_thai(text[at + 1]))
    ]
    return "".join(text[at] for at in kept), kept


def tokenise(text: str, lexicon: Lexicon, mentions: Sequence[Mention] = ()) -> Tokens:
    """Return the tokens of a normalised message."""
    return Lexer(text, lexicon, mentions).tokens()
