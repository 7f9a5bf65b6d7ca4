"""The typed forms of everything that orders' buttons do; a PC shows neither rich menus nor quick replies."""

from cards.card import Card
from cards.notes import refusal
from cards.wording import year_words
from handlers.order import case_taps, owner, settle, sheet, show
from handlers.order.reach import is_executive, may_give
from handlers.order.thanks import thank
from handlers.turn import Turn
from i18n import _
from models.case import case_for
from models.plan import Activity, activity_numbered
from thai.orders import OrderWord, TypedOrder, read_order_words

OF_EXECUTIVES = (OrderWord.ASK, OrderWord.GIVE, OrderWord.MEET, OrderWord.NOTED, OrderWord.THANK)
ALONE = {
    OrderWord.LIST: show.every,
    OrderWord.PENDING: show.waiting,
    OrderWord.AGENDA: show.on_agenda,
    OrderWord.CHARTS: show.charts,
}


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return what the typed line does, None where it is about something else."""
    said = read_order_words(text)
    if said is None:
        return None
    if said.word in ALONE:
        return ALONE[said.word](turn)
    if said.word in OF_EXECUTIVES:
        return _of_executive(turn, said) if is_executive(turn) else _not_executive(said)
    return _of_order(turn, said)


def is_typed_form(text: str) -> bool:
    """Return whether a text is one of these forms, so that no open question takes it for its answer."""
    return read_order_words(text) is not None


def _not_executive(said: TypedOrder) -> list[Card] | None:
    """Words that others may use for something else are left to them."""
    return [case_taps.not_yours()] if said.word in (OrderWord.ASK, OrderWord.GIVE) else None


def _of_order(turn: Turn, said: TypedOrder) -> list[Card]:
    number = str(said.number)
    if said.word is OrderWord.ANSWER:
        return owner.begin_answer(turn, number, said.rest)
    if said.word is OrderWord.ACKNOWLEDGE:
        return owner.acknowledge(turn, number)
    if said.word is OrderWord.CLOSE:
        return settle.close(turn, number)
    if said.word is OrderWord.RETURN:
        return settle.begin_return(turn, number, said.rest)
    return show.one(turn, number)


def _of_executive(turn: Turn, said: TypedOrder) -> list[Card]:
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, said.number or 0)
    if activity is None:
        year = year_words(turn.year_be)
        return [refusal(_("The plan of {year} has no activity {no}.").format(year=year, no=said.number))]
    if not may_give(turn, activity):
        return [case_taps.not_yours()]
    return _about(turn, activity, said)


def _about(turn: Turn, activity: Activity, said: TypedOrder) -> list[Card]:
    case = case_for(turn.session, activity.id)
    if said.word is OrderWord.ASK:
        return case_taps.ask_why(turn, activity, case)
    if said.word is OrderWord.GIVE:
        return sheet.begin(turn, activity, case, said.rest)
    if said.word is OrderWord.THANK:
        return thank(turn, str(activity.id))
    if case is None:
        return [refusal(_("Activity {no} has no open case.").format(no=activity.no))]
    done = case_taps.call_meeting if said.word is OrderWord.MEET else case_taps.noted
    return done(turn, activity, case)
