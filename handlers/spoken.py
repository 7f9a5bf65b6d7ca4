"""Whether what somebody typed is one of our own words, in whichever language it is typed."""

from collections.abc import Callable

from handlers.report.desk import typed_key
from i18n import LANGUAGES, speaking


def means(text: str, *words: Callable[[], str]) -> bool:
    """Return whether `text` is just one of `words`, each given as `lambda: _("…")`."""
    typed = typed_key(text)
    for language in LANGUAGES:
        with speaking(language):
            if typed in {typed_key(word()) for word in words}:
                return True
    return False
