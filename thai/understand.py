"""Understands one message: what the person wants, what they report, what must be asked. Handlers call it.

Pure: no database and no clock; who writes, when, and last month's figures come in the Context.
"""

from dataclasses import replace

from thai import answers, reports, wishes
from thai.commands import read_command
from thai.intents import hear
from thai.lexer import tokenise
from thai.message import Message
from thai.names import index_of
from thai.normalise import normalise
from thai.phrases import phrases
from thai.reading import Context, Intent, Reading
from thai.vocabulary import report_words

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
        wishes.asked,
        wishes.retracted,
        reports.reported,
        wishes.other,
        wishes.wondered,
    )
    for step in steps:
        if (reading := step(message)) is not None:
            return reading
    return Reading(Intent.UNCLEAR)


def _read(text: str, context: Context) -> Message | None:
    """Return the message cut into its pieces, None where nothing is said or far too much."""
    spelled = normalise(text[:LONGEST])
    mentions = index_of((*context.assigned, *context.others)).mentions(spelled.clean)
    words = tokenise(spelled.clean, report_words(), mentions)
    if not words:
        return None
    tokens = phrases(words)
    heard = hear(spelled.clean, tokens)
    return Message(spelled, tokens, tuple(mentions), heard, read_command(spelled.clean), _with_reach(context))


def _with_reach(context: Context) -> Context:
    """An office administrator may report on every activity of the plan."""
    if context.role.value == "admin" and not context.assigned:
        return replace(context, assigned=context.others, others=())
    return context
