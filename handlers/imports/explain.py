"""An admin explains what a column holds: remembered for the office by its heading, for every later file of the kind."""

from cards.card import Card
from cards.notes import refusal
from documents.learned import heading_key
from handlers.imports.choose import back
from handlers.imports.desk import ImportDesk
from handlers.imports.fields import field_codes
from handlers.imports.questions import columns_under, is_ambiguous
from handlers.imports.show import show
from i18n import _
from models.column_mapping import remember_mapping


def columns(desk: ImportDesk) -> list[Card]:
    desk.state["asking"] = "column"
    return show(desk)


def column(desk: ImportDesk, ref: str) -> list[Card]:
    if columns_under(desk, ref):
        desk.state["asking"] = f"field:{ref}"
    return show(desk)


def field(desk: ImportDesk, ref: str, code: str) -> list[Card]:
    """Remember what columns under this heading hold, for this office and from now on; read the file anew.

    A column without a heading is explained for this file alone.
    """
    if code not in ("-", *field_codes(desk.kind)):
        return show(desk)
    if is_ambiguous(desk, ref):
        desk.state["asking"] = "column"
        return [
            refusal(_("Sheets head column {column} differently. Which one?").format(column=ref)),
            *show(desk),
        ]
    found, turn = columns_under(desk, ref), desk.turn
    if not found:
        return _without_heading(desk, ref, code)
    for each in found:
        if heading_key(each.header):
            remember_mapping(
                turn.session, turn.province.id, str(desk.kind), heading_key(each.header), each.header, code.strip("-"),
                now=turn.now, by=turn.person.id,
            )  # fmt: skip
    desk.reread()
    return back(desk)


def _without_heading(desk: ImportDesk, letters: str, code: str) -> list[Card]:
    before = desk.letters
    desk.state["letters"] = {**before, letters: code.strip("-")}
    desk.reread()
    if columns_under(desk, letters):
        return back(desk)
    desk.state["letters"] = before
    desk.reread()
    return [refusal(_("The table has no column {column}.").format(column=letters)), *back(desk)]
