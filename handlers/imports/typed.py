"""What an admin types while an import is being looked at: the words of its buttons, a column, a day."""

import re

from cards.card import Card
from cards.notes import refusal
from documents.cell_dates import NotADate, read_date
from documents.cells import read_number
from documents.plan_words import plain
from documents.vocabulary import table_words
from handlers.imports.choose import set_day, set_year
from handlers.imports.desk import ImportDesk
from handlers.imports.explain import field
from handlers.imports.fields import field_named
from handlers.imports.matching import match_number
from handlers.imports.show import show
from handlers.imports.taps import open_desk, tap
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Return the answer; None where the text speaks of something else."""
    desk = open_desk(turn, dialogue)
    data = desk.offered(text)
    if data is not None:
        _mark, token, verb, *arguments = data.split(":")
        return tap(turn, token, verb, arguments)
    told = re.match(table_words()["chat"]["column_told"], plain(text).strip(), re.IGNORECASE)
    if told is not None:
        return _column(desk, told["letters"].upper(), told["field"])
    asking = desk.state.get("asking")
    number = read_number(text) if asking == "match" else None
    if number is not None:
        return match_number(desk, number)
    if asking == "year":
        year = re.fullmatch(table_words()["chat"]["year_told"], plain(text).strip(), re.IGNORECASE)
        return set_year(desk, year["year"]) if year is not None else None
    return _day(desk, text) if asking == "day" else None


def _column(desk: ImportDesk, letters: str, said: str) -> list[Card]:
    code = field_named(desk.kind, said)
    if code is None:
        desk.state["asking"] = f"field:{letters}"
        words = _("I do not know “{said}”. Please choose what the column holds.")
        return [refusal(words.format(said=said)), *show(desk)]
    return field(desk, letters, code or "-")


def _day(desk: ImportDesk, text: str) -> list[Card] | None:
    try:
        day = read_date(text)
    except NotADate:
        return None
    return set_day(desk, day.isoformat()) if day is not None else None
