"""Builds the workbooks of the tests: rows of cells in, a file out."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

HEADINGS = ("ที่", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบ")
ROADS = "แขวงทางหลวงชนบทเพชรบุรี"
WORKS = "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี"
TOURISM = "โครงการพัฒนาด้านการท่องเที่ยวและบริการ"
Rows = Sequence[Sequence[Any]]


@dataclass
class Page:
    """A sheet to be drawn: merges are (first row, first column, last row, last column), from 0."""

    rows: Rows
    name: str = "แผน"
    merges: Sequence[tuple[int, int, int, int]] = field(default=())
    is_hidden: bool = False


def workbook(path: Path, *pages: Page | Rows) -> Path:
    """Write an .xlsx with one sheet for each page."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(path, options) as book:
        for page in pages:
            _draw(book, page if isinstance(page, Page) else Page(page))
    return path


def _draw(book: xlsxwriter.Workbook, page: Page) -> None:
    sheet = book.add_worksheet(page.name)
    if page.is_hidden:
        sheet.hide()
    plain = book.add_format()
    for first_row, first_column, last_row, last_column in page.merges:
        sheet.merge_range(first_row, first_column, last_row, last_column, "", plain)
    for at, row in enumerate(page.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, column, cell)


def plan(*activities: Sequence[Any], headings: Sequence[str] = HEADINGS) -> Rows:
    """Return a table with the usual headings."""
    return [headings, *activities]


def comma_text(rows: Rows, separator: str = ",") -> str:
    """Return rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def open_document(path: Path, rows: Rows) -> Path:
    """Write a small .ods by hand."""
    cells = "".join(
        "<table:table-row>" + "".join(_ods_cell(cell) for cell in row) + "</table:table-row>" for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="แผน">{cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}:manifest:1.0"/>')
    return path


def _ods_cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
