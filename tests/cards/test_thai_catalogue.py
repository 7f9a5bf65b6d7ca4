"""Every word on a card has its Thai, with the same placeholders."""

import ast
import pathlib
import re

from i18n import _, ngettext, speaking

CARDS = pathlib.Path(__file__).parents[2] / "cards"
LATIN = re.compile(r"[A-Za-z]{4,}")
# Lines that are English on purpose, or hold names that stay as they are.
ENGLISH_IN_THAI = {"For English, type: language", "PDPA notice"}


def _messages() -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for path in CARDS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ):
                found.add(tuple(each.value for each in node.args[:2] if isinstance(each, ast.Constant)))
    return {each for each in found if each}


def _thai(message: tuple[str, ...]) -> str:
    with speaking("th"):
        return _(*message) if len(message) == 1 else ngettext(*message, 2)


def test_every_word_has_its_thai() -> None:
    english = [each for each in _messages() if each[0] not in ENGLISH_IN_THAI and _thai(each) in each]
    assert english == []


def test_no_english_words_are_left_in_the_thai() -> None:
    left = {
        message: words
        for message in _messages()
        if message[0] not in ENGLISH_IN_THAI
        and (words := set(LATIN.findall(re.sub(r"{\w+}", "", _thai(message)))) - {"LINE"})
    }
    assert left == {}


def test_placeholders_are_the_same_in_both_languages() -> None:
    different = [
        each
        for each in _messages()
        if set(re.findall(r"{(\w+)}", _thai(each))) != set(re.findall(r"{(\w+)}", each[-1]))
    ]
    assert different == []
