"""สั่งการ: the sheet of an order that is being given. A ready order is one tap; own words are shown before they go."""

from datetime import date

from cards.card import Card, Choice
from cards.notes import cancelled, old_button
from cards.order_sheet import Sheet, order_sheet, own_words
from cards.order_words import ready_words
from handlers.order.issue import already, issue
from handlers.order.reach import actors_of, may_give, order_at
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _, ngettext
from models.case import Case
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.order_people import people_at_desk
from models.plan import Activity
from rules.order import USUAL_WITHIN, OrderKind, Ready, assignee_for, due_after
from rules.role import Role
from thai import writing
from thai.orders import day_by

KIND = "give_order"
DESKS = (Role.OFFICER, Role.HEAD, Role.ADMIN)
WITHIN = (2, 5, 10)
SHORTEST = 4


def begin(turn: Turn, activity: Activity, case: Case | None, text: str = "") -> list[Card]:
    """Show the sheet, with own words where they were typed with it."""
    state = {
        "activity": activity.id,
        "case": case.id if case else None,
        "desk": str(assignee_for(actors_of(turn, activity, case))),
        "due": due_after(turn.today, USUAL_WITHIN, turn.calendar).isoformat(),
    }
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, state, turn.now)
    return _take_words(turn, dialogue, text) if text.strip() else [_show(turn, dialogue)]


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None:
        return [old_button()]
    if dialogue.closed_at is not None:
        return [_done_before(turn, dialogue)]
    activity = turn.session.get_one(Activity, dialogue.state["activity"])
    if not may_give(turn, activity):
        close_dialogue(dialogue, "refused", turn.now)
        return [old_button()]
    argument = arguments[0] if arguments else ""
    if verb == "ready" and argument in list(Ready):
        return _send(turn, dialogue, activity, ready_words(Ready(argument)))
    if verb == "send" and dialogue.state.get("text"):
        return _send(turn, dialogue, activity, str(dialogue.state["text"]))
    if verb == "desk" and argument in [str(desk) for desk in DESKS]:
        return [_changed(turn, dialogue, desk=argument)]
    if verb == "due" and argument.isdecimal() and int(argument) in WITHIN:
        return [_changed(turn, dialogue, due=due_after(turn.today, int(argument), turn.calendar).isoformat())]
    if verb == "stop":
        close_dialogue(dialogue, "cancelled", turn.now)
        return [cancelled()]
    return [old_button()]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, or own words; the caller has made sure that the text is no command."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        _mark, token, verb, *arguments = data.split(":")
        return tap(turn, token, verb, arguments)
    return _take_words(turn, dialogue, text) if len(text.strip()) >= SHORTEST else None


def _take_words(turn: Turn, dialogue: Dialogue, text: str) -> list[Card]:
    due = day_by(text, turn.today)
    changes = {"text": text.strip()[:1000], **({"due": due.isoformat()} if due and due > turn.today else {})}
    return [_changed(turn, dialogue, **changes)]


def _changed(turn: Turn, dialogue: Dialogue, **changes: str) -> Card:
    keep_state(dialogue, {**dialogue.state, **changes}, turn.now)
    return _show(turn, dialogue)


def _show(turn: Turn, dialogue: Dialogue) -> Card:
    sheet = _sheet(turn, dialogue)
    send = Choice(_("Send the order"), _("send the order"), f"d:{dialogue.token}:send")
    ready = [
        Choice(ready_words(each), ready_words(each), f"d:{dialogue.token}:ready:{each}") for each in Ready
    ]
    changes = _changes(turn, dialogue, sheet)
    offered = [*([send] if sheet.text else ready), *changes]
    taps = {typed_key(each.text): each.data for each in offered}
    keep_state(dialogue, {**dialogue.state, "offered": taps}, turn.now)
    return own_words(sheet, send, changes) if sheet.text else order_sheet(sheet, ready, changes)


def _sheet(turn: Turn, dialogue: Dialogue) -> Sheet:
    state = dialogue.state
    activity, desk = turn.session.get_one(Activity, state["activity"]), Role(state["desk"])
    people = people_at_desk(turn.session, activity, desk, turn.today)
    return Sheet(
        no=activity.no,
        name=activity.name,
        assignee=desk,
        owners=tuple(person.name for person in people if person.name),
        due_on=date.fromisoformat(state["due"]),
        text=str(state.get("text") or ""),
    )


def _changes(turn: Turn, dialogue: Dialogue, sheet: Sheet) -> list[Choice]:
    """Return the quick replies that change desk and due day, and the one that stops."""
    found = []
    for desk in DESKS:
        if desk is not sheet.assignee:
            words = _("To: {role}").format(role=writing.role_name(desk))
            found.append(Choice(words[:20], words, f"d:{dialogue.token}:desk:{desk}"))
    for days in WITHIN:
        if due_after(turn.today, days, turn.calendar) != sheet.due_on:
            words = ngettext("Within {count} working day", "Within {count} working days", days).format(
                count=days
            )
            found.append(Choice(words[:20], words, f"d:{dialogue.token}:due:{days}"))
    return [*found, Choice(_("Stop"), _("cancel"), f"d:{dialogue.token}:stop")]


def _send(turn: Turn, dialogue: Dialogue, activity: Activity, text: str) -> list[Card]:
    state = dialogue.state
    case = turn.session.get(Case, state["case"]) if state.get("case") else None
    order, cards = issue(
        turn,
        activity,
        case,
        kind=OrderKind.ORDER,
        text=text,
        assignee=Role(state["desk"]),
        due_on=date.fromisoformat(state["due"]),
    )
    close_dialogue(dialogue, f"order:{order.id}", turn.now)
    return cards


def _done_before(turn: Turn, dialogue: Dialogue) -> Card:
    """Return the order that an earlier tap gave."""
    _mark, _colon, number = (dialogue.outcome or "").partition("order:")
    order = order_at(turn, number)
    return already(turn, order) if order is not None else old_button()
