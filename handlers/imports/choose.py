"""What an admin chooses of a file that is being looked at: its kind, its year, its day, what becomes of hidden parts."""

from datetime import date

from cards.card import Card
from cards.notes import refusal
from documents.file_kind import FileKind
from documents.plan_hidden import Hidden
from handlers.imports.desk import ImportDesk
from handlers.imports.show import show
from i18n import _
from rules.fiscal_year import fiscal_year_of

FIRST_YEAR_BE = 2500


def set_day(desk: ImportDesk, day: str) -> list[Card]:
    chosen = date.fromisoformat(day)
    if chosen > desk.turn.today:
        return [refusal(_("That day has not come yet.")), *show(desk)]
    desk.state["as_of"], desk.state["asking"] = chosen.isoformat(), None
    return show(desk)


def ask_day(desk: ImportDesk) -> list[Card]:
    desk.state["asking"] = "day"
    return show(desk)


def set_year(desk: ImportDesk, year: str) -> list[Card]:
    """Take the fiscal year (BE) of past results, and with it the day: the year's last."""
    chosen = int(year)
    if not FIRST_YEAR_BE <= chosen < fiscal_year_of(desk.turn.today):
        return [refusal(_("Past results are of a fiscal year that has ended.")), *show(desk)]
    desk.state |= {"year": chosen, "as_of": None, "asking": None}
    return show(desk)


def ask_year(desk: ImportDesk) -> list[Card]:
    desk.state["asking"] = "year"
    return show(desk)


def set_kind(desk: ImportDesk, kind: str) -> list[Card]:
    """Read the file as one of the kinds that it may be."""
    may_be = [desk.state["kind"], *desk.state["others"]]
    if kind not in may_be:
        return show(desk)
    desk.state["others"] = [each for each in may_be if each != kind]
    desk.state |= {"kind": str(FileKind(kind)), "asking": None, "as_of": None}
    desk.reread()
    return show(desk)


def set_hidden(desk: ImportDesk, choice: str) -> list[Card]:
    desk.state["hidden"] = str(Hidden(choice))
    desk.reread()
    return back(desk)


def back(desk: ImportDesk) -> list[Card]:
    desk.state["asking"] = None
    return show(desk)
