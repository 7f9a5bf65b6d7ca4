"""Text in the reader's language: English message ids, Thai first.

Every room that shows words keeps its own catalogue in locales/th/<room>.po; they are read once and merged,
so there is no compile step to forget.
"""

import functools
import gettext as gettext_module
import io
import pathlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("th", "en")
LOCALES = pathlib.Path(__file__).parent / "locales"
_language: ContextVar[str] = ContextVar("language", default="th")


def language() -> str:
    """Return the language now spoken: th or en."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the block; an unknown one becomes Thai."""
    token = _language.set(language if language in LANGUAGES else "th")
    try:
        yield
    finally:
        _language.reset(token)


def _(message: str) -> str:
    """Return `message` (English) in the language now spoken."""
    return _said(_language.get(), message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form for `count` in the language now spoken; Thai has one form."""
    return _catalogue(language()).ngettext(singular, plural, count)


def load_catalogues() -> None:
    """Read all catalogues now, which takes a moment, and not when the first person asks."""
    for each in LANGUAGES:
        _catalogue(each)


@functools.cache
def _said(language: str, message: str) -> str:
    """Return a text; a card asks for fifty, a duty for millions, and there are no more than stand in the code."""
    return _catalogue(language).gettext(message)


@functools.cache
def _catalogue(language: str) -> gettext_module.NullTranslations:
    """Return all of a language as one catalogue: asking one after another costs ten times as much for each text."""
    from babel.messages import Catalog, mofile, pofile

    merged = Catalog(locale=language)
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as source:
            for message in pofile.read_po(source, locale=language):
                if message.id:
                    merged[message.id] = message
    compiled = io.BytesIO()
    mofile.write_mo(compiled, merged)
    compiled.seek(0)
    return gettext_module.GNUTranslations(compiled)
