"""Decides which kind of file an office sent, by the columns that each reader found in it, and says why."""

from collections.abc import Mapping
from enum import StrEnum

from documents.people_list import PeopleReading
from documents.plan_changes import ChangesReading
from documents.plan_reading import PlanReading
from documents.treasury_file import TreasuryReading


class FileKind(StrEnum):
    PLAN = "plan"
    RESULTS = "results"
    TREASURY = "treasury"
    CHANGES = "changes"
    PEOPLE = "people"


Reading = PlanReading | TreasuryReading | ChangesReading | PeopleReading
ENOUGH_COLUMNS = 3
# Columns that tell a kind from the others, the most telling first.
TELLING: Mapping[FileKind, tuple[str, ...]] = {
    FileKind.PLAN: ("project", "levels", "activity", "budget", "budget_recurrent", "budget_investment", "agency"),
    FileKind.RESULTS: ("disbursed", "left_over", "remaining", "budget"),
    FileKind.TREASURY: ("code", "committed", "disbursed", "remaining"),
    FileKind.CHANGES: ("kind", "decided_on", "reference", "to_no"),
    FileKind.PEOPLE: ("name", "post", "role", "phone", "agency"),
}  # fmt: skip


def may_be(readings: Mapping[FileKind, Reading]) -> dict[FileKind, Reading]:
    """Return what the file may be: as what it has rows, else as what most of its headings are known."""
    found = {kind: each for kind, each in readings.items() if each.rows and _is_like(kind, each)}
    if any(kind is not FileKind.PEOPLE for kind in found):
        found.pop(FileKind.PEOPLE, None)  # a plan's names and agencies are no staff
    if found:
        plan = readings.get(FileKind.PLAN)
        return found if plan is None or FileKind.PLAN in found else {**found, FileKind.PLAN: plan}
    known = {kind: len(fields_of(each)) for kind, each in readings.items()}
    most = sorted(known, key=lambda kind: (-known[kind], list(FileKind).index(kind)))
    return {
        kind: readings[kind]
        for kind in most
        if kind is FileKind.PLAN or (known[kind] >= ENOUGH_COLUMNS and kind is not FileKind.RESULTS)
    }


def likeliest(readings: Mapping[FileKind, Reading], *, has_plan: bool, year_be: int) -> tuple[FileKind, bool]:
    """Return the likeliest kind, and whether it is sure enough not to ask.

    Figures beside names are the treasury's once there is a plan; those of a year that is past are that year's results.
    """
    first = next(iter(readings))
    if not any(each.rows for each in readings.values()):
        return first, len(readings) == 1 or first is FileKind.PLAN
    for kind in (FileKind.CHANGES, FileKind.PEOPLE):
        if kind in readings:
            return kind, True
    is_plan = FileKind.PLAN in readings and bool(readings[FileKind.PLAN].rows)
    is_export = has_plan and FileKind.TREASURY in readings and _has_export_columns(readings)
    printed = _printed_year(readings.get(FileKind.RESULTS))
    if printed is not None and printed < year_be:
        return FileKind.RESULTS, not is_export
    if is_export:
        return FileKind.TREASURY, True
    if is_plan:
        is_undated = FileKind.RESULTS in readings and printed is None
        return FileKind.PLAN, not (has_plan and is_undated)
    if FileKind.TREASURY in readings:
        return FileKind.TREASURY, FileKind.RESULTS not in readings
    return first if FileKind.RESULTS not in readings else FileKind.RESULTS, True


def fields_of(reading: Reading) -> set[str]:
    """Return the fields whose columns were found."""
    return {column.field for column in reading.columns if column.field}


def telling_fields(kind: FileKind, reading: Reading) -> list[str]:
    """Return the columns by which a file is of its kind."""
    found = fields_of(reading) | {field for each in _figures(reading) for field in each}
    return [field for field in TELLING[kind] if field in found]


def _figures(reading: Reading) -> list[Mapping[str, int]]:
    return list(reading.figure_columns.values()) if isinstance(reading, PlanReading) else []


def _is_like(kind: FileKind, reading: Reading) -> bool:
    """Return whether a reading's rows are more than names that happen to fit."""
    if kind is FileKind.RESULTS and isinstance(reading, PlanReading):
        return any(row.results and row.results.disbursed_satang is not None for row in reading.rows)
    return True


def _has_export_columns(readings: Mapping[FileKind, Reading]) -> bool:
    return bool(fields_of(readings[FileKind.TREASURY]) & {"code", "committed"})


def _printed_year(reading: Reading | None) -> int | None:
    return reading.year_be if isinstance(reading, PlanReading) else None
