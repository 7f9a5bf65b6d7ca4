"""Keying sheets for the central systems: each activity's fields in the order of the screen, and what changed since."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.inputs import from_json
from documents.papers.keying_fields import SOURCES, fields_of, is_own, keyed_code
from documents.papers.known import Known, known_year
from models.paper import paper_coded
from thai.keying import SYSTEMS

NAME = "keying"
Before = Mapping[int, Mapping[str, str]]


@dataclass(frozen=True)
class KeyField:
    """One field as it is copied; `was` what was keyed last, blank where nothing was."""

    label: str
    value: str
    was: str
    is_changed: bool


@dataclass(frozen=True)
class KeyRow:
    """One activity; `is_new` where it was not keyed before, `changed` the labels of what is to be keyed again."""

    no: int
    name: str
    is_new: bool
    changed: tuple[str, ...]
    fields: tuple[KeyField, ...]


@dataclass(frozen=True)
class KeySheet:
    """One system. `is_own`: its fields were entered by the office; `keyed_code`: the sheet that was keyed last."""

    file: str
    system: str
    is_own: bool
    keyed_code: str
    to_key: int
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True)
class Keying:
    province: str
    year_be: int
    as_of: date
    systems: tuple[KeySheet, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return a sheet for each system; activities that nobody reported stand in it with what the plan says."""
    year = known_year(session, ask)
    paper = Keying(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        systems=tuple(_sheet(session, ask, system, year.activities) for system in SYSTEMS),
        names=year.names,
    )
    cells = {
        f"{known.activity.no}.disbursed": Cell(known.disbursed_satang, known.sources)
        for known in year.activities
    }
    return Gathered(asdict(paper), year.data_version, cells)


def _sheet(session: Session, ask: Ask, system: str, activities: tuple[Known, ...]) -> KeySheet:
    code, before = _keyed(session, ask, system)
    rows = tuple(_row(known, fields_of(ask.province, system), before) for known in activities)
    return KeySheet(
        file=SYSTEMS[system],
        system=SYSTEMS[system],
        is_own=is_own(ask.province, system),
        keyed_code=code,
        to_key=sum(bool(row.is_new or row.changed) for row in rows),
        rows=rows,
    )


def _keyed(session: Session, ask: Ask, system: str) -> tuple[str, Before]:
    """Return the code of the sheet that was keyed last in this year, and its values by activity and label."""
    code = keyed_code(ask.province, system)
    paper = paper_coded(session, code) if code else None
    if paper is None or paper.province_id != ask.province.id or paper.form != NAME:
        return "", {}
    context: dict[str, Any] = from_json(paper.inputs)["context"]
    if context["year_be"] != ask.year_be:
        return "", {}
    sheet = next((each for each in context["systems"] if each["system"] == SYSTEMS[system]), None)
    rows = sheet["rows"] if sheet else []
    return paper.code, {
        row["no"]: {field["label"]: field["value"] for field in row["fields"]} for row in rows
    }


def _row(known: Known, fields: tuple[tuple[str, str], ...], before: Before) -> KeyRow:
    was = before.get(known.activity.no)
    found = [_field(label, SOURCES[source](known), was) for label, source in fields]
    return KeyRow(
        no=known.activity.no,
        name=known.activity.name,
        is_new=was is None,
        changed=tuple(field.label for field in found if field.is_changed),
        fields=tuple(found),
    )


def _field(label: str, value: str, was: Mapping[str, str] | None) -> KeyField:
    old = was.get(label, "") if was is not None else ""
    return KeyField(label, value, old, was is not None and old != value)
