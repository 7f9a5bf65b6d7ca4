"""Understands one message: what the person wants, what they report, what must be asked. Handlers call it.

Pure: no database and no clock; who writes, when, and last month's figures come in the Context.
"""

from dataclasses import replace

from thai import answers, reports, taking_back, wishes
from thai.commands import read_command
from thai.intents import hear
from thai.lexer import tokenise
from thai.message import Message
from thai.names import index_of
from thai.normalise import Text, normalise
from thai.phrases import phrases
from thai.reading import Clarify, Context, Intent, Named, Reading
from thai.settle import says_something
from thai.told_beside import told_beside_question
from thai.vocabulary import report_words

_FIGURE_DOUBTS = {
    Clarify.PROGRESS_OR_DISBURSED, Clarify.EXACT_AMOUNT, Clarify.AMOUNT_UNIT, Clarify.AMOUNT_FORMAT,
    Clarify.PROGRESS_MISSING,
}  # fmt: skip
LONGEST = 5_000  # LINE carries no more


def understand(text: str, context: Context) -> Reading:
    """Return what `text` means in `context`; any text is answered, at worst as unclear."""
    message = _read(text, context)
    if message is None:
        return Reading(Intent.UNCLEAR)
    steps = (
        wishes.commanded,
        answers.to_card,
        wishes.forbidden,
        _told_beside_question,
        wishes.asked,
        taking_back.retracted,
        reports.reported,
        wishes.other,
        wishes.wondered,
        reports.merely_named,
    )
    for step in steps:
        if (reading := step(message)) is not None:
            return reading
    return Reading(Intent.UNCLEAR)


def _read(text: str, context: Context) -> Message | None:
    """Return the message cut into its pieces, None where nothing is said or far too much."""
    return _message(normalise(text[:LONGEST]), context)


def _message(spelled: Text, context: Context) -> Message | None:
    mentions = index_of(_plan(context)).mentions(spelled.clean)
    words = tokenise(spelled.clean, report_words(), mentions)
    if not words:
        return None
    tokens = phrases(words)
    heard = hear(spelled.clean, tokens)
    return Message(spelled, tokens, tuple(mentions), heard, read_command(spelled.clean), _with_reach(context))


def _plan(context: Context) -> tuple[Named, ...]:
    """Return all activities in one order, whoever writes: so one index serves a whole province."""
    return tuple(sorted((*context.assigned, *context.others), key=lambda each: each.no))


def _told_beside_question(message: Message) -> Reading | None:
    """Return the report beside which something is asked; the question alone where nothing sure is told."""
    told = told_beside_question(message) if message.context.assigned else None
    alone = _message(told, message.context) if told is not None else None
    reading = reports.reported(alone) if alone is not None else None
    if reading is None or Clarify.NOT_YOUR_ACTIVITY in reading.clarify:
        return None
    is_told = (
        any(says_something(report) for report in reading.reports) or set(reading.clarify) & _FIGURE_DOUBTS
    )
    return reading if is_told else None


def _with_reach(context: Context) -> Context:
    """An office administrator may report on every activity of the plan."""
    if context.role.value == "admin" and not context.assigned:
        return replace(context, assigned=context.others, others=())
    return context
