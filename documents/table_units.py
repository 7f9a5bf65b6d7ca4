"""Says what one unit of each column of money is worth, in tables that are no plan: headings go before the title."""

from collections.abc import Mapping
from dataclasses import dataclass

from documents.column_lines import MONEY_FIELDS
from documents.header import Column, Header
from documents.headings import UNIT_NAMES, heading_unit, title_unit, units
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark

BAHT = 100


@dataclass(frozen=True)
class TableUnits:
    """`by_field` is the satang in one unit of a column whose heading prints its own; `satang` is that of all others.

    `doubt` is set where headings and title contradict each other: then no amount can be trusted.
    """

    satang: int
    is_printed: bool
    by_field: Mapping[str, int]
    doubt: Doubt | None = None

    def of(self, field: str) -> tuple[int, bool]:
        """Return the satang in one unit of a field, and whether the file prints the unit."""
        if field in self.by_field:
            return self.by_field[field], True
        return self.satang, self.is_printed

    @property
    def name(self) -> str:
        """Return the unit's code, "mixed" where columns differ."""
        found = {self.by_field.get(field, self.satang) for field in self.by_field} or {self.satang}
        return UNIT_NAMES[found.pop()] if len(found) == 1 else "mixed"


def units_of(sheet: str, header: Header) -> TableUnits:
    """Return the units that a table's headings and the lines above it print; baht where they print none."""
    own = {column.heading.field: unit for column in header.columns if (unit := _own(column))}
    by_field = {field: units()[unit] for field, unit in own.items() if field}
    in_title = next((unit for text in header.titles if (unit := title_unit(text))), None)
    if in_title is not None:
        satang = units()[in_title]
        other = next((unit for unit in own.values() if units()[unit] != satang), None)
        details = (("unit", UNIT_NAMES[units()[other]] if other else ""), ("other", in_title))
        doubt = Doubt(sheet, 0, Remark.UNIT_TWICE, other or "", details, is_left_out=True)
        return TableUnits(satang, True, by_field, doubt if other else None)
    if len(set(by_field.values())) == 1:
        return TableUnits(next(iter(by_field.values())), True, by_field)
    return TableUnits(BAHT, False, by_field)


def _own(column: Column) -> str | None:
    return heading_unit(column.header) if column.heading.field in MONEY_FIELDS else None
