"""Reads a list of staff: name, post, agency, activities, telephone. Who has which role follows from the list alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.any_table import SheetRow, is_total_label
from documents.learned import NOTHING, Learned
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark
from documents.plan_words import plain
from documents.tables import TableReading, open_tables
from documents.vocabulary import word_for
from rules.role import Role

NEEDED = "name"
WITH = "agency,role,post"
OF_AN_AGENCY = (Role.OFFICER, Role.HEAD)
MOST_NUMBERS = 500
_NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_TOO_LONG = re.compile(r"\d{10}")


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
class PeopleReading(TableReading):
    """A whole list of staff."""

    rows: tuple[PersonRow, ...]


def read_people(path: Path, learned: Learned = NOTHING) -> PeopleReading:
    """Return the people of a list; raises PlanFileRefused where the file holds none."""
    tables = open_tables(path, "people", NEEDED, learned, any_of=WITH)
    doubts = tables.doubts()
    rows = [row for table in tables.found for line in table.rows if (row := _read(line, doubts))]
    return PeopleReading(tables, tuple(rows), tuple(doubts))


def _read(row: SheetRow, doubts: list[Doubt]) -> PersonRow | None:
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
    """Return the activities of "13, 15-17 และ 20", () where none is named, None for a number or a range that is none."""
    written = plain(text)
    if _TOO_LONG.search(written):
        return None
    found = list(_ranges(written))
    if any(last < first or last - first > MOST_NUMBERS for first, last in found):
        return None
    return tuple(dict.fromkeys(no for first, last in found for no in range(first, last + 1)))


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for first, last in _NUMBERS.findall(text):
        yield int(first), int(last or first)
