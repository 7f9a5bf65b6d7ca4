"""The names by which messages speak of activities and agencies, taken from the plan."""

from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from engine import plain
from models.agency import Agency, agencies
from models.plan import Activity
from thai.reading import Named
from thai.search import ranked_agencies

NAMES = (
    select(
        Activity.no,
        Activity.name,
        Activity.budget_satang,
        Activity.place,
        Agency.name.label("agency"),
        Agency.short_name,
        Agency.aliases,
    )
    .join(Agency, Agency.id == Activity.agency_id)
    .where(Activity.province_id == bindparam("province_id"), Activity.year_be == bindparam("year_be"))
    .order_by(Activity.no)
)


def named_activities(session: Session, province_id: int, year_be: int) -> tuple[Named, ...]:
    """Return a year's activities as far as words can name them, by number."""
    rows = plain.rows(session, NAMES, {"province_id": province_id, "year_be": year_be})
    return tuple(
        Named(
            no=row.no,
            name=row.name,
            agency=row.agency,
            budget_satang=row.budget_satang,
            agency_aliases=_aliases(row),
            place=row.place or "",
        )
        for row in rows
    )


def agencies_called(session: Session, province_id: int, words: str) -> list[Agency]:
    """Return the agencies whose name or alias `words` fit, best first."""
    known = agencies(session, province_id)
    return [
        known[place] for place in ranked_agencies(words, [(each.name, *_aliases(each)) for each in known])
    ]


def _aliases(agency: Agency | Row[Any]) -> tuple[str, ...]:
    return tuple(alias for alias in (agency.short_name, *agency.aliases) if alias)
