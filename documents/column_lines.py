"""Says in one line for each column what it was taken for and why, and in which unit a sheet's amounts are."""

from collections.abc import Iterator, Sequence

from documents import plan_terms
from documents.plan_reading import ColumnReading, SheetReading
from i18n import _

MONEY_FIELDS = (
    "budget", "budget_recurrent", "budget_investment", "amount", "committed", "disbursed", "remaining", "left_over",
)  # fmt: skip


def column_lines(columns: Sequence[ColumnReading], sheets: Sequence[SheetReading]) -> Iterator[str]:
    """Give the unit of each sheet that holds amounts, then the columns in the file's order.

    Where there is only one sheet it is not named.
    """
    with_money = {column.sheet for column in columns if column.field in MONEY_FIELDS}
    for sheet in sheets:
        if sheet.name in with_money:
            words = (
                _("{sheet}: amounts are in {unit}")
                if sheet.is_unit_printed
                else _("{sheet}: no unit is printed, so {unit}")
            )
            yield words.format(sheet=sheet.name, unit=plan_terms.unit(sheet.unit))
    is_one = len({column.sheet for column in columns}) == 1
    for column in columns:
        use = plan_terms.fields(column.field) if column.field else _("not used")
        words = (
            _("column {column} “{header}”: {use} ({why})")
            if is_one
            else _("{sheet}, column {column} “{header}”: {use} ({why})")
        )
        yield words.format(
            sheet=column.sheet, column=column.column, header=column.header, use=use, why=column.why
        )
