"""Builds the workbooks of the tests: rows of cells in, a file out."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.messy_files import write_open_document

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
    write_open_document(path, rows)
    return path
