"""The sheet on which an executive gives an order: ready orders, own words, whose desk, by which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, fact, small, tile, words
from cards.order_words import desk
from cards.plain import shorten, twin
from i18n import _
from rules.role import Role
from thai import writing


@dataclass(frozen=True)
class Sheet:
    """An order as it would go out now; `text` is blank until own words are written."""

    no: int
    name: str
    assignee: Role
    owners: tuple[str, ...]
    due_on: date
    text: str = ""


def order_sheet(sheet: Sheet, ready: Sequence[Choice], changes: Sequence[Choice]) -> Card:
    """Return the ready orders, each one tap; typing gives an order in own words."""
    title = _("Give an order · activity {no}").format(no=sheet.no)
    ask = _("Tap an order, or type your own words.")
    return Card(
        alt=f"{title}: {shorten(sheet.name, 80)}",
        text=twin([title, shorten(sheet.name, 120), *_where_to(sheet), ask], [*ready, *changes]),
        contents=bubble(
            Kind.ASK,
            title,
            fact(_("On the desk of"), desk(sheet.assignee, sheet.owners)),
            fact(_("Due"), writing.long_date(sheet.due_on)),
            small(ask),
            *[_tile(choice) for choice in ready],
            subtitle=shorten(sheet.name, 80),
        ),
        choices=tuple(changes),
    )


def own_words(sheet: Sheet, send: Choice, changes: Sequence[Choice]) -> Card:
    """Return an order in the executive's own words, to be sent with one tap; typing again writes it anew."""
    title = _("Send this order?")
    return Card(
        alt=f"{title} {shorten(sheet.text, 120)}",
        text=twin(
            [title, sheet.text, f"{sheet.no} {shorten(sheet.name, 120)}", *_where_to(sheet)], [send, *changes]
        ),
        contents=bubble(
            Kind.ASK,
            title,
            words(shorten(sheet.text, 600), size="md", weight="bold", maxLines=16),
            fact(_("Activity"), f"{sheet.no} {shorten(sheet.name, 90)}"),
            fact(_("On the desk of"), desk(sheet.assignee, sheet.owners)),
            fact(_("Due"), writing.long_date(sheet.due_on)),
            foot=buttons(Kind.ASK, send),
        ),
        choices=tuple(changes),
    )


def _tile(choice: Choice) -> Piece:
    """Return a ready order as a tile: it shows all of its words, and its label as many as LINE takes."""
    face = tile(choice)
    face["action"] = {**face["action"], "label": shorten(choice.label, 40)}
    return face


def _where_to(sheet: Sheet) -> list[str]:
    due = _("due {date}").format(date=writing.short_date(sheet.due_on))
    return [f"{desk(sheet.assignee, sheet.owners)} · {due}"]
