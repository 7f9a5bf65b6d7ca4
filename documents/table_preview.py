"""Says in plain words what was understood of a file: how its columns are used and why, what is doubtful, what is noted."""

from documents.checks_words import place, sentence
from documents.column_lines import column_lines
from documents.plan_preview import doubt_line
from documents.plan_reading import PlanReading
from documents.tables import TableReading
from i18n import _


def table_preview(reading: TableReading) -> list[str]:
    """Return line by line how the columns were understood, what differs, what is doubtful and what is noted."""
    parts = [
        (_("How the columns were understood"), list(column_lines(reading.columns, reading.sheets))),
        (_("Figures that do not follow from the others"), difference_lines(reading)),
        (_("To be looked at"), [doubt_line(each) for each in reading.doubts]),
        (_("Good to know"), [each.text for each in reading.notes]),
    ]
    return [
        line for title, lines in parts if lines for line in (f"{title}:", *(f"- {each}" for each in lines))
    ]


def difference_lines(reading: TableReading | PlanReading) -> list[str]:
    """Return the figures that do not follow from the others, each with its place and the likeliest explanation."""
    return [f"{place(each)}: {sentence(each)}" for each in reading.differences]
