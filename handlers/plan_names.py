"""The names by which messages speak of activities and agencies, taken from the plan."""

from sqlalchemy.orm import Session

from models.agency import Agency, agencies
from models.plan import activities
from thai.reading import Named
from thai.search import ranked_agencies


def named_activities(session: Session, province_id: int, year_be: int) -> tuple[Named, ...]:
    """Return a year's activities as far as words can name them, by number."""
    offices = {agency.id: agency for agency in agencies(session, province_id)}
    return tuple(
        Named(
            no=activity.no,
            name=activity.name,
            agency=offices[activity.agency_id].name,
            budget_satang=activity.budget_satang,
            agency_aliases=_aliases(offices[activity.agency_id]),
            place=activity.place or "",
        )
        for activity in activities(session, province_id, year_be)
    )


def agencies_called(session: Session, province_id: int, words: str) -> list[Agency]:
    """Return the agencies whose name or alias `words` fit, best first."""
    known = agencies(session, province_id)
    return [
        known[place] for place in ranked_agencies(words, [(each.name, *_aliases(each)) for each in known])
    ]


def _aliases(agency: Agency) -> tuple[str, ...]:
    return tuple(alias for alias in (agency.short_name, *agency.aliases) if alias)
