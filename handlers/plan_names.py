"""The names by which messages speak of activities and agencies, taken from the plan."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, bindparam, cast, select
from sqlalchemy.orm import Session

from engine import plain
from models.agency import Agency, agencies
from models.plan import Activity
from thai.reading import Named
from thai.search import ranked_agencies

# Plans of more activities are read anew each time: what is kept shall stay small.
MOST_KEPT = 500
NAMES = (
    select(
        Activity.no,
        Activity.name,
        Activity.budget_satang,
        Activity.place,
        Agency.name.label("agency"),
        Agency.short_name,
        cast(Agency.aliases, Text).label("aliases"),
    )
    .join(Agency, Agency.id == Activity.agency_id)
    .where(Activity.province_id == bindparam("province_id"), Activity.year_be == bindparam("year_be"))
    .order_by(Activity.no)
)


def named_activities(session: Session, province_id: int, year_be: int) -> tuple[Named, ...]:
    """Return a year's activities as far as words can name them, by number."""
    found = tuple(plain.rows(session, NAMES, {"province_id": province_id, "year_be": year_be}))
    return _named(found) if len(found) <= MOST_KEPT else _named.__wrapped__(found)


@lru_cache(maxsize=128)
def _named(rows: tuple[Any, ...]) -> tuple[Named, ...]:
    """Return rows as names; the plan of a province reads the same for a thousand messages."""
    return tuple(
        Named(
            no=row.no,
            name=row.name,
            agency=row.agency,
            budget_satang=row.budget_satang,
            agency_aliases=_aliases(row.short_name, json.loads(row.aliases)),
            place=row.place or "",
        )
        for row in rows
    )


def agencies_called(session: Session, province_id: int, words: str) -> list[Agency]:
    """Return the agencies whose name or alias `words` fit, best first."""
    known = agencies(session, province_id)
    return [
        known[place]
        for place in ranked_agencies(
            words, [(each.name, *_aliases(each.short_name, each.aliases)) for each in known]
        )
    ]


def _aliases(short_name: str | None, aliases: Sequence[str]) -> tuple[str, ...]:
    return tuple(alias for alias in (short_name, *aliases) if alias)
