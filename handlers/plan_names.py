"""The names by which messages speak of activities and agencies, taken from the plan."""

from sqlalchemy.orm import Session

from models.agency import agencies
from models.plan import activities
from thai.reading import Named


def named_activities(session: Session, province_id: int, year_be: int) -> tuple[Named, ...]:
    """Return a year's activities as far as words can name them, by number."""
    offices = {agency.id: agency for agency in agencies(session, province_id)}
    return tuple(
        Named(
            no=activity.no,
            name=activity.name,
            agency=offices[activity.agency_id].name,
            budget_satang=activity.budget_satang,
            agency_aliases=tuple(
                alias
                for alias in (offices[activity.agency_id].short_name, *offices[activity.agency_id].aliases)
                if alias
            ),
            place=activity.place or "",
        )
        for activity in activities(session, province_id, year_be)
    )
