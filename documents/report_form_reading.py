"""Takes a form back: finds its code and its table, and reads it row by row."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from documents.cells import read_number
from documents.grid import Cell, GridRow, Sheet, text_of
from documents.plan_sheets import open_sheets
from documents.plan_words import key
from documents.refusals import PlanFileRefused, Refusal
from documents.report_form import INPUTS, Column, headings
from documents.report_form_cells import (
    UNSAID,
    CellFault,
    Fault,
    State,
    read_disbursed,
    read_percent,
    read_problem,
    read_status,
)
from documents.report_form_code import MARK, FormCode, code_in
from i18n import LANGUAGES, speaking

NEEDED = {Column.NO, Column.NAME, Column.STATUS, Column.DISBURSED, Column.PROGRESS}
# A province plans some hundreds of activities; one person answers for a part of them.
MOST_ROWS = 1_000
Found = TypeVar("Found")


@dataclass(frozen=True)
class Unread:
    """One cell that cannot be taken; `shown` is what stands in it."""

    column: Column
    fault: Fault
    shown: str


@dataclass(frozen=True)
class FilledRow:
    """A row with something in it; `row` counts as Excel shows it. None means that a cell was left blank."""

    row: int
    no: int | None
    name: str
    state: State = UNSAID
    disbursed_satang: int | None = None
    progress_percent: Decimal | None = None
    problem: str | None = None
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True)
class FormReading:
    """What came back. `code` is None where it is missing or was changed; `blank_rows` counts rows left empty."""

    code: FormCode | None
    rows: tuple[FilledRow, ...] = ()
    blank_rows: int = 0


def read_form(content: bytes, file_name: str, secret_key: str) -> FormReading | None:
    """Return what a file says, None where it is a workbook but no form of ours.

    Raises PlanFileRefused where it cannot be read safely; a hostile file ends another process, not this one.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"form{Path(file_name).suffix.lower()}"
        path.write_bytes(content)
        sheets = [sheet for sheet in open_sheets(path).sheets if not sheet.is_hidden]
    codes = {code_in(text, secret_key) for sheet in sheets for text in _marked(sheet)}
    table = next((found for sheet in sheets if (found := _table(sheet))), None)
    if table is None:
        return FormReading(None) if codes else None
    rows, columns = table
    filled = [row for row in rows if _is_filled(row, columns)]
    if len(filled) > MOST_ROWS:
        raise PlanFileRefused(Refusal.TOO_MANY_ROWS, Path(file_name), MOST_ROWS)
    numbered = sum(1 for row in rows if read_number(row.cell(columns[Column.NO])))
    code = codes.pop() if len(codes) == 1 else None
    return FormReading(code, tuple(_read(row, columns) for row in filled), max(0, numbered - len(filled)))


def _marked(sheet: Sheet) -> list[str]:
    return [text for row in sheet.rows for _column, text in row.filled() if MARK in text]


def _table(sheet: Sheet) -> tuple[list[GridRow], dict[Column, int]] | None:
    """Return the rows below the headings, and where each column stands; columns may have been moved."""
    known = _known_headings()
    for at, row in enumerate(sheet.rows):
        columns = {known[key(text)]: place for place, text in row.filled() if key(text) in known}
        if columns.keys() >= NEEDED:
            return list(sheet.rows[at + 1 :]), columns
    return None


def _known_headings() -> Mapping[str, Column]:
    found: dict[str, Column] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {key(heading): column for column, heading in headings().items()}
    return found


def _is_filled(row: GridRow, columns: Mapping[Column, int]) -> bool:
    return any(row.text(columns[column]) for column in INPUTS if column in columns)


def _read(row: GridRow, columns: Mapping[Column, int]) -> FilledRow:
    unread: list[Unread] = []

    def said(column: Column, read: Callable[[Cell], Found], otherwise: Found) -> Found:
        try:
            return read(row.cell(columns[column])) if column in columns else otherwise
        except CellFault as error:
            unread.append(Unread(column, error.fault, error.shown))
            return otherwise

    nothing: Any = None
    return FilledRow(
        row=row.number,
        no=read_number(row.cell(columns[Column.NO])),
        name=text_of(row.cell(columns[Column.NAME])),
        state=said(Column.STATUS, read_status, UNSAID),
        disbursed_satang=said(Column.DISBURSED, read_disbursed, nothing),
        progress_percent=said(Column.PROGRESS, read_percent, nothing),
        problem=said(Column.PROBLEM, read_problem, nothing),
        unread=tuple(unread),
    )
