"""Turns what is doubtful about a table that is no plan into an annotated copy: exports, changes, lists of staff."""

from collections.abc import Iterator
from pathlib import Path

from documents import plan_terms
from documents.annotated import Mark, Tone, annotated_copy
from documents.checks_words import sentence
from documents.plan_marks import column_index, hidden_marks
from documents.table_preview import table_preview
from documents.tables import TableReading
from i18n import _


def annotated_table(path: Path, reading: TableReading) -> bytes:
    """Return the copy of a file with its headings explained and every doubtful cell marked."""
    summary = [_("How this file was understood"), *table_preview(reading)]
    return annotated_copy(path, list(table_marks(reading)), summary)


def table_marks(reading: TableReading) -> Iterator[Mark]:
    """Give a mark for each heading, doubt, hidden part and figure that does not follow from the others."""
    header_rows = {sheet.name: sheet.header_row for sheet in reading.sheets}
    for column in reading.columns:
        use = plan_terms.fields(column.field) if column.field else _("not used")
        text = f"{use} ({column.why})"
        yield Mark(column.sheet, header_rows[column.sheet], text, Tone.HEADING, column_index(column.column))
    for doubt in reading.doubts:
        tone = Tone.BAD if doubt.is_left_out else Tone.DOUBT
        yield Mark(doubt.sheet, doubt.row, doubt.reason, tone, cell=doubt.cell)
    yield from hidden_marks(reading.hidden, header_rows)
    places = {(each.sheet, each.field): column_index(each.column) for each in reading.columns if each.field}
    for each in reading.differences:
        yield Mark(each.sheet, each.row, sentence(each), Tone.DOUBT, places.get((each.sheet, each.field)))
