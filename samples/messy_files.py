"""Messes of files: Excel 97, comma text in Windows Thai, OpenDocument, a web page called a workbook."""

import csv
import io
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from samples.messy_rows import HEADINGS, messy_book, plan, rows_of, write_rows

OLD = Path(__file__).with_name("messy-old.xls")


def old_excel(path: Path) -> None:
    """Excel 97, as kept beside this file: page headings in the middle and signatures below."""
    path.write_bytes(OLD.read_bytes())


def make_old_excel() -> None:
    """Have LibreOffice write the Excel 97 workbook that old_excel hands out."""
    rows: list[list[Any]] = [["แผนปี 2564"], list(HEADINGS)]
    rows += [*rows_of(plan()[:12]), ["แผนปี 2564"], list(HEADINGS), *rows_of(plan()[12:])]
    rows += [
        [None, "รวมทั้งสิ้น 23 กิจกรรม", None, None, 181_750_000],
        [],
        [None, "ลงชื่อ ..................... ผู้จัดทำ"],
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{OLD.stem}.xlsx"
        with messy_book(source) as book:
            write_rows(book.add_worksheet("แผน"), rows)
        command = ["soffice", "--headless", "--convert-to", "xls", "--outdir", str(OLD.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603


def windows_thai(path: Path) -> None:
    """Comma text in Windows Thai (cp874) with semicolons, as an old Excel saves it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows([*row[:4], f"{row[4]:,.2f}", row[5]] for row in rows_of(plan()))
    path.write_bytes(text.getvalue().encode("cp874", "replace"))


def open_document(path: Path) -> None:
    """OpenDocument, with a total that leaves one activity out."""
    total = [None, "รวมทั้งสิ้น", None, None, 181_750_000 - 1_845_000, None]
    write_open_document(path, [list(HEADINGS), *rows_of(plan()), total])


def write_open_document(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """Write a small .ods with one sheet by hand."""
    cells = "".join(
        "<table:table-row>" + "".join(_cell(cell) for cell in row) + "</table:table-row>" for row in rows
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


def _cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    kind = "float" if isinstance(cell, int | float) else "string"
    value = f' office:value="{cell}"' if kind == "float" else ""
    return f'<table:table-cell office:value-type="{kind}"{value}><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def no_headings(path: Path) -> None:
    """A page saved from a browser and called a workbook."""
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows_of(plan()))
    path.write_text(f"<html><body><table>{table}</table></body></html>", encoding="utf-8")
