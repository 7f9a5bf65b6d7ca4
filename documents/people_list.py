"""Reads a list of staff: name, post, agency, activities, telephone. Who has which role follows from the list alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.any_table import TableRow, is_total_label, open_tables
from documents.learned import NOTHING, Learned
from documents.plan_reading import ColumnReading, Doubt
from documents.plan_remarks import Remark
from documents.plan_words import plain
from documents.vocabulary import word_for
from rules.role import Role

NEEDED = {"name"}
OF_AN_AGENCY = (Role.OFFICER, Role.HEAD)
MOST_NUMBERS = 500
_NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


@dataclass(frozen=True)
class PersonRow:
    """One person of the list. `post` is the title as written; `numbers` are activities, none for all of the agency's."""

    sheet: str
    row: int
    name: str
    role: Role
    post: str | None = None
    agency: str | None = None
    numbers: tuple[int, ...] = ()
    phone: str | None = None


@dataclass(frozen=True)
class PeopleReading:
    rows: tuple[PersonRow, ...]
    columns: tuple[ColumnReading, ...]
    doubts: tuple[Doubt, ...]


def read_people(path: Path, learned: Learned = NOTHING) -> PeopleReading:
    """Return the people of a list; raises PlanFileRefused where the file holds none."""
    tables, lacking = open_tables(path, "people", NEEDED, learned)
    tables = [table for table in tables if table.fields & {"agency", "role", "post"}]
    doubts: list[Doubt] = []
    rows = [row for table in tables for line in table.rows if (row := _read(line, doubts))]
    if not tables:
        details = (("fields", "name,agency"),)
        sheet = lacking[0].sheet if lacking else ""
        doubts.append(Doubt(sheet, 0, Remark.COLUMNS_MISSING, "", details, is_left_out=True))
    columns = (*(reading for table in tables for reading in table.readings()), *lacking)
    return PeopleReading(tuple(rows), columns, tuple(doubts))


def _read(row: TableRow, doubts: list[Doubt]) -> PersonRow | None:
    name = row.text("name")
    if not name or is_total_label(name):
        return None
    said = row.text("role")
    role_word = word_for("roles", said) if said else word_for("roles", row.text("post")) or "officer"
    agency = row.text("agency") or None
    if role_word is None:
        doubts.append(Doubt(row.sheet, row.number, Remark.ROLE_UNKNOWN, said, is_left_out=True))
        return None
    role = Role(role_word)
    if role in OF_AN_AGENCY and agency is None:
        doubts.append(Doubt(row.sheet, row.number, Remark.AGENCY_MISSING, name, is_left_out=True))
        return None
    numbers = numbers_in(row.text("activities")) if role in OF_AN_AGENCY else ()
    if numbers is None:
        cell = row.text("activities")
        doubts.append(Doubt(row.sheet, row.number, Remark.NUMBER_FORMAT, cell, is_left_out=True))
        return None
    return PersonRow(
        row.sheet, row.number, name, role, row.text("post") or None,
        agency if role in OF_AN_AGENCY else None, numbers, row.text("phone") or None,
    )  # fmt: skip


def numbers_in(text: str) -> tuple[int, ...] | None:
    """Return the activities of "13, 15-17 และ 20", () where none is named, None for a range that is none."""
    found = list(_ranges(plain(text)))
    if any(last < first or last - first > MOST_NUMBERS for first, last in found):
        return None
    return tuple(dict.fromkeys(no for first, last in found for no in range(first, last + 1)))


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for first, last in _NUMBERS.findall(text):
        yield int(first), int(last or first)
