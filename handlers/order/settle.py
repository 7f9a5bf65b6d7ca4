"""What an executive does with an answer: close the order, or return it for a better one."""

from cards.card import Card, Choice, say
from cards.fill_order import order_view
from cards.notes import cancelled, old_button
from cards.order import executive_choices, shown
from cards.order_words import titled
from handlers.order.case_taps import not_yours
from handlers.order.issue import tell_owners
from handlers.order.reach import activity_of, may_give, order_at, view_of
from handlers.report.desk import typed_key
from handlers.tell import tell
from handlers.turn import Turn
from i18n import _, speaking
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.order import Order
from models.order_acts import close_order, return_order
from models.order_people import people_at_desk
from rules.order import USUAL_WITHIN, OrderState, due_after
from rules.urgency import Urgency
from thai import writing
from thai.orders import day_by

KIND = "return_order"


def close(turn: Turn, number: str) -> list[Card]:
    """Close an order; its owner reads it with the next message."""
    order = _order_to_settle(turn, number)
    if order is None:
        return [not_yours()]
    if not close_order(turn.session, order, turn.person.id, turn.now):
        return [_shown(turn, order, _("This order was closed before."))]
    for person in people_at_desk(turn.session, activity_of(turn, order), order.assignee, turn.today):
        with speaking(person.language):
            view = order_view(turn.session, order, turn.today, turn.calendar)
            card = say(_("{order} is closed. Thank you.").format(order=titled(view)))
        key = f"{order.id}:closed"
        tell(turn, person, [card], kind="order-closed", key=key, urgency=Urgency.COURTESY)
    return [_shown(turn, order, _("Closed."))]


def begin_return(turn: Turn, number: str, text: str = "") -> list[Card]:
    """Ask what is missing, or return it at once where that was typed with it."""
    order = _order_to_settle(turn, number)
    if order is None:
        return [not_yours()]
    if order.state is not OrderState.ANSWERED:
        return [_shown(turn, order, _("There is no answer to return."))]
    if text.strip():
        return [_give_back(turn, order, text)]
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {"order": order.id}, turn.now)
    back = Choice(_("Return without words"), _("return without words"), f"d:{dialogue.token}:return")
    stop = Choice(_("Stop"), _("cancel"), f"d:{dialogue.token}:stop")
    offered = {typed_key(each.text): each.data for each in (back, stop)}
    keep_state(dialogue, {**dialogue.state, "offered": offered}, turn.now)
    return [say(_("What is missing in the answer? Type it, or return the order without words."), back, stop)]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None:
        return [old_button()]
    order = _order_to_settle(turn, str(dialogue.state["order"]))
    if order is None:
        return [not_yours()]
    if dialogue.closed_at is not None:
        return [_shown(turn, order, _("This was done before. Nothing was sent twice."))]
    if verb != "return":
        close_dialogue(dialogue, "cancelled", turn.now)
        return [cancelled()]
    close_dialogue(dialogue, "returned", turn.now)
    return [_give_back(turn, order, "")]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, or what is missing."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    order = _order_to_settle(turn, str(dialogue.state["order"]))
    close_dialogue(dialogue, "returned", turn.now)
    return [_give_back(turn, order, text)] if order is not None else [not_yours()]


def _give_back(turn: Turn, order: Order, text: str) -> Card:
    due = day_by(text, turn.today) or due_after(turn.today, USUAL_WITHIN, turn.calendar)
    said = text.strip()[:1000] or None
    if not return_order(turn.session, order, turn.person.id, turn.now, text=said, due_on=due):
        return _shown(turn, order, _("There is no answer to return."))
    tell_owners(turn, order, "returned")
    return _shown(turn, order, _("Returned; to be answered by {date}.").format(date=writing.short_date(due)))


def _order_to_settle(turn: Turn, number: str) -> Order | None:
    order = order_at(turn, number)
    return order if order is not None and may_give(turn, activity_of(turn, order)) else None


def _shown(turn: Turn, order: Order, lead: str) -> Card:
    view = view_of(turn, order)
    return shown(view, executive_choices(view), lead)
