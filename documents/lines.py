"""One row of the table seen through its columns: fields instead of cells."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from documents.cells import number_depth, split_number
from documents.grid import Cell, GridRow
from documents.header import BUDGETS


@dataclass(frozen=True)
class TableRow:
    """One row of any table; `at` gives the column of each field."""

    row: GridRow
    at: Mapping[str, int]

    @property
    def number(self) -> int:
        return self.row.number

    def cell(self, field: str) -> Cell:
        return self.row.cell(self.at[field]) if field in self.at else None

    def text(self, field: str) -> str:
        return self.row.text(self.at[field]) if field in self.at else ""

    def is_shared(self, field: str) -> bool:
        """Return whether one merged cell speaks for this row and others."""
        return field in self.at and self.at[field] in self.row.shared


@dataclass(frozen=True)
class Line(TableRow):
    """One row of a plan; `name_field` is the field that names activities."""

    name_field: str

    def own(self, field: str) -> str:
        """Return the text where it is written in this very row, not in a merged cell from above."""
        return "" if field in self.at and self.at[field] in self.row.continued else self.text(field)

    @property
    def name(self) -> str:
        return self.own(self.name_field)

    @property
    def above(self) -> str:
        """Return the project where it has a column of its own; blank where it shares the column of names."""
        return self.text("project") if self.name_field != "project" else ""

    @property
    def mixes_levels(self) -> bool:
        """Return whether the column of names may hold projects too."""
        has_project_column = self.name_field != "project" and "project" in self.at
        return not has_project_column or (self.name_field == "levels" and not self.above)

    @property
    def label(self) -> str:
        """Return the first text of the row: what a row of totals or a heading across the sheet says."""
        own = (text for column, text in self.row.filled() if column not in self.row.continued)
        return next((text for text in own if any(sign.isalpha() for sign in text)), "")

    @property
    def has_amount(self) -> bool:
        return any(self.own(field) for field in BUDGETS)

    @property
    def has_agency(self) -> bool:
        return bool(self.text("agency"))

    @functools.cached_property
    def depth(self) -> int:
        """Return how deep the row's number reaches (3 for 1.2.1), 0 without a number."""
        return number_depth(self.own("no")) or number_depth(split_number(self.name)[0])

    @property
    def is_blank(self) -> bool:
        return not any(self.own(field) for field in self.at)
