"""What an owner does with an order: acknowledge it with one tap, answer it with words, photos and a day."""

from datetime import date

from cards.card import Card, Choice, say
from cards.governor_views import AnswerView
from cards.notes import cancelled, old_button, refusal
from cards.order import owner_choices, shown
from cards.order_answering import ask_answer, written
from handlers.order.as_report import offer_report
from handlers.order.reach import may_answer, order_at, view_of
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.dialogue import (
    Dialogue,
    begin_dialogue,
    close_dialogue,
    dialogue_with_token,
    keep_state,
    open_dialogue,
)
from models.evidence import PHOTO, Evidence, loose_evidence
from models.order import Order
from models.order_acts import acknowledge_order, answer_order
from rules.order import OrderState
from thai import writing
from thai.orders import day_by

KIND = "answer_order"
LONGEST = 2_000


def acknowledge(turn: Turn, number: str) -> list[Card]:
    """Say that the order is received; a second tap says so again and changes nothing."""
    order = order_at(turn, number)
    if order is None or not may_answer(turn, order):
        return [not_yours()]
    is_new = acknowledge_order(turn.session, order, turn.person.id, turn.now)
    view = view_of(turn, order)
    if order.state is OrderState.CLOSED:
        return [shown(view, [], _("This order is closed."))]
    due = writing.short_date(order.due_on)
    lead = (
        _("Acknowledged. Please answer by {date}.")
        if is_new
        else _("Acknowledged before. Please answer by {date}.")
    )
    return [shown(view, owner_choices(view), lead.format(date=due))]


def begin_answer(turn: Turn, number: str, text: str = "") -> list[Card]:
    """Begin the answer; what is typed and sent from now on belongs to it."""
    order = order_at(turn, number)
    if order is None or not may_answer(turn, order):
        return [not_yours()]
    view = view_of(turn, order)
    if order.state is OrderState.CLOSED:
        return [shown(view, [], _("This order is closed."))]
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {"order": order.id}, turn.now)
    if text.strip():
        return _take_words(turn, dialogue, text)
    stop = _stop(dialogue)
    keep_state(dialogue, {**dialogue.state, "offered": {typed_key(stop.text): stop.data}}, turn.now)
    return [ask_answer(view, stop)]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None:
        return [old_button()]
    order = order_at(turn, str(dialogue.state["order"]))
    if order is None or not may_answer(turn, order):
        return [not_yours()]
    if dialogue.closed_at is not None:
        view = view_of(turn, order)
        return [shown(view, owner_choices(view), _("This was answered before. Nothing was sent twice."))]
    if verb == "send":
        return _send(turn, dialogue, order)
    close_dialogue(dialogue, "cancelled", turn.now)
    return [cancelled()]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, or words of the answer; several messages are one answer."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        return tap(turn, dialogue.token, data.split(":")[2], [])
    return _take_words(turn, dialogue, text)


def on_photo(turn: Turn) -> list[Card] | None:
    """Return the answer with the photo that just came, None where no answer is being written."""
    dialogue = open_dialogue(turn.session, turn.person.id)
    if dialogue is None or dialogue.kind != KIND:
        return None
    return [_show(turn, dialogue)]


def not_yours() -> Card:
    return refusal(_("That order is not on your desk. Nothing was done."))


def _take_words(turn: Turn, dialogue: Dialogue, text: str) -> list[Card]:
    before = str(dialogue.state.get("text") or "")
    state = {**dialogue.state, "text": f"{before}\n{text.strip()}".strip()[:LONGEST]}
    state["message_ids"] = [*state.get("message_ids", []), *turn.message_ids]
    day = day_by(text, turn.today)
    if day is not None:
        state["day"] = day.isoformat()
    keep_state(dialogue, state, turn.now)
    return [_show(turn, dialogue)]


def _show(turn: Turn, dialogue: Dialogue) -> Card:
    order = turn.session.get_one(Order, dialogue.state["order"])
    send = Choice(_("Send the answer"), _("send the answer"), f"d:{dialogue.token}:send")
    stop = _stop(dialogue)
    offered = {typed_key(each.text): each.data for each in (send, stop)}
    keep_state(dialogue, {**dialogue.state, "offered": offered}, turn.now)
    answer = AnswerView(
        kind="answered",
        at=turn.now,
        who=turn.person.name or "",
        text=str(dialogue.state.get("text") or ""),
        promised_on=_day(dialogue),
        photos=len(_photos(turn, dialogue)),
    )
    return written(view_of(turn, order), answer, send, [stop])


def _send(turn: Turn, dialogue: Dialogue, order: Order) -> list[Card]:
    photos, text = _photos(turn, dialogue), str(dialogue.state.get("text") or "")
    if not text and not photos:
        return [say(_("There is nothing to send yet. Please type the answer, or send a photo."))]
    ids = [photo.id for photo in photos]
    for photo in photos:
        photo.activity_id = photo.activity_id or order.activity_id
    day = _day(dialogue)
    is_sent = answer_order(
        turn.session, order, turn.person.id, turn.now, text=text or None, promised_on=day, evidence_ids=ids
    )
    close_dialogue(dialogue, "answered", turn.now)
    message_ids = tuple(dialogue.state.get("message_ids", ()))
    if is_sent and (offered := offer_report(turn, order, text, message_ids)):
        return offered
    view = view_of(turn, order)
    lead = (
        _("Answer sent. {giver} sees it in the next summary, or by asking.").format(giver=view.giver)
        if is_sent
        else _("This order is closed.")
    )
    return [shown(view, owner_choices(view) if is_sent else [], lead)]


def _photos(turn: Turn, dialogue: Dialogue) -> list[Evidence]:
    """Return the photos sent since the answer was begun that belong to no report."""
    found = loose_evidence(turn.session, turn.person.id, dialogue.opened_at)
    return [each for each in found if each.kind == PHOTO]


def _day(dialogue: Dialogue) -> date | None:
    day = dialogue.state.get("day")
    return date.fromisoformat(day) if day else None


def _stop(dialogue: Dialogue) -> Choice:
    return Choice(_("Stop"), _("cancel"), f"d:{dialogue.token}:stop")
