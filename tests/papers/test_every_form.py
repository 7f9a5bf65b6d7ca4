"""What holds for every official form: it is drawn as it is written, says the same everywhere, and stays the same."""

import io
import re
import subprocess
import sys
from datetime import date

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from documents.papers.forms import FORMS
from documents.papers.inputs import from_json, in_json
from documents.papers.made import full_context, shipped_template, written
from documents.papers.template_check import check_template
from tests.papers.read_back import bare, through_libreoffice, without_results, words_of_docx, words_of_pdf

# The number of a page is its own on each page.
PAGE_NUMBER = re.compile(r"หน้า ?[1๑]?$")
CODE, DAY = "BCDF-GHJK", date(2021, 4, 30)
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def made(form, kind: str) -> bytes:
    return written(form, form.sample(), shipped_template(form), CODE, DAY, kind)


def test_the_templates_are_drawn_as_they_are_written():
    check = subprocess.run(
        [sys.executable, "-m", "scripts.draw_templates", "--check"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert check.returncode == 0, check.stdout + check.stderr


@every_form
def test_the_shipped_template_asks_only_for_what_the_form_knows(form):
    check_template(shipped_template(form), full_context(form, form.sample(), CODE, DAY))


@every_form
def test_what_is_kept_of_a_paper_is_what_was_gathered(form):
    assert from_json(in_json(form.sample().context)) == form.sample().context


@every_form
def test_the_same_data_give_the_same_bytes(form):
    for kind in form.kinds():
        assert made(form, kind) == made(form, kind), kind


@every_form
def test_a_pdf_says_every_word_of_its_word_document(form):
    said, pdf = words_of_docx(made(form, "docx")), bare(words_of_pdf(made(form, "pdf")))
    for paragraph in said.splitlines():
        if not PAGE_NUMBER.search(paragraph):
            assert bare(paragraph) in pdf, paragraph
    assert CODE in pdf


@every_form
def test_a_pdf_is_an_archivable_one_with_its_fonts_in_it(form):
    content = made(form, "pdf")
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfaid:part" in content
    fonts = subprocess.run(["pdffonts", "-"], input=content, capture_output=True, text=False, check=True)
    rows = fonts.stdout.decode().splitlines()[2:]
    assert any("SarabunPapers" in row for row in rows)
    assert all(row.split()[-5] == "yes" for row in rows), "every font is embedded"


@every_form
def test_a_word_document_has_the_official_letters_and_margins(form):
    document = Document(io.BytesIO(made(form, "docx")))
    normal, section = document.styles["Normal"], document.sections[0]
    assert normal.font.name == "TH SarabunPSK"
    assert 'w:cs="TH SarabunPSK"' in normal.element.xml and '<w:szCs w:val="32"/>' in normal.element.xml
    assert (round(section.left_margin.cm), round(section.right_margin.cm)) == (3, 2)


@pytest.fixture(scope="module")
def seen_by_libreoffice(tmp_path_factory) -> dict[str, bytes]:
    """What LibreOffice makes of every form: each Word document saved anew, each workbook reckoned anew."""
    folder = tmp_path_factory.mktemp("libreoffice")
    docx = {f"{form.name}.docx": made(form, "docx") for form in FORMS}
    xlsx = {f"{form.name}.xlsx": without_results(made(form, "xlsx")) for form in FORMS if form.sheets}
    return {
        **through_libreoffice(docx, "docx", folder / "docx"),
        **through_libreoffice(xlsx, "ods", folder / "xlsx"),
    }


@every_form
def test_libreoffice_opens_a_word_document_and_finds_every_word(form, seen_by_libreoffice):
    again = bare(words_of_docx(seen_by_libreoffice[f"{form.name}.docx"]))
    for paragraph in words_of_docx(made(form, "docx")).splitlines():
        if not PAGE_NUMBER.search(paragraph):
            assert bare(paragraph) in again


@every_form
def test_live_formulas_reckon_what_is_printed(form, seen_by_libreoffice):
    if form.sheets is None:
        return
    printed, reckoned = _numbers(made(form, "xlsx")), _numbers(seen_by_libreoffice[f"{form.name}.ods"])
    assert len(printed) > 10
    assert reckoned == pytest.approx(printed)


def _numbers(content: bytes) -> list[float]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    return [float(cell) for row in rows for cell in row if isinstance(cell, int | float)]
