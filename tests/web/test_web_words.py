"""Every word the web pages show has its Thai."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
CALL = re.compile(r"""\b_\(\s*(["'])((?:\\.|(?!\1).)*)\1\s*\)""")


def shown():
    for path in sorted((ROOT / "web").rglob("*")):
        if path.suffix in (".py", ".html"):
            yield from ((path.name, found[2]) for found in CALL.finditer(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def thai():
    """Every room's catalogue: they are read together."""
    merged = {}
    for path in (ROOT / "locales/th").glob("*.po"):
        with path.open("rb") as file:
            merged |= {one.id: one.string for one in read_po(file, locale="th") if one.id}
    return merged


def test_every_word_is_translated(thai):
    assert sorted({f"{name}: {words}" for name, words in shown() if not thai.get(words)}) == []


def test_placeholders_survive_translation(thai):
    def places(words):
        return sorted(re.findall(r"{\w+}", words))

    wrong = [words for _name, words in shown() if places(words) != places(thai.get(words, words))]
    assert wrong == []
