"""Turns a Word table into a typst table: widths, cells merged across and down, and heading rows that repeat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from documents.papers.typst_words import points, unblocked
from documents.papers.word_styles import TWIPS, W

Drawn = str  # the inside of a cell, in markup
BESIDE = (
    4.0  # points between the sides of a cell and its words, as every table of a PDF has them (as_typst.SET)
)


@dataclass
class _Cell:
    """A cell where it begins: in which column, how many columns and rows it spans, and what it holds.

    `is_whole`: its row is not torn apart by the end of a page.
    """

    column: int
    across: int
    inside: Drawn
    down: int = 1
    continues: bool = False
    is_middle: bool = False
    is_whole: bool = False


def drawn_table(table: Any, draw: Callable[[Any, float], Drawn]) -> str:
    """Return the table in markup; `draw` returns the inside of a cell that is so many points wide within."""
    widths = _widths(table)
    rows = [_cells(row, widths, draw) for row in table.iterfind(f"{W}tr")]
    _join_down(rows)
    headings = _headings(table)
    whole = [
        f"columns: ({', '.join(map(points, widths))},)",
        f"stroke: {'0.5pt' if _has_lines(table) else 'none'}",
    ]
    if headings:
        whole.append(f"table.header(repeat: true, {_written(rows[:headings])})")
    whole.append(_written(rows[headings:]))
    # What hangs below the letters of the line before must not touch the table.
    return f"#block(above: 3pt, below: 4pt)[#table({', '.join(part for part in whole if part)})]\n"


def _cells(row: Any, widths: list[float], draw: Callable[[Any, float], Drawn]) -> list[_Cell]:
    found, column = [], 0
    of_row = row.find(f"{W}trPr")
    is_whole = of_row is not None and of_row.find(f"{W}cantSplit") is not None
    for cell in row.iterfind(f"{W}tc"):
        settings = cell.find(f"{W}tcPr")
        span = settings.find(f"{W}gridSpan") if settings is not None else None
        merge = settings.find(f"{W}vMerge") if settings is not None else None
        middle = settings.find(f"{W}vAlign") if settings is not None else None
        across = int(span.get(f"{W}val")) if span is not None else 1
        continues = merge is not None and merge.get(f"{W}val", "continue") != "restart"
        is_middle = middle is not None and middle.get(f"{W}val") == "center"
        inside = (
            "" if continues else unblocked(draw(cell, sum(widths[column : column + across]) - 2 * BESIDE))
        )
        found.append(
            _Cell(column, across, inside, continues=continues, is_middle=is_middle, is_whole=is_whole)
        )
        column += across
    return found


def _join_down(rows: list[list[_Cell]]) -> None:
    """Let each cell know over how many rows it reaches."""
    begun: dict[int, _Cell] = {}
    for row in rows:
        for cell in row:
            if cell.continues and cell.column in begun:
                begun[cell.column].down += 1
            else:
                cell.continues = False
                begun[cell.column] = cell


def _headings(table: Any) -> int:
    """Return how many rows from the top repeat on each page."""
    count = 0
    for row in table.iterfind(f"{W}tr"):
        settings = row.find(f"{W}trPr")
        if settings is None or settings.find(f"{W}tblHeader") is None:
            break
        count += 1
    return count


def _widths(table: Any) -> list[float]:
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    return [float(column.get(f"{W}w", 0)) / TWIPS for column in columns]


def _has_lines(table: Any) -> bool:
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    if borders is not None:
        return any(side.get(f"{W}val") not in ("nil", "none") for side in borders)
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return style is not None and "Grid" in style.get(f"{W}val", "")


def _written(rows: list[list[_Cell]]) -> str:
    return ", ".join(_cell(cell) for row in rows for cell in row if not cell.continues)


def _cell(cell: _Cell) -> str:
    settings = [f"colspan: {cell.across}"] if cell.across > 1 else []
    settings += [f"rowspan: {cell.down}"] if cell.down > 1 else []
    settings += ["breakable: false"] if cell.is_whole and cell.down == 1 else []
    settings += ["align: horizon"] if cell.is_middle else []
    return f"table.cell({', '.join(settings)})[{cell.inside}]" if settings else f"[{cell.inside}]"
