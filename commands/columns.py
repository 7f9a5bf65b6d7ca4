"""What imports share: columns that the operator explains, remembered by their headings; hidden parts; copies; days."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from commands.refuse import refuse
from documents.learned import Learned, heading_key
from documents.plan_hidden import Hidden
from documents.plan_reading import ColumnReading
from documents.table_marks import annotated_table
from documents.tables import TableReading
from i18n import _
from models.column_mapping import mappings_of, remember_mapping
from models.province import ensure_province, province_named

COLUMN_HELP = (
    "What a column holds, such as F=budget, or F=- for nothing; remembered by its heading. May be repeated."
)
HIDDEN_HELP = "Read hidden rows and columns like others, or leave them out; without it they are in doubt."
ANNOTATED_HELP = "Write a copy with doubtful cells marked."
NOT_USED = "-"


def columns_told(options: Sequence[str], fields: Collection[str]) -> dict[str, str]:
    """Return the field of each column's letters; leaves with status 2 where one cannot be read."""
    told = {}
    for option in options:
        letters, _sign, field = option.partition("=")
        letters, field = letters.strip().upper(), field.strip()
        if not letters.isascii() or not letters.isalpha() or field not in (*fields, NOT_USED):
            known = ", ".join([*fields, NOT_USED])
            refuse(_("--column: such as F=budget, with one of: {fields}").format(fields=known))
        told[letters] = "" if field == NOT_USED else field
    return told


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every import can be told of reading a file: --column, --hidden and --annotated."""
    choices = click.Choice([str(Hidden.READ), str(Hidden.LEAVE)])
    for option in (
        click.option("--annotated", type=click.Path(path_type=Path), help=ANNOTATED_HELP),
        click.option("--hidden", type=choices, help=HIDDEN_HELP),
        click.option("--column", "columns", multiple=True, metavar="F=FIELD", help=COLUMN_HELP),
    ):
        command = option(command)
    return command


def learned_by(
    session: Session, province: str, kinds: Sequence[str], told: Mapping[str, str], hidden: str | None = None
) -> Learned:
    """Return what the office said of its headings before (the last kind goes first), and what is told now."""
    home = province_named(session, province)
    said: dict[str, str] = {}
    for kind in kinds:
        said |= mappings_of(session, home.id if home else None, kind)
    return Learned(said, told, Hidden(hidden or Hidden.ASK))


def write_annotated(path: Path | None, file: Path, reading: TableReading) -> None:
    """Write the annotated copy where one was asked for."""
    if path is not None:
        path.write_bytes(annotated_table(file, reading))


def hidden_hint(reading: TableReading) -> list[str]:
    """Return how to decide what becomes of hidden parts, where that is open."""
    if any(each.choice is Hidden.ASK for each in reading.hidden):
        return [_("--hidden read takes what is hidden, --hidden leave leaves it out.")]
    return []


def remember_told(
    session: Session,
    province: str,
    kind: str,
    told: Mapping[str, str],
    columns: Sequence[ColumnReading],
    now: datetime,
) -> None:
    """Remember by their headings what was told of columns."""
    home = ensure_province(session, province, now)
    for column in columns:
        if column.column in told and heading_key(column.header):
            wanted = told[column.column]
            remember_mapping(
                session, home.id, kind, heading_key(column.header), column.header, wanted, now=now
            )


def day_of(option: str, text: str) -> date:
    """Read an ISO date of the common era; leaves with status 2 for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not 1990 <= day.year <= 2200:
        refuse(_("{option}: a day such as 2021-02-15, not {said}").format(option=option, said=repr(text)))
    return day
