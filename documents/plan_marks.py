"""Turns what is doubtful about a plan into marks for the annotated copy: headings explained, cells to look at."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from documents import plan_terms
from documents.annotated import Mark, Tone, annotated_copy
from documents.checks_words import sentence
from documents.plan_hidden import Hidden, HiddenParts
from documents.plan_preview import preview, total_line
from documents.plan_reading import PlanReading
from i18n import _


def annotated_plan(path: Path, reading: PlanReading) -> bytes:
    """Return the copy of a plan's workbook with what was understood and every doubt, in the language now spoken."""
    summary = [
        _("How this file was understood"),
        *preview(reading, doubts_shown=len(reading.doubts)).splitlines(),
    ]
    return annotated_copy(path, list(plan_marks(reading)), [line for line in summary if line])


def plan_marks(reading: PlanReading) -> Iterator[Mark]:
    """Give a mark for each heading, doubt, total that differs and figure that does not follow from the others."""
    header_rows = {sheet.name: sheet.header_row for sheet in reading.sheets}
    for column in reading.columns:
        if column.sheet in header_rows:
            use = plan_terms.fields(column.field) if column.field else _("not used")
            place = column_index(column.column)
            yield Mark(column.sheet, header_rows[column.sheet], f"{use} ({column.why})", Tone.HEADING, place)
    for doubt in reading.doubts:
        tone = Tone.BAD if doubt.is_left_out else Tone.DOUBT
        text = f"{doubt.reason} {_('(not read)')}" if doubt.is_left_out else doubt.reason
        yield Mark(doubt.sheet, doubt.row, text, tone, cell=doubt.cell)
    yield from hidden_marks(reading.hidden, header_rows)
    budget = {
        column.sheet: column_index(column.column)
        for column in reading.columns
        if column.field and column.field.startswith("budget")
    }
    for total in reading.totals:
        if total.difference_satang:
            yield Mark(total.sheet, total.row, total_line(total), Tone.DOUBT, budget.get(total.sheet))
    for each in reading.differences:
        places = reading.figure_columns.get(each.sheet, {})
        column_at = places.get(each.field, budget.get(each.sheet))
        yield Mark(each.sheet, each.row, sentence(each), Tone.BAD, column_at)


def hidden_marks(hidden: Sequence[HiddenParts], header_rows: Mapping[str, int]) -> Iterator[Mark]:
    """Give a mark for each hidden row with an activity and each hidden column in use: the copy shows them."""
    said = {
        Hidden.ASK: (_("hidden in the file; not decided yet"), Tone.DOUBT),
        Hidden.READ: (_("hidden in the file; read, as asked"), Tone.HEADING),
        Hidden.LEAVE: (_("hidden in the file; left out, as asked"), Tone.BAD),
    }
    for each in hidden:
        text, tone = said[each.choice]
        yield from (Mark(each.sheet, row, text, tone) for row in each.rows)
        places = map(column_index, each.columns)
        yield from (Mark(each.sheet, header_rows[each.sheet], text, tone, place) for place in places)


def column_index(letters: str) -> int:
    """Return the place of a column from 0: "A" is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
