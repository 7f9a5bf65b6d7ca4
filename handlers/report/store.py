"""Stores a confirmed draft: one transaction, one receipt, no matter how often the button is tapped."""

from cards import commands
from cards.card import Card
from cards.receipt import receipt
from cards.views import ActivityView, ConfirmItem, ReceiptView
from handlers.case.after_report import after_report
from handlers.report.begin import refuse_activity
from handlers.report.desk import Desk
from handlers.report.draft import Question
from handlers.report.evidence import ask_for_photos, attach, photos_waiting
from handlers.report.line import Line
from handlers.report.owed import numbers_owed
from handlers.report.questions import next_question
from handlers.report.show import show
from models.audit import note
from models.dialogue import close_dialogue
from models.order_acts import report_in_order
from models.record import Entry, record_reports
from models.report import Kind
from rules.permissions import Action


def store(desk: Desk) -> list[Card]:
    """Record every line of the draft and answer with the receipt; where something still blocks, ask that instead.

    Behind the receipt comes what is to be asked about photos that were used before.
    """
    turn, refused = desk.turn, _refused(desk)
    if refused:
        return refused
    ask_for_photos(turn, desk.dialogue.opened_at)
    held = turn.hold([activity for no in desk.draft.numbers() if (activity := turn.activity(no))])
    _focus, question = next_question(desk.draft, desk.line)
    if question is not Question.CONFIRM or not desk.draft.items:
        return show(desk)
    lines = desk.lines()
    turn.own_standings()  # what is still owed: asked here, no question comes between what is written
    items = tuple(_stored(line) for line in lines)
    photos = photos_waiting(turn, desk.dialogue.opened_at)
    reports = record_reports(
        turn.session,
        [_entry(line) for line in lines],
        reporter_id=turn.person.id,
        sent_at=turn.sent_at,
        event_id=turn.event_id,
        message_ids=desk.draft.message_ids,
        held=held,
    )
    turn.has_stored(reports)
    asked = attach(turn, photos, reports[0])
    receipt_no = reports[0].receipt_no or ""
    close_dialogue(desk.dialogue, receipt_no, turn.now)
    if desk.draft.order_id is not None:
        report_in_order(turn.session, desk.draft.order_id, turn.person.id, turn.now, reports)
    note(
        turn.session,
        turn.now,
        "reported",
        province_id=turn.province.id,
        person_id=turn.person.id,
        receipt=receipt_no,
    )
    owed = len(numbers_owed(turn))
    undo = commands.undo()
    settled = after_report(turn, reports)
    view = ReceiptView(receipt_no, items, remaining_owed=owed, undo=undo, next=commands.report())
    return [receipt(view), *settled, *asked]


def _refused(desk: Desk) -> list[Card]:
    """Return why this may no longer be stored: days may lie between the first question and the tap."""
    for no in desk.draft.numbers():
        if refused := refuse_activity(desk.turn, no, Action.REPORT):
            close_dialogue(desk.dialogue, "cancelled", desk.turn.now)
            return refused
    return []


def _stored(line: Line) -> ConfirmItem:
    """Return one activity as the receipt shows it: its name and what was stored of it."""
    activity = line.state.activity
    return ConfirmItem(
        ActivityView(activity.no, activity.name),
        line.now,
        line.item.period,
        is_no_change=line.item.is_no_change,
    )


def _entry(line: Line) -> Entry:
    if line.item.is_no_change:
        kind = Kind.NO_CHANGE
    else:
        kind = Kind.CORRECTION if line.item.is_correction else Kind.REPORT
    return Entry(line.state.activity, line.item.period, line.as_of, line.now, kind)
