"""Writes out the marks that stand for "the same as above" (〃); an amount is never taken from another row."""

from collections.abc import Mapping
from dataclasses import replace

from documents.grid import GridRow
from documents.plan_words import words

REPEATABLE = (
    "project", "main_activity", "agency", "place", "expense_class", "funding_source", "strategic_issue",
    "planned_start", "planned_end", "planned_period", "post", "role", "kind", "decided_on", "reference", "authority",
)  # fmt: skip


def write_out(rows: tuple[GridRow, ...], at: Mapping[str, int]) -> tuple[GridRow, ...]:
    """Return the rows with each mark replaced by the cell that it repeats; a mark below nothing stays as it is."""
    marks = set(words()["marks"]["same_as_above"])
    columns = [at[field] for field in REPEATABLE if field in at]
    written: list[GridRow] = []
    above: dict[int, GridRow] = {}
    for row in rows:
        repeated = [column for column in columns if row.text(column) in marks and column in above]
        if repeated:
            cells = list(row.cells)
            for column in repeated:
                cells[column] = above[column].cell(column)
            row = replace(row, cells=tuple(cells))  # noqa: PLW2901 (the row as it is meant)
        above.update({column: row for column in columns if row.text(column)})
        written.append(row)
    return tuple(written)
