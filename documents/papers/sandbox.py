"""The environment in which templates run: a sandbox with a handful of filters, and Thai digits where one asks for them."""

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents.papers.filters import FILTERS, PLAIN_FILTERS, AsWritten
from thai import writing

MOST_LETTERS = 30_000_000


class _Bounded(Template):
    """A template whose output has an end, whatever its loops say."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        pieces, letters = [], 0
        for piece in self.generate(*args, **kwargs):
            pieces.append(piece)
            letters += len(piece)
            if letters > MOST_LETTERS:
                raise SecurityError("the document grows too large")
        return "".join(pieces)


def sandbox(thai_digits: bool) -> ImmutableSandboxedEnvironment:
    """Return the environment; with `thai_digits` everything that is filled in has them, unless marked |arabic."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_in_thai if thai_digits else _plain
    )
    environment.template_class = _Bounded
    kept: dict[str, Callable[..., Any]] = {name: environment.filters[name] for name in PLAIN_FILTERS}
    environment.filters = {**kept, **FILTERS}
    environment.globals = {}
    return environment


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _in_thai(value: Any) -> Any:
    # Pictures and other markup bring their own __html__.
    if value is None or isinstance(value, AsWritten) or hasattr(value, "__html__"):
        return _plain(value)
    return writing.thai_digits(str(value))
