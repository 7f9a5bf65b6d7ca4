"""The plain-text twin of a card: all of it in words, with what to type instead of each button."""

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
    begins = [at for at, character in enumerate(beginning) if not (at and _JOINS[character])]
    if len(begins) <= most and len(text) <= most * 2:
        return text
    return beginning[: begins[most - 1] if len(begins) >= most else None].rstrip() + "…"


def _typed(choice: Choice) -> str:
    return f"• {choice.text}" if choice.label == choice.text else f"• {choice.text} = {choice.label}"


class _Joins(dict[str, bool]):
    """Whether a character joins the one before it, looked up once each: a list of names asks for thousands."""

    def __missing__(self, character: str) -> bool:
        self[character] = bool(
            unicodedata.combining(character)
            or unicodedata.category(character) in ("Mn", "Me", "Mc")
            or character in (SARA_AM, "\u200d")
        )
        return self[character]


_JOINS = _Joins()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
