"""The lexicons the reader uses, built once when first needed."""

from functools import cache

from thai import (
    words_causes,
    words_intent,
    words_money,
    words_noise,
    words_reference,
    words_status,
    words_time,
)
from thai.lexicon import Lexicon


@cache
def report_words() -> Lexicon:
    """Return the words a report is made of."""
    return Lexicon(
        words_money.WORDS,
        words_status.WORDS,
        words_causes.WORDS,
        words_reference.WORDS,
        words_noise.WORDS,
        words_time.WORDS,
    )


@cache
def intent_words() -> Lexicon:
    """Return the words that tell what a person wants."""
    return Lexicon(words_intent.WORDS)
