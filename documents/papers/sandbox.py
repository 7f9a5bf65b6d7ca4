"""The environment in which templates run: a sandbox with a handful of filters, and Thai digits where one asks for them."""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents.papers.filters import FILTERS, PLAIN_FILTERS, AsWritten
from thai import writing

MOST_LETTERS = 30_000_000
OF_DOCUMENT = ("picture", "chart")  # filters that each document brings for itself
MOST_KEPT = 64  # parts of templates that a process keeps compiled: a form has three, body, header and footer


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


class _Sandbox(ImmutableSandboxedEnvironment):
    """Compiles each template once: letters to twenty agencies are one template, filled in twenty times."""

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        if not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        code = _compiled(source, self.finalize is _in_thai)
        return (template_class or self.template_class).from_code(self, code, self.make_globals(globals))


@lru_cache(maxsize=MOST_KEPT)
def _compiled(source: str, thai_digits: bool) -> CodeType:
    # What depends on nothing is worked out here already, unless it cannot be: never a picture of one document.
    environment = sandbox(thai_digits)
    environment.filters = environment.filters | dict.fromkeys(OF_DOCUMENT, _not_yet)
    return environment.compile(source)


def _not_yet(*_args: object) -> None:
    raise LookupError("there is no document yet")


def sandbox(thai_digits: bool) -> ImmutableSandboxedEnvironment:
    """Return the environment; with `thai_digits` everything that is filled in has them, unless marked |arabic."""
    environment = _Sandbox(
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
