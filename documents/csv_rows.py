"""Reads a plan from text: UTF-8 or Windows Thai, whichever sign stands between the cells."""

import csv
import io
from pathlib import Path

from documents.grid import GridRow, Sheet
from documents.refusals import PlanFileRefused, Refusal
from documents.workbook_process import CELLS, ROWS

SEPARATORS = ",;\t|"
LOOKED_AT = 30


def read_csv(path: Path, content: bytes) -> tuple[Sheet, bool]:
    """Return the one sheet, and whether it was written in Windows Thai (cp874); raises PlanFileRefused.

    UTF-8 is tried first: Thai in cp874 is never valid UTF-8, while guessing libraries take it for Japanese.
    """
    text, is_cp874 = _decode(path, content)
    rows, cells = [], 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
        for number, record in enumerate(reader, start=1):
            if any(cell.strip() for cell in record):
                cells += len(record)
                rows.append(GridRow(number, tuple(record)))
                if len(rows) > ROWS or cells > CELLS:
                    raise PlanFileRefused(Refusal.TOO_MANY_ROWS, path, ROWS)
    except csv.Error:
        raise PlanFileRefused(Refusal.DAMAGED, path) from None
    return Sheet(path.name, tuple(rows)), is_cp874


def _decode(path: Path, content: bytes) -> tuple[str, bool]:
    is_unicode_text = content.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's other way to save text
    encodings = ["utf-16"] if is_unicode_text else ["utf-8-sig", "cp874"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text, encoding == "cp874"
    raise PlanFileRefused(Refusal.ENCODING, path)


def _separator(text: str) -> str:
    """Return the sign that splits the first rows into the most cells, counted row by row."""
    head = "\n".join(text.splitlines()[:LOOKED_AT])

    def columns(separator: str) -> int:
        try:
            return sum(len(record) - 1 for record in csv.reader(io.StringIO(head), delimiter=separator))
        except csv.Error:
            return 0

    return max(SEPARATORS, key=columns)
