"""Finds what a sheet hides of its table, and reads it, leaves it out or has it asked about, as the office said."""

from collections.abc import Sequence

from documents.drafts import Draft
from documents.grid import Sheet
from documents.header import Recogniser, column_letter
from documents.headings import Heading
from documents.learned import Learned
from documents.plan_hidden import Hidden, HiddenParts, runs
from documents.plan_reading import ColumnReading, Doubt, Note
from documents.plan_remarks import Remark
from documents.plan_table import TableRead


def leaving_hidden(sheet: Sheet, learned: Learned, recognise: Recogniser) -> Recogniser:
    """Return a recogniser that passes hidden columns over where the office leaves them, but for those it named."""
    if learned.hidden is not Hidden.LEAVE or not sheet.hidden_columns:
        return recognise

    def see(index: int, parts: tuple[str, ...]) -> Heading:
        if index in sheet.hidden_columns and column_letter(index) not in learned.by_letter:
            return Heading(None, Remark.COLUMN_HIDDEN)
        return recognise(index, parts)

    return see


def settle_hidden(
    sheet: Sheet, table: TableRead, drafts: Sequence[Draft], learned: Learned
) -> HiddenParts | None:
    """Return what the sheet hides of its plan, None where nothing; `drafts` are the sheet's own.

    Hidden rows that are left out still say which project the rows below belong to.
    """
    hidden = [draft for draft in drafts if draft.line.number in sheet.hidden_rows]
    rows = tuple(draft.line.number for draft in hidden)
    if learned.hidden is Hidden.LEAVE:
        _set_aside(sheet, table, hidden)
    others = _others(sheet, table, rows)
    if others:
        table.notes.append(Note(sheet.name, Remark.HIDDEN_OTHERS, (("rows", runs(others)),)))
    columns = hidden_columns(sheet, table.columns, learned)
    if not rows and not columns:
        return None
    parts = HiddenParts(sheet.name, rows, tuple(each.column for each in columns), learned.hidden)
    table.notes += notes_of(parts)
    table.doubts += doubts_of(parts, [each.field for each in columns if each.field])
    return parts


def _set_aside(sheet: Sheet, table: TableRead, hidden: Sequence[Draft]) -> None:
    """Leave the activities out, and with them every doubt about hidden rows and the totals printed there."""
    for draft in hidden:
        draft.is_set_aside = True
    table.doubts = [doubt for doubt in table.doubts if doubt.row not in sheet.hidden_rows]
    table.claims = [claim for claim in table.claims if claim.row not in sheet.hidden_rows]


def _others(sheet: Sheet, table: TableRead, activities: Sequence[int]) -> list[int]:
    """Return the hidden rows from the headings on that hold something else than an activity."""
    return sorted(row for row in sheet.hidden_rows - set(activities) if row >= table.sheet.header_row)


def hidden_columns(sheet: Sheet, columns: Sequence[ColumnReading], learned: Learned) -> list[ColumnReading]:
    """Return the columns that the sheet hides and the table uses, or would use if they were not left out."""
    return [each for each in columns if _is_hidden(each, sheet, learned)] if sheet.hidden_columns else []


def _is_hidden(column: ColumnReading, sheet: Sheet, learned: Learned) -> bool:
    is_hidden = column.column in {column_letter(index) for index in sheet.hidden_columns}
    is_used = column.field is not None and column.column not in learned.by_letter
    return is_hidden and (is_used or column.because is Remark.COLUMN_HIDDEN)


def notes_of(parts: HiddenParts) -> list[Note]:
    """Return what is said once somebody has decided."""
    if parts.choice is Hidden.ASK:
        return []
    code = Remark.HIDDEN_READ if parts.choice is Hidden.READ else Remark.HIDDEN_LEFT
    details = (("rows", runs(parts.rows) or "-"), ("columns", ", ".join(parts.columns) or "-"))
    return [Note(parts.sheet, code, details)]


def doubts_of(parts: HiddenParts, fields: Sequence[str] = ()) -> list[Doubt]:
    """Return what is asked until somebody decides; `fields` are those of the hidden columns."""
    doubts = []
    if parts.choice is Hidden.ASK and parts.rows:
        about_rows = (("count", str(len(parts.rows))), ("rows", runs(parts.rows)))
        doubts.append(Doubt(parts.sheet, 0, Remark.HIDDEN_ROWS, "", about_rows))
    if parts.choice is Hidden.ASK and parts.columns:
        about_columns = (("columns", ", ".join(parts.columns)), ("fields", ",".join(fields)))
        doubts.append(Doubt(parts.sheet, 0, Remark.HIDDEN_COLUMNS, "", about_columns))
    return doubts
