"""Makes the preview of a file from what a reader understood: every kind of file is shown in the same parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from cards.import_preview import ImportView, Part
from documents.column_lines import column_lines
from documents.file_kind import Reading
from documents.plan_preview import doubt_line, understood
from documents.plan_reading import PlanReading
from documents.table_preview import difference_lines
from handlers.imports.desk import ImportDesk
from handlers.imports.fields import why_kind
from i18n import _


@dataclass(frozen=True)
class Preview:
    """`is_clear` says that nothing is in doubt, `has_rows` that there is something to store."""

    view: ImportView
    is_clear: bool
    has_rows: bool


def preview_of(
    desk: ImportDesk,
    reading: Reading,
    title: str,
    summary: str,
    *,
    would: str,
    changes: Iterable[str],
    asked: Iterable[str] = (),
    totals: Iterable[str] = (),
    has_rows: bool | None = None,
) -> Preview:
    """Return the preview; `would` heads the lines of `changes`, `asked` are doubts against what is remembered."""
    doubts = (*map(doubt_line, reading.doubts), *asked)
    if isinstance(reading, PlanReading):
        columns = understood(reading)
    else:
        columns = list(column_lines(reading.columns, reading.sheets))
    parts = (
        Part("doubts", _("To be looked at"), doubts),
        Part("totals", _("Figures that do not agree"), (*totals, *difference_lines(reading))),
        Part("changes", would, tuple(changes)),
        Part("notes", _("Good to know"), tuple(note.text for note in reading.notes)),
        Part("columns", _("How the columns were understood"), tuple(columns)),
    )
    said = f"{summary} {why_kind(desk.kind, reading)}".strip()
    view = ImportView(title, desk.file, said, parts, desk.link)
    return Preview(view, not doubts, bool(reading.rows) if has_rows is None else has_rows)
