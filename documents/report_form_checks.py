"""What Excel itself checks while the form is filled in: a list of states, amounts within the budget, real percents.

Excel may let a value pass, and other programs check nothing: report_form_reading checks everything again.
"""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from documents.report_form import OFFERED, PLACE, Column
from i18n import _
from thai import writing


def add_checks(sheet: Worksheet, row: int, budget_satang: int) -> None:
    """Check the cells of one row; `row` counts from 0."""
    for column, check in (
        (Column.STATUS, _status()),
        (Column.DISBURSED, _disbursed(budget_satang)),
        (Column.PROGRESS, _progress(row)),
    ):
        sheet.data_validation(row, PLACE[column], row, PLACE[column], {"ignore_blank": True, **check})


def _status() -> dict[str, object]:
    names = [writing.status_name(status) for status in OFFERED]
    return {
        "validate": "list",
        "source": [*names, _("As before")],
        "error_title": _("Status"),
        "error_message": _("Please choose from the list."),
    }


def _disbursed(budget_satang: int) -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": budget_satang / 100,
        # A warning only: "1.2 million" in words is read as well.
        "error_type": "warning",
        "input_title": _("Disbursed"),
        "input_message": _("The total since 1 October, in baht."),
        "error_title": _("Disbursed"),
        "error_message": _("This is no number of baht between 0 and the budget."),
    }


def _progress(row: int) -> dict[str, object]:
    # Excel turns "45%" into 0.45, and nobody could tell it from less than one percent afterwards.
    cell = xl_rowcol_to_cell(row, PLACE[Column.PROGRESS])
    return {
        "validate": "custom",
        "value": f"=AND(ISNUMBER({cell}),OR({cell}=0,AND({cell}>1,{cell}<=100)))",
        "input_title": _("Work done"),
        "input_message": _("Percent of work, not of money. Type 45, without %."),
        "error_title": _("Work done"),
        "error_message": _("Please type a number such as 45, without %, up to 100."),
    }
