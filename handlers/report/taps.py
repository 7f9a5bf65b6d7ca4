"""What each button of the conversation does. The same tap twice does the same thing once."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from cards.card import Card
from cards.notes import cancelled, old_button, said_already
from handlers.report.begin import no_change_item
from handlers.report.desk import KIND, Desk, open_desk
from handlers.report.draft import Item, Question
from handlers.report.placing import place_item
from handlers.report.show import show
from handlers.report.store import store
from handlers.turn import Turn
from models.dialogue import close_dialogue
from rules.cause import Cause
from rules.status import Status

UNSAID = {
    "status": {"status": None},
    "disbursed": {"disbursed_satang": None},
    "progress": {"progress_percent": None},
    "cause": {"causes": None, "problem_text": None},
    "left-over": {"left_over_satang": None},
}


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    """Do what a button says. One that belongs to an ended or somebody else's conversation changes nothing."""
    dialogue = turn.dialogue(token)
    if dialogue is None or dialogue.kind != KIND:
        return [old_button()]
    if dialogue.closed_at is not None:
        return [said_already()] if verb == "confirm" and dialogue.outcome not in ENDS else [old_button()]
    desk = open_desk(turn, dialogue)
    if desk is None:
        return [old_button()]
    try:
        return VERBS[verb](desk, *arguments)
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return show(desk)  # a forged or outdated button: show where we are, change nothing


ENDS = ("cancelled", "replaced", "outdated")


def confirm(desk: Desk, serial: str) -> list[Card]:
    """Store what the card showed; an earlier card than the last one shows the present state instead.

    So does a "yes" that was typed before the card was there to be read.
    """
    is_blind = bool(desk.turn.message) and desk.turn.sent_at < desk.dialogue.touched_at
    return show(desk) if is_blind or int(serial) != desk.draft.serial else store(desk)


def cancel(desk: Desk) -> list[Card]:
    close_dialogue(desk.dialogue, "cancelled", desk.turn.now)
    return [cancelled()]


def place(desk: Desk, no: str) -> list[Card]:
    """Say which activity the message was about."""
    unplaced = desk.draft.item(None)
    allowed = (
        unplaced.candidates if unplaced and unplaced.candidates else [a.no for a in desk.turn.own_activities]
    )
    if unplaced is None or int(no) not in allowed:
        return show(desk)
    place_item(desk, unplaced, int(no))
    return show(desk)


def set_status(desk: Desk, no: str, status: str) -> list[Card]:
    if Status(status) is Status.CANCELLED:
        return show(desk)
    return _said(desk, no, "status", status=Status(status))


def set_disbursed(desk: Desk, no: str, satang: str) -> list[Card]:
    item = _item(desk, no)
    desk.draft = desk.draft.with_item(replace(item, mode=None, how_read=()))
    return _said(desk, no, "disbursed", disbursed_satang=int(satang))


def set_progress(desk: Desk, no: str, percent: str) -> list[Card]:
    return _said(desk, no, "progress", progress_percent=Decimal(percent))


def set_cause(desk: Desk, no: str, cause: str) -> list[Card]:
    said = (
        () if cause == "none" else tuple(dict.fromkeys([*(_item(desk, no).said.causes or ()), Cause(cause)]))
    )
    return _said(desk, no, "cause", causes=said)


def set_left_over(desk: Desk, no: str, satang: str) -> list[Card]:
    return _said(desk, no, "left-over", left_over_satang=int(satang))


def pass_over(desk: Desk, no: str, question: str) -> list[Card]:
    desk.draft = desk.draft.with_item(_item(desk, no).passing(Question(question)))
    return show(desk)


def no_change(desk: Desk, no: str) -> list[Card]:
    _item(desk, no)
    desk.draft = desk.draft.with_item(no_change_item(desk, int(no)))
    return show(desk)


def fix(desk: Desk, no: str) -> list[Card]:
    _item(desk, no)
    desk.draft = replace(desk.draft, focus=int(no), forced=Question.FIX)
    return show(desk)


def ask(desk: Desk, no: str, question: str) -> list[Card]:
    item = _item(desk, no)
    desk.draft = replace(
        desk.draft.with_item(replace(item, is_no_change=False)), focus=int(no), forced=Question(question)
    )
    return show(desk)


def drop(desk: Desk, no: str) -> list[Card]:
    desk.draft = replace(desk.draft.without(int(no)), forced=None)
    return show(desk) if desk.draft.items else cancel(desk)


def back(desk: Desk) -> list[Card]:
    """Take the last answer back and ask again; before the first question, stop."""
    if desk.draft.forced is not None and not desk.draft.trail:
        desk.draft = replace(desk.draft, forced=None)
        return show(desk)
    if not desk.draft.trail:
        return cancel(desk)
    (no, name), rest = desk.draft.trail[-1], desk.draft.trail[:-1]
    item = desk.draft.item(no)
    if item is not None:
        desk.draft = desk.draft.with_item(item.saying(**UNSAID[name]))
    desk.draft = replace(desk.draft, trail=rest, forced=None, focus=no)
    return show(desk)


def _said(desk: Desk, no: str, name: str, **figures: object) -> list[Card]:
    item = _item(desk, no)
    desk.draft = replace(
        desk.draft.with_item(item.saying(**figures)),
        focus=int(no),
        forced=None,
        trail=(*desk.draft.trail, (int(no), name)),
    )
    return show(desk)


def _item(desk: Desk, no: str) -> Item:
    item = desk.draft.item(int(no))
    if item is None:
        raise ValueError(no)
    return item


VERBS: dict[str, Callable[..., list[Card]]] = {
    "confirm": confirm,
    "cancel": cancel,
    "place": place,
    "status": set_status,
    "disbursed": set_disbursed,
    "progress": set_progress,
    "cause": set_cause,
    "left-over": set_left_over,
    "pass": pass_over,
    "same": no_change,
    "fix": fix,
    "ask": ask,
    "drop": drop,
    "back": back,
    "resume": show,
}
