"""What a person types: first the words of the buttons now shown, then what the message means."""

from collections.abc import Callable
from dataclasses import replace

from cards.card import Card, say
from cards.help_card import help_card
from cards.notes import not_understood
from handlers import join, leave_service
from handlers.access import scope_of
from handlers.asked import answer_asked, ask_again
from handlers.context import context_of
from handlers.own_commands import answer_command
from handlers.queries import answer_query
from handlers.report import taps
from handlers.report.begin import begin_no_change
from handlers.report.desk import KIND, Desk, open_desk, typed_key
from handlers.report.draft import Question
from handlers.report.reading import correct, in_own_words, report, report_problem_text
from handlers.report.show import show
from handlers.retract import ask_retract
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue, open_dialogue
from models.join_code import looks_like_code
from rules.permissions import Action, Scope
from rules.role import Role
from thai.reading import Intent, Query, QueryKind, Reading
from thai.understand import understand


def converse(turn: Turn, text: str) -> list[Card]:
    """Answer a text message. Nothing is ever stored from a guess: readings end on a confirm card or in a question."""
    dialogue = open_dialogue(turn.session, turn.person.id)
    answer = answer_asked(turn, dialogue, text)
    if answer is not None:
        return answer
    if not turn.posts and (leaving := leave_service.answer_typed(turn, text)):
        return leaving
    if not turn.posts or looks_like_code(text):
        return join.stranger(turn, text)
    typed = _typed_button(turn, dialogue, text)
    if typed is None:
        typed = answer_command(turn, text)
    if typed is not None:
        return typed
    desk = open_desk(turn, dialogue)
    reading = understand(text, context_of(turn, desk))
    if reading.intent in (Intent.UNCLEAR, Intent.OFF_TOPIC) and (asked := ask_again(turn, dialogue)):
        return asked
    if reading.query is not None:  # a typed command or a question, whatever else it may sound like
        return answer_query(turn, reading, desk, text)
    return INTENTS[reading.intent](turn, reading, desk, text)


def may_be_continued(turn: Turn, text: str) -> bool:
    """Return whether a message may be the first line of several: a report in words, with nothing open to answer.

    Commands, questions, codes and answers to the bot's own questions are complete by themselves.
    """
    if not turn.posts or looks_like_code(text) or open_dialogue(turn.session, turn.person.id) is not None:
        return False
    reading = understand(text, context_of(turn, None))
    return reading.query is None and reading.intent in (Intent.REPORT, Intent.CORRECT, Intent.UNCLEAR)


def _typed_button(turn: Turn, dialogue: Dialogue | None, text: str) -> list[Card] | None:
    """Return what the button with these words does, or None where no such button is shown now."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text)) if dialogue else None
    if data is None or dialogue is None:
        return None
    _mark, token, verb, *arguments = data.split(":")
    handler = {KIND: taps.tap, "retract": _retract_tap}.get(dialogue.kind)
    return handler(turn, token, verb, arguments) if handler else None


def _retract_tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    from handlers.retract import tap

    return tap(turn, token, verb, arguments)


def on_confirm(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    if desk is not None and desk.draft.asking is Question.CONFIRM:
        return taps.confirm(desk, str(desk.draft.serial))
    return on_ack(turn, reading, desk, text)


def on_reject(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    if desk is None or not desk.draft.items:
        return on_ack(turn, reading, desk, text)
    if desk.draft.asking is Question.FIX:  # "no" to "what should be changed?" means none of it
        return taps.cancel(desk)
    if desk.draft.focus is None:
        desk.draft = replace(
            desk.draft, remark=_("Which one is not right? Tap its button, or type what it should be.")
        )
        return show(desk)
    return taps.fix(desk, str(desk.draft.focus))


def on_ack(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    return show(desk) if desk is not None else [say(_("Noted. Thank you."))]


def on_off_topic(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    hello = say(_("Hello. Type “{word}” whenever you want to report.").format(word=_("report")))
    return [hello, *(show(desk) if desk is not None else [])]


def on_unclear(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    if desk is not None and desk.draft.asking is Question.CAUSE:
        return report_problem_text(desk, text)
    return [not_understood(), *(show(desk) if desk is not None else [])]


def on_help(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    return [help_card(turn.roles[0] if turn.roles else Role.OFFICER)]


def on_retract(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    if desk is not None:
        return taps.cancel(desk)
    no = reading.reports[0].activity_no if reading.reports else None
    return ask_retract(turn, no)


def on_report(turn: Turn, reading: Reading, desk: Desk | None, text: str) -> list[Card]:
    named = [each.activity_no for each in reading.reports if each.activity_no is not None]
    if named and scope_of(turn, Action.REPORT) is Scope.NONE:  # who does not report, asks
        return answer_query(turn, Reading(Intent.QUERY, query=Query(QueryKind.STATUS, named[0])), desk, text)
    if desk is None and reading.reports and all(each.is_no_change for each in reading.reports):
        # Without a number it is meant of everything that is still owed; the card lists it all before it is stored.
        numbers = tuple(each.activity_no for each in reading.reports if each.activity_no is not None)
        return begin_no_change(turn, numbers or None)
    if desk is not None and desk.draft.asking is Question.CAUSE:
        reading = in_own_words(reading, text)
    return report(turn, reading, desk)


INTENTS: dict[Intent, Callable[[Turn, Reading, Desk | None, str], list[Card]]] = {
    Intent.REPORT: on_report,
    Intent.CORRECT: correct,
    Intent.RETRACT: on_retract,
    Intent.CONFIRM: on_confirm,
    Intent.REJECT: on_reject,
    Intent.ACK: on_ack,
    Intent.QUERY: answer_query,
    Intent.HELP: on_help,
    Intent.OFF_TOPIC: on_off_topic,
    Intent.UNCLEAR: on_unclear,
}
