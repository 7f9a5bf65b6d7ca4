"""The plain-text twin of a card: all of it in words, with what to type instead of each button."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

from cards.card import Choice
from i18n import _, ngettext

# LINE takes 5,000 UTF-16 units; the rest is room for the line that says how much was left out.
TEXT_UNITS = 4_900
SARA_AM = "\u0e33"


def twin(lines: Iterable[str | None], choices: Sequence[Choice | None] = ()) -> str:
    """Return the lines and, below, what can be typed; None is left out and lines too many are counted."""
    shown = [line for line in lines if line is not None]
    foot = typed([choice for choice in choices if choice])
    room = TEXT_UNITS - _units(foot)
    kept: list[str] = []
    for line in shown:
        room -= _units(line) + 1
        if room < 0:
            break
        kept.append(line)
    left_out = len(shown) - len(kept)
    more = [ngettext("… and {count} more line", "… and {count} more lines", left_out).format(count=left_out)]
    return "\n".join(kept + (more if left_out else []) + ([foot] if foot else [])).strip("\n")


def typed(choices: Sequence[Choice]) -> str:
    """Return what to type instead of tapping: rich menus and quick replies do not show on a PC."""
    if not choices:
        return ""
    shown = [_typed(choice) for choice in choices[:30]]
    return "\n".join(["", _("You can type:"), *dict.fromkeys(shown)])


def shorten(text: str, most: int) -> str:
    """Return at most `most` characters as a reader counts them; a Thai letter keeps its vowel and tone marks.

    No more than twice as many code points: piled marks can make a bubble too heavy for LINE.
    """
    if len(text) <= most:
        return text
    beginning = text[: most * 2 + 1]
    found = _letters(most).match(beginning)
    if found is None or (found.end() == len(beginning) and len(text) <= most * 2):
        return text
    return found[1].rstrip() + "…"


@functools.cache
def _letters(most: int) -> re.Pattern[str]:
    """Return the pattern of `most` letters with their marks, all but the last of them as its group."""
    letter = f"(?s:.)[{_marks()}]*+"
    return re.compile(f"((?:{letter}){{0,{most - 1}}}+)(?:{letter})?+")


@functools.cache
def _marks() -> str:
    """Return all that joins the letter before it; writing beyond the first 65,536 characters has none that we meet."""
    marks = [
        character
        for character in map(chr, range(0x300, 0x10000))
        if unicodedata.category(character) in ("Mn", "Me", "Mc") or character in (SARA_AM, "\u200d")
    ]
    return "".join(marks)


def _typed(choice: Choice) -> str:
    return f"• {choice.text}" if choice.label == choice.text else f"• {choice.text} = {choice.label}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
