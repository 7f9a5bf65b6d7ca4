"""A year's activities as light rows, with the names of their projects and agencies: for papers about thousands of them."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency
from models.plan import Activity, Project


class Planned(NamedTuple):
    """An activity of the plan; the budget is after approved transfers."""

    id: int
    no: int
    name: str
    budget_satang: int
    planned_start: date | None
    planned_end: date | None
    project: str
    agency: str


def planned_activities(session: Session, province_id: int, year_be: int) -> list[Planned]:
    """Return a year's activities by number."""
    query = (
        select(
            Activity.id,
            Activity.no,
            Activity.name,
            Activity.budget_satang,
            Activity.planned_start,
            Activity.planned_end,
            Project.name,
            Agency.name,
        )
        .join(Project, Project.id == Activity.project_id)
        .join(Agency, Agency.id == Activity.agency_id)
        .where(Activity.province_id == province_id, Activity.year_be == year_be)
        .order_by(Activity.no)
    )
    return [Planned(*row) for row in session.execute(query)]
