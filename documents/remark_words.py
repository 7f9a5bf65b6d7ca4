"""Says everything that is said about a file, by its code: doubts, notes and reasons; the preview shows them."""

from collections.abc import Mapping

from documents import plan_terms
from documents.plan_remarks import Remark
from i18n import _


def in_words(code: Remark, details: Mapping[str, str]) -> str:
    """Return one plain sentence in the language now spoken."""
    details = dict(details)
    for name, in_plain_words in (
        ("field", plan_terms.fields),
        ("fields", plan_terms.fields),
        ("unit", plan_terms.unit),
    ):
        if name in details:
            details[name] = in_plain_words(details[name])
    for say in (_about_amounts, _about_rows, _about_fields, _about_columns, _about_hidden, _about_the_file):
        sentence = say().get(code)
        if sentence is not None:
            return sentence.format(**details)
    raise KeyError(code)


def _about_amounts() -> dict[Remark, str]:
    return {
        Remark.AMOUNT_MISSING: _("No budget is written in this row."),
        Remark.AMOUNT_FORMAT: _("The amount “{cell}” can be read in more than one way, or is no amount."),
        Remark.AMOUNT_NEGATIVE: _("The budget “{cell}” is below zero."),
        Remark.AMOUNT_SATANG: _(
            "The amount “{cell}” has parts of a satang; write it with two decimals of a baht."
        ),
        Remark.AMOUNT_HUGE: _(
            "The budget “{cell}” is over 10,000 million baht; please check the unit ({unit})."
        ),
        Remark.AMOUNT_UNIT: _("The cell says “{cell}” but the heading counts in {unit}."),
        Remark.AMOUNT_SHARED: _(
            "One merged budget cell covers several activities; give each its own amount."
        ),
        Remark.AMOUNT_CLASSES: _(
            "Recurrent and investment add up to {summed}, but the total in this row is {cell}."
        ),
        Remark.TOTAL_UNREADABLE: _("The total “{cell}” cannot be read, so it was not compared."),
        Remark.TOTAL_COUNT: _("“{cell}” says {printed} activities; read: {counted}."),
    }


def _about_rows() -> dict[Remark, str]:
    return {
        Remark.AGENCY_MISSING: _("No responsible agency is written in this row."),
        Remark.AGENCY_ALIKE: _("“{cell}” is very like “{other}”; are they the same agency?"),
        Remark.NAME_MISSING: _("There is a budget but no name of an activity."),
        Remark.PROJECT_MISSING: _("It is not clear which project “{cell}” belongs to."),
        Remark.LEVEL_UNCLEAR: _(
            "“{cell}” may be a project or an activity: its budget is not the sum below it ({summed})."
        ),
        Remark.SAME_ROW_TWICE: _("“{cell}” is also written in {where}."),
        Remark.CONTINUED_ROW: _(
            "This row continues the activity above it, but says something of its own: “{cell}”."
        ),
        Remark.HEADING_EMPTY: _("“{cell}” was taken for a heading, but no activity follows it."),
    }


def _about_fields() -> dict[Remark, str]:
    return {
        Remark.NUMBER_TWICE: _("Number {cell} is also given to {where}."),
        Remark.NUMBER_FORMAT: _("“{cell}” is no activity number."),
        Remark.CHANGE_UNKNOWN: _("“{cell}” is no kind of change that I know."),
        Remark.ROLE_UNKNOWN: _("“{cell}” is no role that I know."),
        Remark.AGENCY_UNKNOWN: _("The plan has no agency “{cell}”."),
        Remark.ACTIVITY_UNKNOWN: _("The plan has no activity {cell} of this agency."),
        Remark.CODE_DIGITS: _("Excel keeps only 15 digits of the code “{cell}”; write it as text."),
        Remark.CLASS_UNKNOWN: _("“{cell}” says neither recurrent nor investment."),
        Remark.CLASS_BOTH: _("The budget has a recurrent and an investment part, so no class was set."),
        Remark.DATE_UNREADABLE: _("“{cell}” cannot be read as a date; write it like 30/4/2564."),
        Remark.DATES_REVERSED: _("The planned end comes before the planned start ({cell})."),
    }


def _about_columns() -> dict[Remark, str]:
    return {
        Remark.COLUMN_TWICE: _(
            "Two columns may be the {field}: “{cell}” and “{other}”, and they differ. Keep one of them."
        ),
        Remark.COLUMNS_MISSING: _("This sheet has a table, but no column for: {fields}."),
        Remark.UNIT_TWICE: _("The heading counts in {unit} but the sheet says {other}; correct one of them."),
        Remark.COLUMN_TOLD: _("this office said so"),
        Remark.COLUMN_NAMED: _("this is how it is usually called"),
        Remark.COLUMN_LIKE: _("written almost like “{wording}”"),
        Remark.COLUMN_BEGINS: _("begins with “{wording}”"),
        Remark.COLUMN_ONLY_NAMES: _(
            "the only column with names: each project with a budget is reported by itself"
        ),
        Remark.COLUMN_FIGURE: _("compared with the budget"),
        Remark.COLUMN_OTHER: _("not part of the plan"),
        Remark.COLUMN_UNKNOWN: _("not recognised, so not used"),
        Remark.COLUMN_REPEATED: _("column {column} says it already"),
        Remark.COLUMN_UNCLEAR: _("two columns with this meaning differ, so neither is used"),
    }


def _about_hidden() -> dict[Remark, str]:
    return {
        Remark.HIDDEN_ROWS: _("{count} hidden rows are read too ({rows}). Read them, or leave them out?"),
        Remark.HIDDEN_COLUMNS: _("Hidden columns are used too: {columns} ({fields})."),
        Remark.COLUMN_HIDDEN: _("hidden, so left out"),
        Remark.HIDDEN_READ: _("{sheet}: hidden parts are read, as asked. Rows: {rows}; columns: {columns}."),
        Remark.HIDDEN_LEFT: _(
            "{sheet}: hidden parts are left out, as asked. Rows: {rows}; columns: {columns}."
        ),
        Remark.HIDDEN_OTHERS: _("{sheet}: hidden rows with headings, totals or remarks: {rows}."),
        Remark.HIDDEN_UNSEEN: _(
            "{sheet}: hidden rows and columns cannot be seen in an .xls file; all are read."
        ),
    }


def _about_the_file() -> dict[Remark, str]:
    return {
        Remark.NUMBERS_GIVEN: _("Activities without a number got the next free ones by order: {numbers}."),
        Remark.NUMBERS_RESTART: _(
            "Numbers begin again in each part of the plan, so activities were numbered 1 to {count} by order."
        ),
        Remark.AGENCY_SPELLING: _("“{written}” is taken as “{agency}”."),
        Remark.CARRIED_DOWN: _("{sheet}: an empty cell of the {field} repeats the one above."),
        Remark.DONE_MARK: _("{sheet}: the mark “{mark}” was taken off the names of {count} activities."),
        Remark.SHEET_HIDDEN: _("The hidden sheet {sheet} was not read."),
        Remark.SHEET_WITHOUT_TABLE: _("The sheet {sheet} holds no plan table and was not read."),
        Remark.SHEET_OTHER: _("The sheet {sheet} holds nothing of this kind and was not read."),
        Remark.FIGURES_UNREAD: _(
            "Figures that are no amounts were not compared: sheet {sheet}, rows {rows}."
        ),
        Remark.ENCODING: _("The file is written in Windows Thai (cp874), not in UTF-8."),
    }
