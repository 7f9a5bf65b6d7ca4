"""The lexicons the reader uses, built once when first needed."""

from functools import cache

from thai.lexicon import Lexicon
from thai.words import causes, intent, money, noise, reference, status, time


@cache
def report_words() -> Lexicon:
    """Return the words a report is made of."""
    return Lexicon(
        money.WORDS,
        status.WORDS,
        causes.WORDS,
        reference.WORDS,
        noise.WORDS,
        time.WORDS,
    )


@cache
def intent_words() -> Lexicon:
    """Return the words that tell what a person wants."""
    return Lexicon(intent.WORDS)
