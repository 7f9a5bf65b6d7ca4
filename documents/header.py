"""Finds the heading rows of a plan table and says what each column holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from documents.grid import Cell, GridRow, Sheet, text_of
from documents.headings import Heading, heading_unit, recognise, title_unit
from documents.merged_cells import spread_headings
from documents.plan_remarks import Remark

LOOKED_AT = 40
DEEPEST = 3
WIDEST = 100
# Longer text, or a figure of this size, belongs to the table and not to its headings.
LONGEST_HEADING = 80
LARGEST_IN_HEADING = 3_000
NAMES = ("activity", "levels", "project")
BUDGETS = ("budget", "budget_recurrent", "budget_investment")
# Says what a column holds, from its place and the headings above one another; there may be none.
Recogniser = Callable[[int, tuple[str, ...]], Heading]


def column_letter(index: int) -> str:
    """Return a column's letters as Excel shows them; the first column is 0."""
    number, letters = index + 1, ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def recognise_plan(_index: int, parts: tuple[str, ...]) -> Heading:
    """Return what a plan's column holds by the usual wordings."""
    return recognise(parts) if parts else Heading(None, Remark.COLUMN_UNKNOWN)


@dataclass(frozen=True)
class Column:
    index: int
    header: str
    heading: Heading

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True)
class Header:
    """`first` and `last` are places in sheet.rows; `titles` is the text above the table."""

    first: int
    last: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()

    @property
    def fields(self) -> set[str]:
        return {column.heading.field for column in self.columns if column.heading.field}

    @property
    def missing(self) -> list[str]:
        """Return the fields without which no activity can be read."""
        wanted = {"activity": NAMES, "budget": BUDGETS, "agency": ("agency",)}
        return [field for field, any_of in wanted.items() if not self.fields & set(any_of)]


@dataclass(frozen=True)
class _HeadRow:
    number: int
    texts: list[str]
    is_data: bool


def find_header(sheet: Sheet, recogniser: Recogniser = recognise_plan) -> Header | None:
    """Return the heading rows that name the most fields, None where no two columns are named."""
    head = _head(sheet)
    candidates = [
        header
        for first in range(min(LOOKED_AT, len(head)))
        for depth in range(1, DEEPEST + 1)
        if (header := _header(head, first, first + depth - 1, recogniser)) is not None
    ]
    best = max(
        candidates,
        key=lambda found: (len(found.fields), -(found.last - found.first), -found.first),
        default=None,
    )
    if best is None:
        return None
    titles = tuple(text for row in sheet.rows[: best.first] for _, text in row.filled())
    return replace(_grown(sheet, head, best, recogniser), titles=titles)


def _head(sheet: Sheet) -> list[_HeadRow]:
    rows = sheet.rows[: LOOKED_AT + DEEPEST]
    width = min(WIDEST, max((len(row.cells) for row in rows), default=0))
    spread = spread_headings(sheet, len(rows), width)
    return [_HeadRow(row.number, texts, _is_data(row)) for row, texts in zip(rows, spread, strict=True)]


def _is_data(row: GridRow) -> bool:
    """Return whether a row belongs to the table: it holds a long text or a large figure."""
    return any(
        len(text_of(cell)) > LONGEST_HEADING if isinstance(cell, str) else _is_large(cell)
        for cell in row.cells[:WIDEST]
    )


def _is_large(cell: Cell) -> bool:
    return isinstance(cell, int | Decimal) and not -LARGEST_IN_HEADING <= cell <= LARGEST_IN_HEADING


def _header(head: list[_HeadRow], first: int, last: int, recogniser: Recogniser) -> Header | None:
    rows = head[first : last + 1]
    follow_on = all(below.number - above.number <= 2 for above, below in pairwise(rows))
    if last >= len(head) or not follow_on or any(row.is_data for row in rows):
        return None
    columns = []
    for index in range(len(rows[0].texts)):
        parts = tuple(dict.fromkeys(row.texts[index] for row in rows if row.texts[index]))
        heading = recogniser(index, parts)
        if parts or heading.field:
            columns.append(Column(index, " ".join(parts), heading))
    header = Header(first, last, tuple(columns))
    return header if len(header.fields) >= 2 else None


def _grown(sheet: Sheet, head: list[_HeadRow], header: Header, recogniser: Recogniser) -> Header:
    """Return the header with the rows into which its merged headings reach ("(บาท)" below "งบประมาณ")."""
    top, bottom = head[header.first].number, head[header.last].number
    reach = max(
        (m.last_row for m in sheet.merges if top <= m.first_row <= bottom < m.last_row), default=bottom
    )
    last = header.last
    while (
        last + 1 < len(head)
        and head[last + 1].number <= min(reach, bottom + DEEPEST)
        and not head[last + 1].is_data
    ):
        last += 1
    grown = _header(head, header.first, last, recogniser)
    return grown if grown is not None and grown.fields >= header.fields else replace(header, last=last)


def printed_units(header: Header) -> tuple[str | None, str | None]:
    """Return the units that the budget's heading and the lines above the table print."""
    budgets = (column.header for column in header.columns if column.heading.field in BUDGETS)
    in_heading = next((unit for text in budgets if (unit := heading_unit(text))), None)
    in_title = next((unit for text in header.titles if (unit := title_unit(text))), None)
    return in_heading, in_title
