"""The plan of one province and year as it is remembered, laid out for comparing with one that was read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, agencies
from models.plan import Activity, Project, activities, projects
from models.standing import Standing

NameKey = Callable[[str], str]


def name_key(name: str) -> str:
    """Return what two writings of one name share: case and runs of blanks do not matter."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True)
class KnownPlan:
    """`activities` are by number, `projects` and `agencies` by id, `standings` by activity id.

    `offices` are the agencies again, by the key of every name that they go by.
    """

    activities: Mapping[int, Activity]
    projects: Mapping[int, Project]
    agencies: Mapping[int, Agency]
    offices: Mapping[str, Agency]
    standings: Mapping[int, Standing]
    agency_key: NameKey

    def agency_name(self, written: str) -> str | None:
        """Return the remembered name of an agency, or None where it is new."""
        office = self.offices.get(self.agency_key(written))
        return office.name if office else None

    def agency_of(self, activity: Activity) -> str:
        """Return the name of the agency that carries an activity out."""
        return self.agencies[activity.agency_id].name

    def project_of(self, activity: Activity) -> Project:
        """Return the project of an activity."""
        return self.projects[activity.project_id]

    def project_named(self, written: str) -> Project | None:
        """Return the remembered project of this name, or None where it is new."""
        wanted = name_key(written)
        return next((project for project in self.projects.values() if name_key(project.name) == wanted), None)

    def standing(self, no: int) -> Standing | None:
        """Return what was last reported of an activity, or None."""
        activity = self.activities.get(no)
        return self.standings.get(activity.id) if activity else None


def known_plan(session: Session, province_id: int | None, year_be: int, agency_key: NameKey) -> KnownPlan:
    """Return what is remembered; everything is empty where the province itself is new (None)."""
    if province_id is None:
        return KnownPlan({}, {}, {}, {}, {}, agency_key)
    reported = select(Standing).join(Activity, Activity.id == Standing.activity_id)
    reported = reported.where(Activity.province_id == province_id, Activity.year_be == year_be)
    known = agencies(session, province_id)
    return KnownPlan(
        activities={activity.no: activity for activity in activities(session, province_id, year_be)},
        projects={project.id: project for project in projects(session, province_id, year_be)},
        agencies={office.id: office for office in known},
        offices=_offices(known, agency_key),
        standings={standing.activity_id: standing for standing in session.scalars(reported)},
        agency_key=agency_key,
    )


def _offices(known: Sequence[Agency], agency_key: NameKey) -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for office in known:
        for other in (office.short_name, *office.aliases):
            if other:
                found.setdefault(agency_key(other), office)
    # A full name always wins over another agency's short name.
    return found | {agency_key(office.name): office for office in known}
