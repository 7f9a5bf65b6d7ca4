"""Turns what is doubtful about a treasury export into an annotated copy."""

from pathlib import Path

from documents import plan_terms
from documents.annotated import Mark, Tone, annotated_copy
from documents.checks_words import place, sentence
from documents.plan_marks import column_index
from documents.plan_preview import doubt_line
from documents.treasury_file import TreasuryReading
from i18n import _


def annotated_treasury(path: Path, reading: TreasuryReading) -> bytes:
    """Return the copy of an export with its headings explained and every doubtful cell marked."""
    header_rows = dict(reading.header_rows)
    marks = [
        Mark(
            each.sheet,
            header_rows[each.sheet],
            f"{plan_terms.fields(each.field) if each.field else _('not used')} ({each.why})",
            Tone.HEADING,
            column_index(each.column),
        )
        for each in reading.columns
        if each.sheet in header_rows
    ]
    marks += [Mark(each.sheet, each.row, each.reason, Tone.BAD, cell=each.cell) for each in reading.doubts]
    places = {(each.sheet, each.field): column_index(each.column) for each in reading.columns if each.field}
    marks += [
        Mark(each.sheet, each.row, sentence(each), Tone.DOUBT, places.get((each.sheet, each.field)))
        for each in reading.differences
    ]
    summary = [_("How this file was understood")]
    summary += [doubt_line(each) for each in reading.doubts]
    summary += [f"{place(each)}: {sentence(each)}" for each in reading.differences]
    return annotated_copy(path, marks, summary)
