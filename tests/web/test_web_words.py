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
    with (ROOT / "locales/th/web.po").open("rb") as file:
        return read_po(file, locale="th")


def test_every_word_is_translated(thai):
    missing = sorted(
        {f"{name}: {words}" for name, words in shown() if not (thai.get(words) and thai.get(words).string)}
    )
    assert missing == []


def test_placeholders_survive_translation(thai):
    def places(words):
        return sorted(re.findall(r"{\w+}", words))

    assert [one.id for one in thai if one.id and places(one.id) != places(str(one.string))] == []
