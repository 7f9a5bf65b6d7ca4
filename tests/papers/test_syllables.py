"""Every Thai syllable that can be written is found in a PDF as it was put in: once, whole, and without a gap."""

import json
import subprocess

import pytest
import typst

from documents.papers.as_pdf import FONTS

CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
VOWELS, TONES = ("", "ั", "ิ", "ี", "ึ", "ื", "็", "ุ", "ู"), ("", "่", "้", "๊", "๋", "์")


def syllables() -> list[str]:
    closed = [c + v + t + "น" for c in CONSONANTS for v in VOWELS for t in TONES if v != "็" or not t]
    return closed + [c + t + "ำน" for c in CONSONANTS for t in TONES[:5]]


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_syllable_is_found_whole(weight):
    words = syllables()
    lines = [" ".join(words[at : at + 20]) for at in range(0, len(words), 20)]
    source = f'#set text(font: "Sarabun Papers", weight: "{weight}", lang: "th")\n' + "\n".join(
        f"#block({json.dumps(line, ensure_ascii=False)})" for line in lines
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    pdf = typst.Compiler(input={"main.typ": source.encode()}, font_paths=fonts).compile(format="pdf")
    found = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    assert found.stdout.decode().split() == words
