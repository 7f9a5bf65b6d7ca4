"""From what a message was understood to say to the next card: refused, asked about, or ready to confirm."""

from dataclasses import replace

from cards.card import Card
from cards.notes import refusal
from handlers.report.begin import begin_correction, begin_no_change, refuse_activity
from handlers.report.desk import Desk, new_desk
from handlers.report.draft import Draft, Question
from handlers.report.evidence import ask_for_photos
from handlers.report.merge import merge
from handlers.report.placing import place_item
from handlers.report.questions import next_question
from handlers.report.show import show
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.report import latest_by
from rules.cause import Cause
from rules.permissions import Action
from thai.reading import Clarify, Reading

LONGEST_PROBLEM = 500
REFUSED = (Clarify.ADMIN_ONLY, Clarify.BULK_CHANGE_REFUSED)


def report(turn: Turn, reading: Reading, desk: Desk | None, action: Action = Action.REPORT) -> list[Card]:
    """Take a report in words into the draft, and show what is to be confirmed or asked."""
    refused = _refused(turn, reading)
    if refused:
        return refused
    for each in reading.reports:
        if each.activity_no is not None and (refused := refuse_activity(turn, each.activity_no, action)):
            return [*refused, *(show(desk) if desk else [])]
    if Clarify.ALL_ACTIVITIES_CONFIRM in reading.clarify and not reading.reports:
        return begin_no_change(turn, None)
    if not reading.reports:
        return show(desk) if desk else [refusal(_("Which activity, and what is new about it?"))]
    asked_about = desk.draft.focus if desk else None
    desk = desk or new_desk(turn, Draft())
    _place_what_was_open(desk, reading)
    ask_for_photos(turn, desk.dialogue.opened_at)
    desk.look_up(each.activity_no for each in reading.reports if each.activity_no is not None)
    merge(desk, reading, turn.message_ids)
    _say_what_was_noted(desk, reading, asked_about)
    return show(desk)


def _place_what_was_open(desk: Desk, reading: Reading) -> None:
    """Asked which activity is meant, people often say it all again: the number they name is the answer."""
    unplaced = desk.draft.item(None)
    named = [each.activity_no for each in reading.reports if each.activity_no is not None]
    if unplaced is None or not named:
        return
    if len(named) == 1 and desk.draft.item(named[0]) is None:
        place_item(desk, unplaced, named[0])
    else:
        desk.draft = desk.draft.without(None)


def _say_what_was_noted(desk: Desk, reading: Reading, asked_about: int | None) -> None:
    """Where a message told of another activity than the one asked about, say so before asking again."""
    told = [each.activity_no for each in reading.reports if each.activity_no is not None]
    if not told or asked_about is None or asked_about in told:
        return
    focus, question = next_question(desk.draft, desk.line)
    if question is not Question.CONFIRM and focus == asked_about:
        words = _("Activity {numbers} is noted. Now again activity {no}:")
        remark = words.format(numbers=", ".join(map(str, told)), no=focus)
        desk.draft = replace(desk.draft, remark=desk.draft.remark or remark)


def correct(turn: Turn, reading: Reading, desk: Desk | None, _text: str) -> list[Card]:
    """Change what is on the card, or, where nothing is open, what the person stored last."""
    if desk is not None:
        if Clarify.WHAT_TO_CHANGE in reading.clarify or not reading.reports:
            desk.draft = replace(desk.draft, forced=Question.FIX if desk.draft.focus is not None else None)
            return show(desk)
        return report(turn, reading, desk, Action.CORRECT)
    named = next((each.activity_no for each in reading.reports if each.activity_no is not None), None)
    latest = latest_by(turn.session, turn.person.id)
    no = named or (_number_of(turn, latest.activity_id) if latest else None)
    if Clarify.WHAT_TO_CHANGE in reading.clarify or not reading.reports:
        return (
            begin_correction(turn, no) if no else [refusal(_("There is no report of yours to change yet."))]
        )
    if named is None and no is not None:
        placed = tuple(replace(each, activity_no=no) for each in reading.reports[:1])
        reading = replace(reading, reports=placed, candidates=())
    return report(turn, reading, None, Action.CORRECT)


def in_own_words(reading: Reading, text: str) -> Reading:
    """Keep what was typed when the reason was asked for: the causes count it, the words explain it."""
    reports = tuple(
        replace(each, problem_text=each.problem_text or text.strip()[:LONGEST_PROBLEM])
        if each.causes
        else each
        for each in reading.reports
    )
    return replace(reading, reports=reports)


def report_problem_text(desk: Desk, text: str) -> list[Card]:
    """Take words that fit no known cause as the reason itself."""
    item = desk.draft.item(desk.draft.focus)
    if item is not None:
        said = item.saying(
            causes=item.said.causes or (Cause.OTHER,), problem_text=text.strip()[:LONGEST_PROBLEM]
        )
        desk.draft = replace(desk.draft.with_item(said), forced=None)
    return show(desk)


def _refused(turn: Turn, reading: Reading) -> list[Card]:
    for code in REFUSED:
        if code in reading.clarify:
            note(turn.session, turn.now, "refused", person_id=turn.person.id, action=str(code))
            return [refusal(_refusal_words(code))]
    return []


def _refusal_words(code: Clarify) -> str:
    if code is Clarify.ADMIN_ONLY:
        return _("Only the provincial office can do that. Please contact them.")
    return _("Activities are reported one by one, with their own figures. Nothing was changed.")


def _number_of(turn: Turn, activity_id: int) -> int | None:
    return next((activity.no for activity in turn.own_activities if activity.id == activity_id), None)
