"""What the monthly report looks like as a workbook: a row for each activity, locked columns, columns to fill in.

Handlers fill it, report_form_sheet draws it, report_form_reading takes it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from documents.plan_sheets import KINDS
from documents.report_form_code import FormCode
from i18n import _
from rules.figures import Figures
from rules.status import Status

# Cancelling takes the provincial office, so it cannot be chosen.
OFFERED = (
    Status.NOT_STARTED,
    Status.PROCUREMENT,
    Status.IN_PROGRESS,
    Status.BLOCKED,
    Status.COMPLETED,
)


class Column(StrEnum):
    """The columns from left to right."""

    NO = "no"
    NAME = "name"
    BUDGET = "budget"
    LAST_MONTH = "last_month"
    LAST_STATUS = "last_status"
    LAST_DISBURSED = "last_disbursed"
    LAST_PROGRESS = "last_progress"
    STATUS = "status"
    DISBURSED = "disbursed"
    PROGRESS = "progress"
    PROBLEM = "problem"


INPUTS = (Column.STATUS, Column.DISBURSED, Column.PROGRESS, Column.PROBLEM)
PLACE = {column: at for at, column in enumerate(Column)}


@dataclass(frozen=True)
class FormRow:
    """One activity; `last` is its latest report up to the form's month, `last_period` the month of that one."""

    no: int
    name: str
    budget_satang: int
    last: Figures | None = None
    last_period: date | None = None
    owes: bool = True


@dataclass(frozen=True)
class Form:
    """One person's form for one month; `whose` names the person and the agency."""

    code: FormCode
    whose: str
    issued_on: date
    rows: tuple[FormRow, ...]


def headings() -> Mapping[Column, str]:
    """Return the heading of every column in the language now spoken; no two are alike."""
    return {
        Column.NO: _("No."),
        Column.NAME: _("Name of the activity"),
        Column.BUDGET: _("Budget (baht)"),
        Column.LAST_MONTH: _("Latest month"),
        Column.LAST_STATUS: _("Latest status"),
        Column.LAST_DISBURSED: _("Disbursed by then (baht)"),
        Column.LAST_PROGRESS: _("Work done by then (%)"),
        Column.STATUS: _("Status now"),
        Column.DISBURSED: _("Disbursed since 1 October (baht)"),
        Column.PROGRESS: _("Work done now (%)"),
        Column.PROBLEM: _("Problem (if any)"),
    }


def is_workbook(file_name: str | None) -> bool:
    """Return whether a file that somebody sent may be a form, by its name."""
    return Path(file_name or "").suffix.lower() in KINDS
