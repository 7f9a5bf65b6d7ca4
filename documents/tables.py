"""The tables of a file that is no plan: those that can be used, and what is said of the others."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from documents.any_table import AnyTable, table_of
from documents.checks import Difference
from documents.learned import NOTHING, Learned
from documents.plan_hidden import Hidden, HiddenParts, runs
from documents.plan_hidden_found import doubts_of, notes_of
from documents.plan_reading import ColumnReading, Doubt, Note, SheetReading
from documents.plan_remarks import Remark
from documents.plan_sheets import PlanSheets, open_sheets
from documents.refusals import PlanFileRefused, Refusal


@dataclass(frozen=True)
class Tables:
    """`lacking` are tables without a needed column; `notes` is what is said of the file's other sheets."""

    found: tuple[AnyTable, ...]
    lacking: tuple[AnyTable, ...]
    notes: tuple[Note, ...]
    needed: str

    @property
    def columns(self) -> tuple[ColumnReading, ...]:
        return tuple(reading for table in (*self.found, *self.lacking) for reading in table.readings())

    @property
    def hidden(self) -> tuple[HiddenParts, ...]:
        return tuple(table.hidden for table in self.found if table.hidden)

    def doubts(self) -> list[Doubt]:
        """Return what must be looked at before any row: hidden parts, units that contradict, and missing columns."""
        doubts = [doubt for table in self.found for doubt in _hidden_doubts(table)]
        doubts += [table.units.doubt for table in self.found if table.units.doubt]
        if not self.found:
            sheet = self.lacking[0].sheet
            details = (("fields", self.needed),)
            doubts.append(Doubt(sheet, 0, Remark.COLUMNS_MISSING, "", details, is_left_out=True))
        return doubts


@dataclass(frozen=True)
class TableReading:
    """A whole file of one kind; nothing in it was guessed: what was uncertain is among the doubts."""

    tables: Tables
    rows: tuple[Any, ...]
    doubts: tuple[Doubt, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def columns(self) -> tuple[ColumnReading, ...]:
        return self.tables.columns

    @property
    def hidden(self) -> tuple[HiddenParts, ...]:
        return self.tables.hidden

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.tables.notes

    @property
    def sheets(self) -> tuple[SheetReading, ...]:
        return tuple(table.reading for table in (*self.tables.found, *self.tables.lacking))

    def doubtful_rows(self) -> set[tuple[str, int]]:
        """Return sheet and row of what must be looked at, hidden rows among them until somebody decides."""
        asked = {(each.sheet, row) for each in self.hidden if each.choice is Hidden.ASK for row in each.rows}
        return asked | {(doubt.sheet, doubt.row) for doubt in self.doubts}

    def only_clear(self) -> Self:
        """Return the reading without the rows that are in doubt."""
        doubtful = self.doubtful_rows()
        return replace(self, rows=tuple(row for row in self.rows if (row.sheet, row.row) not in doubtful))


def open_tables(
    path: Path, kind: str, needed: str, learned: Learned = NOTHING, *, any_of: str = ""
) -> Tables:
    """Return the tables of a file; usable ones have all `needed` columns and one of `any_of` (fields, by commas).

    Raises PlanFileRefused where the file cannot be read, or holds no such table and nothing like it.
    """
    opened = open_sheets(path)
    tables = {sheet.name: table_of(sheet, kind, learned) for sheet in opened.sheets if not sheet.is_hidden}
    known = [table for table in tables.values() if table is not None]
    if not known:
        raise PlanFileRefused(Refusal.NO_KNOWN_TABLE, path)
    wanted, either = set(needed.split(",")), set(any_of.split(",")) - {""}
    found = [each for each in known if each.fields >= wanted and (not either or each.fields & either)]
    notes = [
        *_about_sheets(path, opened, tables),
        *(note for table in found for note in _about_hidden(table)),
    ]
    lacking = [each for each in known if each not in found]
    said = ",".join(filter(None, (needed, any_of.partition(",")[0])))
    return Tables(tuple(found), tuple(lacking), tuple(notes), said)


def _hidden_doubts(table: AnyTable) -> list[Doubt]:
    if table.hidden is None:
        return []
    fields = {column.letter: column.heading.field for column in table.columns}
    return doubts_of(table.hidden, [field for each in table.hidden.columns if (field := fields[each])])


def _about_sheets(path: Path, opened: PlanSheets, tables: dict[str, AnyTable | None]) -> list[Note]:
    notes = [Note(path.name, Remark.ENCODING)] if opened.is_cp874 else []
    for sheet in opened.sheets:
        if sheet.is_hidden:
            notes.append(Note(sheet.name, Remark.SHEET_HIDDEN))
        elif sheet.rows and tables[sheet.name] is None:
            notes.append(Note(sheet.name, Remark.SHEET_OTHER))
    if any(not sheet.is_hidden and not sheet.tells_hidden for sheet in opened.sheets):
        notes.append(Note(path.name, Remark.HIDDEN_UNSEEN))
    return notes


def _about_hidden(table: AnyTable) -> list[Note]:
    notes = notes_of(table.hidden) if table.hidden else []
    if table.other_hidden:
        notes.append(Note(table.sheet, Remark.HIDDEN_OTHERS, (("rows", runs(table.other_hidden)),)))
    return notes
