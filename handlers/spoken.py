"""Whether what somebody typed is one of our own words, in whichever language it is typed."""

from collections.abc import Callable
from functools import lru_cache

from handlers.report.desk import key_of_ours, typed_key
from i18n import LANGUAGES, speaking


def means(text: str, *words: Callable[[], str]) -> bool:
    """Return whether `text` is just one of `words`, each given as `lambda: _("…")`."""
    key = typed(text)
    return any(key in in_each_language(word) for word in words)


def in_each_language(word: Callable[[], str]) -> list[str]:
    """Return what may be typed for one of our own words, as `typed` returns it."""
    found = []
    for language in LANGUAGES:
        with speaking(language):
            found.append(key_of_ours(word()))
    return found


# One message is held against a hundred words, each of which reads the same every time.
typed = lru_cache(maxsize=16)(typed_key)
