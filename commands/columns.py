"""What imports share: columns that the operator explains (--column F=budget), remembered by their headings; and days."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from commands.refuse import refuse
from documents.learned import Learned, heading_key
from documents.plan_reading import ColumnReading
from i18n import _
from models.column_mapping import mappings_of, remember_mapping
from models.province import ensure_province, province_named

COLUMN_HELP = (
    "What a column holds, such as F=budget, or F=- for nothing; remembered by its heading. May be repeated."
)
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


def learned_by(session: Session, province: str, kind: str, told: Mapping[str, str]) -> Learned:
    """Return what the office said of its headings before, and what is told now."""
    home = province_named(session, province)
    return Learned(mappings_of(session, home.id if home else None, kind), told)


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
