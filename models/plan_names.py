"""Under which names the agencies and projects of a plan that was read are, or will be, remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.plan import Project
from models.plan_known import KnownPlan, name_key
from models.plan_row import PlanRow

# What a project remembers, and what a row calls it.
PROJECT_FIELDS = {
    "no": "project_no",
    "strategic_issue": "strategic_issue",
    "funding_source": "funding_source",
    "is_reserve": "is_reserve",
}


@dataclass(frozen=True)
class ProjectLine:
    """One project of the file. `known` is its remembered row (None: new), `said` what the rows say of it."""

    name: str
    known: Project | None
    said: Mapping[str, Any]


def agency_names(known: KnownPlan, rows: Iterable[PlanRow]) -> dict[str, str]:
    """Return the remembered name of every agency by its key; a new one is called as it is written first."""
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(known.agency_key(row.agency), known.agency_name(row.agency) or row.agency)
    return found


def project_lines(known: KnownPlan, rows: Mapping[int, PlanRow]) -> dict[str, ProjectLine]:
    """Return every project of the rows (by number) under the key of its name, in their order."""
    of_project: dict[str, list[PlanRow]] = {}
    for _no, row in sorted(rows.items()):
        of_project.setdefault(name_key(row.project), []).append(row)
    return {key: _line(known, rows, its_rows) for key, its_rows in of_project.items()}


def _line(known: KnownPlan, rows: Mapping[int, PlanRow], its_rows: list[PlanRow]) -> ProjectLine:
    said = {field: _first_said(its_rows, attribute) for field, attribute in PROJECT_FIELDS.items()}
    project = known.project_named(its_rows[0].project)
    if project is not None:
        return ProjectLine(project.name, project, said)
    return ProjectLine(its_rows[0].project, _renamed(known, rows, its_rows), said)


def _first_said(rows: list[PlanRow], attribute: str) -> Any:
    return next((said for row in rows if (said := getattr(row, attribute)) is not None), None)


def _renamed(known: KnownPlan, rows: Mapping[int, PlanRow], its_rows: list[PlanRow]) -> Project | None:
    """Return the project that only got a new name: all its activities are here now, and no others."""
    numbers = {row.no for row in its_rows}
    project_ids = {activity.project_id for no, activity in known.activities.items() if no in numbers}
    if len(project_ids) != 1:
        return None
    was = known.projects[project_ids.pop()]
    stayed = {no for no, activity in known.activities.items() if activity.project_id == was.id} - numbers
    is_still_named = any(name_key(row.project) == name_key(was.name) for row in rows.values())
    return None if stayed or is_still_named else was
