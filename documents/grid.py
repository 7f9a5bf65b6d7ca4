"""A sheet as it came from the file: numbered rows of cells and merged ranges, not yet understood."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.plan_words import REMEMBERED, tidy

Cell = str | int | Decimal | bool | date | None


@dataclass(frozen=True)
class Merge:
    """A merged range; rows from 1 as the sheet shows them, columns from 0, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class GridRow:
    """One row; `shared` cells are merged with other rows, `continued` ones only repeat the row above."""

    number: int
    cells: tuple[Cell, ...]
    shared: frozenset[int] = frozenset()
    continued: frozenset[int] = frozenset()

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else None

    @functools.cached_property
    def texts(self) -> tuple[str, ...]:
        """Return every cell as one line of text."""
        return tuple(map(text_of, self.cells))

    def text(self, column: int) -> str:
        return self.texts[column] if column < len(self.cells) else ""

    def filled(self) -> Iterator[tuple[int, str]]:
        """Give column and text of every cell that is not blank."""
        return ((column, text) for column, text in enumerate(self.texts) if text)


@dataclass(frozen=True)
class Sheet:
    """Rows that hold something, in order; `is_hidden` sheets are not shown by Excel.

    `hidden_rows` and `hidden_columns` of a sheet are read like others; where `tells_hidden` is False the kind of
    file does not let them be seen.
    """

    name: str
    rows: tuple[GridRow, ...]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    tells_hidden: bool = True


def text_of(cell: Cell) -> str:
    """Return a cell as one line of text: 827300.0 is "827300", line breaks inside Thai words go."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return one_line(cell)
    if isinstance(cell, Decimal):
        return _number_text(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


@functools.lru_cache(maxsize=REMEMBERED)
def one_line(text: str) -> str:
    """Return text on one line: a break between two Thai letters is a wrapped word, any other is a space."""
    text = tidy(text)
    if text.isprintable():
        return " ".join(text.split())
    joined = ""
    for line in text.splitlines():
        words = " ".join("".join(sign if sign.isprintable() else " " for sign in line).split())
        wraps = not joined or not words or (_is_thai(joined[-1]) and _is_thai(words[0]))
        joined += words if wraps else f" {words}"
    return joined


def _is_thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e4e"


def _number_text(number: Decimal) -> str:
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return str(number)
    return format(number, "f").rstrip("0").rstrip(".") if "." in format(number, "f") else format(number, "f")
