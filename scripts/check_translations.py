"""Checks that everything the bot can say is said in Thai: complete, with the same placeholders, and nothing left over.

`make lint` runs it; one line for each fault, status 1 where there is any.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parent.parent
ROOMS = (
    "bot.py",
    "handlers",
    "jobs",
    "models",
    "rules",
    "thai",
    "cards",
    "documents",
    "web",
    "commands",
    "engine",
    "samples",
)
PLACEHOLDER = re.compile(r"{(\w*)[^}]*}")


@dataclass(frozen=True)
class Said:
    """A message id that the code asks for, with its plural where there is one; `where` is file:line."""

    msgid: str
    plural: str | None
    where: str


@dataclass(frozen=True)
class Written:
    """An entry of a catalogue; `texts` are its Thai forms."""

    msgid: str
    plural: str | None
    texts: tuple[str, ...]
    where: str
    is_fuzzy: bool = False


def said_in_python(source: str, name: str) -> Iterator[Said]:
    """Yield what `source` says through _() and ngettext(). What is put together at run time cannot be checked."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: call.lineno):
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext")
        ):
            continue
        words = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
        if words and isinstance(words[0], str):
            plural = str(words[1]) if node.func.id == "ngettext" and len(words) == 2 else None
            yield Said(words[0], plural, f"{name}:{node.lineno}")


def said_in_template(path: Path, name: str) -> Iterator[Said]:
    """Yield what a page says."""
    with path.open("rb") as source:
        for line, _function, words, _comments in babel_extract(source, ["_", "ngettext"], [], {}):
            first, plural = words[:2] if isinstance(words, tuple) else (words, None)
            yield Said(str(first), plural, f"{name}:{line}")


def everything_said() -> list[Said]:
    found: list[Said] = []
    for room in ROOMS:
        place = ROOT / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found += said_in_python(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
        for path in sorted(place.rglob("templates/**/*.html")):
            found += said_in_template(path, str(path.relative_to(ROOT)))
    return found


def read_catalogue(path: Path) -> Iterator[Written]:
    """Yield the entries of a .po file, also those that are marked fuzzy or obsolete."""
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.parent.name)
    for message in catalogue:
        if message.id:
            yield _written(message, path.name)
    for obsolete in catalogue.obsolete.values():
        yield Written(_ids(obsolete)[0], None, (), f"{path.name} (obsolete)")


def _ids(message: Message) -> tuple[str, str | None]:
    """Return msgid and msgid_plural; Babel gives a pair only where there are both."""
    return (message.id[0], message.id[1]) if isinstance(message.id, tuple | list) else (message.id, None)


def _written(message: Message, name: str) -> Written:
    msgid, plural = _ids(message)
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return Written(
        msgid, plural, tuple(text or "" for text in texts), f"{name}:{message.lineno}", message.fuzzy
    )


def faults(said: Iterable[Said], written: Iterable[Written]) -> list[str]:
    """Return what is wrong between what the code says and what the catalogues hold, a line each."""
    asked: dict[str, Said] = {}
    for one in said:
        asked.setdefault(one.msgid, one)
    known: dict[str, Written] = {}
    found: list[str] = []
    for entry in written:
        found += _entry_faults(entry, asked.get(entry.msgid), known.get(entry.msgid))
        known.setdefault(entry.msgid, entry)
    found += [f"{one.where}: {one.msgid!r} has no Thai" for msgid, one in asked.items() if msgid not in known]
    return sorted(found)


def _entry_faults(entry: Written, asked: Said | None, before: Written | None) -> Iterator[str]:
    if asked is None:
        yield f"{entry.where}: {entry.msgid!r} is said nowhere"
        return
    if entry.is_fuzzy:
        yield f"{entry.where}: {entry.msgid!r} is marked fuzzy"
    if not all(text.strip() for text in entry.texts):
        yield f"{entry.where}: {entry.msgid!r} is empty"
    if before is not None and before.texts != entry.texts:
        yield f"{entry.where}: {entry.msgid!r} is translated otherwise in {before.where}"
    if asked.plural is not None and entry.plural != asked.plural:
        yield f"{entry.where}: {entry.msgid!r} needs msgid_plural {asked.plural!r} as in {asked.where}"
    allowed = _placeholders(entry.msgid) | _placeholders(asked.plural or "")
    needed = _placeholders(asked.plural or entry.msgid)
    for text in entry.texts:
        if text and not needed <= _placeholders(text) <= allowed:
            yield f"{entry.where}: {entry.msgid!r} has other placeholders in Thai"


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def house_faults() -> list[str]:
    """Return the faults of this project's own catalogues."""
    catalogues = sorted((ROOT / "locales" / "th").glob("*.po"))
    return faults(everything_said(), [entry for path in catalogues for entry in read_catalogue(path)])


if __name__ == "__main__":
    found = house_faults()
    print("\n".join(found) or "Everything is said in Thai.")
    sys.exit(bool(found))
