"""A table of figures as a sheet of a workbook: said once, drawn with live formulas beside the printed values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """How a column looks: words, satang shown as baht, whole numbers, percent of 100, or days."""

    WORDS = "words"
    BAHT = "baht"
    COUNT = "count"
    PERCENT = "percent"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """`key` is how formulas name the column; `width` is in characters."""

    key: str
    heading: str
    kind: Kind = Kind.WORDS
    width: float = 16


@dataclass(frozen=True)
class Formula:
    """A live formula with the value that the paper prints, in the column's own unit (satang, count, percent).

    {key} stands for the cell of that column in the same row, {key:all} for its cells in every row that is counted.
    """

    text: str
    value: int | Decimal | None


Entry = str | int | Decimal | date | Formula | None


@dataclass(frozen=True)
class Row:
    """Entries by column key; `is_counted` rows are summed by {key:all}.

    `traces` names, by column key, the figures that the entries are, as Gathered.cells does.
    """

    entries: dict[str, Entry]
    is_counted: bool = True
    is_bold: bool = False
    traces: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bars:
    """A chart of bars beside a table: a bar for each counted row, named by `names`, as long as each of `values`."""

    title: str
    names: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """`name` is the tab; `titles` stand above the table, `notes` below it; `bars` is drawn below them."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())
    bars: Bars | None = None


def total(
    columns: Sequence[Column],
    sums: dict[str, int],
    label: str,
    under: str,
    more: dict[str, Formula] | None = None,
    traces: dict[str, str] | None = None,
) -> Row:
    """Return the row of totals: `sums` holds the printed value of each summed column, `label` stands in `under`.

    `more` are formulas of other columns, such as a percentage of the totals.
    """
    known = {column.key for column in columns}
    entries: dict[str, Entry] = {
        key: Formula(f"=SUM({{{key}:all}})", value) for key, value in sums.items() if key in known
    }
    whole: dict[str, Entry] = {under: label, **entries, **(more or {})}
    return Row(whole, is_counted=False, is_bold=True, traces=traces or {})
