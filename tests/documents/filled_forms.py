"""Fills in forms as Excel would: the workbook stays as it was handed out, only some cells get a value."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import python_calamine

SHEET = "xl/worksheets/sheet1.xml"


def fill(workbook: bytes, cells: Mapping[str, Any]) -> bytes:
    """Return the workbook with these cells (by name, such as H7) written: numbers as numbers, text as text."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.namelist():
            content = source.read(entry)
            target.writestr(entry, _filled(content.decode(), cells) if entry == SHEET else content)
    return result.getvalue()


def shown(workbook: bytes) -> list[list[Any]]:
    """Return the rows of the sheet, every one of them; whole numbers as Excel shows them."""
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0)
    return [
        [int(cell) if isinstance(cell, float) and cell == int(cell) else cell for cell in row]
        for row in sheet.to_python()
    ]


def parts(workbook: bytes) -> str:
    """Return the sheet as it is stored."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(SHEET).decode()


def _filled(sheet: str, cells: Mapping[str, Any]) -> str:
    for name, value in cells.items():
        found = re.search(rf'<c r="{name}"( s="\d+")?[^>]*?(/>|>.*?</c>)', sheet)
        assert found, f"the form has no cell {name}"
        sheet = sheet[: found.start()] + _cell(name, found[1] or "", value) + sheet[found.end() :]
    return sheet


def _cell(name: str, style: str, value: Any) -> str:
    if isinstance(value, str):
        return f'<c r="{name}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{name}"{style}><v>{value}</v></c>'
