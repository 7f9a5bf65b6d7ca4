"""The small pieces of a Flex card: words, chips, facts, notes and list rows."""

from collections.abc import Collection, Sequence
from typing import Any

from cards.card import Choice
from cards.look.colours import BLUE, INK, LATE_INK, MUTED, PAPER, RULE, WASH, Tint

Piece = dict[str, Any]


def words(text: str, **style: Any) -> Piece:
    """Return a text that wraps. LINE refuses an empty text, so nothing becomes a dash."""
    return {"type": "text", "text": text.strip() or "–", "wrap": True, "color": INK, "size": "sm", **style}


def small(text: str, **style: Any) -> Piece:
    return {"type": "text", "text": text.strip() or "–", "wrap": True, "color": MUTED, "size": "xs", **style}


def heading(text: str, **style: Any) -> Piece:
    return words(text, **{"size": "md", "weight": "bold", **style})


def rows(*pieces: Piece | None, **style: Any) -> Piece:
    """Return the pieces one under the other; None is left out."""
    contents = [piece for piece in pieces if piece]
    return {"type": "box", "layout": "vertical", "spacing": "sm", "contents": contents, **style}


def columns(*pieces: Piece | None, **style: Any) -> Piece:
    """Return the pieces side by side; None is left out."""
    contents = [piece for piece in pieces if piece]
    return {"type": "box", "layout": "horizontal", "spacing": "sm", "contents": contents, **style}


def rule(**style: Any) -> Piece:
    return {"type": "separator", "color": RULE, **style}


def chip(text: str, tint: Tint) -> Piece:
    """Return a word on its colour, as wide as the word."""
    label = words(text, size="xs", weight="bold", color=tint.ink, wrap=False)
    return {
        "type": "box",
        "layout": "vertical",
        "flex": 0,
        "contents": [label],
        "backgroundColor": tint.ground,
        "cornerRadius": "10px",
        "paddingStart": "9px",
        "paddingEnd": "9px",
        "paddingTop": "3px",
        "paddingBottom": "3px",
    }


def fact(label: str, value: str) -> Piece:
    """Return one line of a fact sheet: what it is on the left, how it stands on the right."""
    return columns(words(label, color=MUTED, flex=2), words(value, flex=3, maxLines=4))


def note(text: str, tint: Tint, title: str | None = None) -> Piece:
    """Return words on a tinted ground, under a bold title where there is one."""
    head = words(title, size="xs", weight="bold", color=tint.ink) if title else None
    return rows(
        head,
        words(text, size="xs", color=tint.ink, maxLines=12),
        spacing="xs",
        backgroundColor=tint.ground,
        cornerRadius="8px",
        paddingAll="10px",
    )


def counter(value: str, label: str, tint: Tint) -> Piece:
    """Return a number with its word below, to stand among others of its kind."""
    return rows(
        words(value, size="xl", weight="bold", align="center", color=tint.ink, wrap=False),
        words(label, size="xxs", align="center", color=tint.ink, maxLines=2),
        spacing="none",
        flex=1,
        backgroundColor=tint.ground,
        cornerRadius="8px",
        paddingAll="6px",
    )


def badge(number: int) -> Piece:
    """Return an activity's number in a fixed width, so that names line up."""
    label = {
        "type": "text", "text": str(number), "wrap": False, "color": INK, "size": "sm", "weight": "bold",
        "align": "center",
    }  # fmt: skip
    return {
        "type": "box", "layout": "vertical", "spacing": "sm", "contents": [label], "flex": 0, "width": "38px",
        "backgroundColor": WASH, "cornerRadius": "6px", "paddingTop": "3px", "paddingBottom": "3px",
    }  # fmt: skip


def listed(
    number: int | None,
    title: str,
    detail: str = "",
    *,
    alarm: str = "",
    tap: Choice | None = None,
) -> Piece:
    """Return one row of a list: number, name on two lines at most, an alarming word and a detail.

    Written out, as the badge is: a duty makes half a million of them, each in a third of the time.
    """
    name, said = title.strip() or "–", detail.strip() or "–"
    lines: list[Piece] = [
        {"type": "text", "text": name, "wrap": True, "color": INK, "size": "sm", "maxLines": 2}
    ]
    if alarm:
        lines.append(words(alarm, size="xs", weight="bold", color=LATE_INK, maxLines=2))
    if detail:
        lines.append(
            {"type": "text", "text": said, "wrap": True, "color": MUTED, "size": "xs", "maxLines": 2}
        )
    text = {"type": "box", "layout": "vertical", "spacing": "none", "contents": lines, "flex": 1}
    row: Piece = {
        "type": "box", "layout": "horizontal", "spacing": "md",
        "contents": [text] if number is None else [badge(number), text], "alignItems": "flex-start",
    }  # fmt: skip
    if tap:
        row["action"] = tap.action()
    return row


def button(choice: Choice, color: str | None = None) -> Piece:
    """Return the one main button where `color` is given, else a quiet one."""
    look = {"style": "primary", "color": color} if color else {"style": "secondary", "color": WASH}
    return {
        "type": "button",
        "height": "sm",
        "adjustMode": "shrink-to-fit",
        "action": choice.action(),
        **look,
    }


def link(choice: Choice) -> Piece:
    """Return a button that is only words, for what is rarely needed."""
    return {
        "type": "button",
        "height": "sm",
        "style": "link",
        "adjustMode": "shrink-to-fit",
        "action": choice.action(),
    }


def grid(choices: Sequence[Choice], across: int = 2, ticked: Collection[str] = ()) -> list[Piece]:
    """Return the choices as tappable tiles, `across` in a row; words wrap where a button's would be cut.

    Labels in `ticked` stand on a tint.
    """
    tiles = [tile(choice, choice.label in ticked) for choice in choices]
    lines = [tiles[start : start + across] for start in range(0, len(tiles), across)]
    return [columns(*line) for line in lines]


def tile(choice: Choice, is_ticked: bool = False) -> Piece:
    weight, ground = ("bold", BLUE.ground) if is_ticked else ("regular", PAPER)
    face = words(choice.label, size="sm", align="center", maxLines=2, weight=weight)
    return rows(
        face,
        flex=1,
        justifyContent="center",
        backgroundColor=ground,
        borderColor=RULE,
        borderWidth="1px",
        cornerRadius="8px",
        paddingAll="8px",
        action=choice.action(),
    )
