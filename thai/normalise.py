"""Makes one spelling of many: digits, spaces, sara am, mark order, stretched letters; the reader's first step.

Every character of the result remembers where it stood, so that a card can mark the officer's own words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

LEADING_VOWELS = "เแโใไ"
MARKS_ABOVE = "ัิีึืฺุู็ํ"
TONES = "่้๊๋"
SILENCER = "์๎"
_MARK_RANK = {**dict.fromkeys(MARKS_ABOVE, 0), **dict.fromkeys(TONES, 1), **dict.fromkeys(SILENCER, 2)}
_AFTER_CONSONANT = set(_MARK_RANK) | set("ะาำ")
_NEVER_DOUBLED = set("าะำๆฯ")
_COLLAPSED_PUNCTUATION = set("!?~*=_#-^|>< ")
_WATCHED = set(" \n") | set(LEADING_VOWELS)  # letters that what stands before them may change
_IS_CLEAN = re.compile(
    r"(?![ \n])[\n !-@\[-~ก-ฺเ-๎]*(?<![ \n])"
)  # small letters of ASCII, Thai without its digits
_IS_UNTIDY = re.compile(
    r"([^\d.])\1\1|([าะำๆฯ!?~*=_#\-^|>< \nเแโใไ])\2| \n|\n "
    r"|[่้๊๋์๎][ัิ-ฺ็]|[่้๊๋์๎]{2}|[ัิ-ฺ็]{2}|[ํๅ]"
)
_QUOTES = {
    "\u201c": '"',
    "\u201d": '"',
    "\u2018": "'",
    "\u2019": "'",
    "\u2026": " ",
    "\u2044": "/",
    "\u00d7": "x",
    **dict.fromkeys("→⇒➜➡➔⟶»", ">"),
}


@dataclass(frozen=True)
class Text:
    """A normalised message: `clean`, and for each of its characters the index it had in `original`."""

    original: str
    clean: str
    origin: tuple[int, ...]

    def as_sent(self, start: int, end: int) -> tuple[int, int]:
        """Return where clean[start:end] stood in the original."""
        if start >= end or not self.origin:
            return (0, 0)
        return (self.origin[start], self.origin[end - 1] + 1)


@lru_cache(maxsize=32)  # every reader of one message asks for the same
def normalise(text: str) -> Text:
    """Return `text` in one spelling; doing it twice changes nothing."""
    if _IS_CLEAN.fullmatch(text) and not _IS_UNTIDY.search(text):
        return Text(text, text, tuple(range(len(text))))
    letters = _collapse(_order_marks(_mapped(text)))
    clean = "".join(letter for letter, _ in letters)
    return Text(text, clean, tuple(at for _, at in letters))


Letters = list[tuple[str, int]]


def _mapped(text: str) -> Letters:
    return [(one, at) for at, letter in enumerate(text) for one in _map(letter)]


@lru_cache(maxsize=4096)
def _map(letter: str) -> str:
    """Return what stands for one character: nothing for invisible ones, ASCII for its wide or foreign digits."""
    if letter in "\n\r\u2028\u2029\u0085\x0b\x0c":
        return "\n"
    if letter in _QUOTES:
        return _QUOTES[letter]
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category == "Zs" or letter == "\t":
        return " "
    if category == "Pd" or letter == "\u2212":
        return "-"
    if category in ("Cf", "Cc", "Cs", "Co", "Cn") or (category in ("Mn", "Me") and letter not in _MARK_RANK):
        return ""
    if "\u2460" <= letter <= "\u24ff" or "\uff01" <= letter <= "\uff5e":
        plain = unicodedata.normalize("NFKC", letter).lower()
        return plain if plain.isascii() else letter
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _order_marks(letters: Letters) -> Letters:
    """Put vowels before tones above one consonant, each once, and join ํ + า into ำ."""
    done: Letters = []
    at = 0
    while at < len(letters):
        run = at
        while run < len(letters) and letters[run][0] in _MARK_RANK:
            run += 1
        if run == at:
            done.append(letters[at])
            at += 1
            continue
        marks = _one_of_each(letters[at:run])
        if run < len(letters) and letters[run][0] == "า" and any(mark == "ํ" for mark, _ in marks):
            marks = [pair for pair in marks if pair[0] != "ํ"] + [("ำ", letters[run][1])]
            run += 1
        done.extend(marks)
        at = run
    return done


def _one_of_each(marks: Letters) -> Letters:
    kept: dict[int, tuple[str, int]] = {}
    for mark, at in marks:
        kept.setdefault(_MARK_RANK[mark], (mark, at))
    return [kept[rank] for rank in sorted(kept)]


def _collapse(letters: Letters) -> Letters:
    """Undo stretching (ค่าาา, มากกกก), doubled leading vowels (เเ is แ) and idle blanks."""
    done: Letters = []
    at = 0
    for letter, group in groupby(letters, key=itemgetter(0)):
        run = list(group)
        at += len(run)
        if len(run) == 1 and letter not in _WATCHED:
            done.append(run[0])
            continue
        # The last of แบบบู belongs to the next syllable: no stretching.
        begins_syllable = at < len(letters) and letters[at][0] in _AFTER_CONSONANT
        for one in run[: _kept_of_run(letter, len(run), begins_syllable)]:
            _append(done, one)
    while done and done[-1][0] in " \n":
        done.pop()
    return done


def _kept_of_run(letter: str, length: int, begins_syllable: bool) -> int:
    if letter.isdigit() or letter in ".เ":
        return length
    if letter in _NEVER_DOUBLED or letter in _COLLAPSED_PUNCTUATION or letter in LEADING_VOWELS:
        return 1
    return 1 if length - begins_syllable > 2 else length


def _append(done: Letters, one: tuple[str, int]) -> None:
    letter = one[0]
    last = done[-1][0] if done else "\n"
    if letter == "เ" and last == "เ":
        done.pop()
        _append(done, ("แ", one[1]))
    elif letter == "\n" and last == " ":
        done.pop()
        _append(done, one)
    elif not ((letter in " \n" and last in " \n") or (letter == last and letter in LEADING_VOWELS)):
        done.append(one)
