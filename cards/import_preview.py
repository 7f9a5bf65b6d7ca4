"""What was understood of a file that the office wants to import: shown before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from cards.card import Card, Choice
from cards.look.colours import AMBER, BLUE, GREY, RED, Kind, Tint
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, grid, note, words
from cards.plain import shorten, twin
from i18n import _

LINES_SHOWN = 5
LONGEST_LINE = 220
ROOM = 200  # letters after which no further line begins: a note shows twelve lines
TINTS: dict[str, Tint] = {"columns": GREY, "totals": AMBER, "doubts": RED, "changes": BLUE, "notes": GREY}


@dataclass(frozen=True)
class Part:
    """Some lines under a heading; `tone` is columns, totals, doubts, notes or changes."""

    tone: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ImportView:
    """A preview: what it is, of which file, in one paragraph and in parts, and where the annotated copy is."""

    title: str
    file: str
    summary: str
    parts: tuple[Part, ...]
    link: str = ""


def import_preview(view: ImportView, main: Choice | None, others: Sequence[Choice]) -> Card:
    """Return the card; the text holds every line, the picture the first of each part."""
    shown = [part for part in view.parts if part.lines]
    copy = (
        _("A copy with every doubtful cell marked (works for a day):") + f"\n{view.link}" if view.link else ""
    )
    lines = [f"{view.title}: {view.file}", view.summary]
    for part in shown:
        lines += ["", f"{part.title}:", *(f"• {line}" for line in part.lines)]
    choices = [choice for choice in (main, *others) if choice]
    return Card(
        alt=shorten(f"{view.title}: {view.summary}", 300),
        text=twin([*lines, "", copy] if copy else lines, choices),
        contents=bubble(
            Kind.ASK,
            view.title,
            words(view.summary),
            *(_note(part) for part in shown),
            link_button(_("Checked copy"), view.link) if view.link else None,
            subtitle=shorten(view.file, 60),
            foot=buttons(Kind.ASK, main, *others[:3]),
        ),
        choices=tuple(others),
    )


def pick(title: str, asked: str, choices: Sequence[Choice], back: Choice) -> Card:
    """Ask for one of several: a column, a field, a day, an activity."""
    return Card(
        alt=shorten(f"{title}: {asked}", 300),
        text=twin([title, asked], [*choices, back]),
        contents=bubble(Kind.ASK, title, words(asked), *grid(choices), foot=buttons(Kind.ASK, None, back)),
        choices=(back,),
    )


def link_button(label: str, address: str) -> Piece:
    """Return a button that opens an address: in a card LINE makes no link of text."""
    action = {"type": "uri", "label": label, "uri": address}
    return {"type": "button", "style": "link", "height": "sm", "action": action}


def _note(part: Part) -> Piece:
    lines: list[str] = []
    for line in part.lines[:LINES_SHOWN]:
        lines.append(f"• {shorten(line, LONGEST_LINE)}")
        if sum(map(len, lines)) > ROOM:
            break
    rest = len(part.lines) - len(lines)
    if rest > 0:
        lines.append(_("and {count} more").format(count=rest))
    return note("\n".join(lines), TINTS[part.tone], part.title)
