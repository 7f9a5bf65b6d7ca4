"""Finds which rows a printed total stands for, in tables that print subtotals between and a total at the end."""

from collections.abc import Sequence

from documents.checks import FigureRow, TotalRow

COMPARED = ("budget", "disbursed")


def total_of(figures: FigureRow, rows: Sequence[FigureRow], since: int) -> TotalRow:
    """Return the total of the rows since the last subtotal (from place `since`), or of all: whichever sum it prints.

    Where it prints neither, a subtotal after other rows is taken for all of them only if nothing stands between.
    """
    ranges = [(since, len(rows)), (0, len(rows))] if since < len(rows) else [(0, len(rows))]
    agreeing = (each for each in ranges if any(_agrees(figures, rows, each, name) for name in COMPARED))
    first, last = next(agreeing, ranges[0])
    return TotalRow(figures, first, last)


def _agrees(figures: FigureRow, rows: Sequence[FigureRow], places: tuple[int, int], name: str) -> bool:
    if name not in figures.money:
        return False
    return figures.money[name] == sum(row.money.get(name, 0) for row in rows[places[0] : places[1]])
