"""Figures and words stand in their columns whole: neither an amount nor a Thai word is taken apart for want of room."""

import io
import re
from datetime import date
from functools import cache

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import ImageFont

from documents.papers.as_pdf import FONTS
from documents.papers.forms import FORMS
from documents.papers.made import shipped_template, written
from documents.papers.typst_words import SARABUN_PER_PSK
from thai.line_words import line_words

AROUND = 8.0  # points left and right within a cell, together
AMOUNT = re.compile(r"[0-9๐-๙]{1,3}(,[0-9๐-๙]{3})+(\.[0-9๐-๙]{2})?")
# The most that a province prints: below a thousand million baht.
NINE_DIGITS, NINE_THAI_DIGITS = "888,888,888", "๘๘๘,๘๘๘,๘๘๘"


@cache
def letters(is_bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"Sarabun-{'Bold' if is_bold else 'Regular'}.ttf"), 1000)


def width(words: str, size: float, is_bold: bool) -> float:
    """Return how wide words are in points of the official letters, which are drawn small."""
    return letters(is_bold).getlength(words) * size * SARABUN_PER_PSK / 1000


def most(amount: str) -> str:
    """Return the longest amount that may stand where this one does."""
    whole, _point, satang = amount.partition(".")
    nine = NINE_THAI_DIGITS if re.search("[๐-๙]", whole) else NINE_DIGITS
    return f"{nine}.{satang}" if satang else nine


def too_wide(form) -> list[str]:
    document = Document(
        io.BytesIO(
            written(form, form.sample(), shipped_template(form), "BCDF-GHJK", date(2021, 4, 30), "docx")
        )
    )
    usual = document.styles["Normal"].font.size.pt
    cells = {cell._tc: cell for table in document.tables for row in table.rows for cell in row.cells}
    found = []
    for cell in cells.values():
        for paragraph in cell.paragraphs:
            is_figure = paragraph.alignment == WD_ALIGN_PARAGRAPH.RIGHT and AMOUNT.fullmatch(paragraph.text)
            for run in paragraph.runs:
                size = run.font.size.pt if run.font.size else usual
                pieces = (
                    [most(run.text)]
                    if is_figure
                    else [word for piece in line_words(run.text) for word in piece.split()]
                )
                found += [
                    piece for piece in pieces if width(piece, size, bool(run.bold)) > cell.width.pt - AROUND
                ]
    return found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_word_and_the_longest_amounts_have_room_in_their_cells(form):
    assert too_wide(form) == []
