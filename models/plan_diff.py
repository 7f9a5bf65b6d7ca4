"""Compares a plan that was read with the one remembered; the import does it, the preview shows it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.plan_doubts import PlanDoubt, find_doubts
from models.plan_known import KnownPlan, NameKey, known_plan, name_key
from models.plan_names import ProjectLine, agency_names, project_lines
from models.plan_row import PlanRow

# What an activity remembers, and what a row calls it; its agency and project are compared by name.
ACTIVITY_FIELDS = {
    "name": "activity",
    "main_activity": "main_activity",
    "place": "place",
    "code": "code",
    "budget_satang": "budget_satang",
    "expense_class": "expense_class",
    "planned_start": "planned_start",
    "planned_end": "planned_end",
}


@dataclass(frozen=True)
class Change:
    """One field, before and after; agencies and projects are given by name, money in satang."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class ActivityChange:
    no: int
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ProjectChange:
    """`name` is what the project was called before."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class NewActivity:
    """A row to be added, with its agency and project under the names by which they are remembered."""

    no: int
    row: PlanRow
    agency: str
    project: str


@dataclass(frozen=True)
class Unmentioned:
    """An activity that is remembered but was not read; it stays."""

    no: int
    name: str


@dataclass(frozen=True)
class PlanDiff:
    """What an import does. `leave` are the numbers of activities that already are as the file says."""

    province_id: int | None
    year_be: int
    new_agencies: tuple[str, ...]
    new_projects: tuple[ProjectLine, ...]
    changed_projects: tuple[ProjectChange, ...]
    add: tuple[NewActivity, ...]
    change: tuple[ActivityChange, ...]
    leave: tuple[int, ...]
    missing: tuple[Unmentioned, ...]
    doubts: tuple[PlanDoubt, ...]

    @property
    def is_empty(self) -> bool:
        """Whether importing changes nothing."""
        return not (self.add or self.change or self.changed_projects)


def plan_diff(
    session: Session,
    province_id: int | None,
    year_be: int,
    rows: Sequence[PlanRow],
    *,
    set_aside: Collection[int] = (),
    agency_key: NameKey = name_key,
) -> PlanDiff:
    """Return what importing `rows` would do to the plan of a province (None: one that is not there yet).

    Activities are matched by number, projects by name, agencies by any of their names under `agency_key`.
    Rows in doubt take no part. `set_aside` are numbers that the file holds but that are not to be imported;
    they are not missing. Raises ValueError where a row has no number or the number of another.
    """
    known = known_plan(session, province_id, year_be, agency_key)
    numbered = _by_number(rows)
    doubts = tuple(find_doubts(known, numbered))
    in_doubt = {doubt.row.no for doubt in doubts}
    clear = {no: row for no, row in sorted(numbered.items()) if no not in in_doubt}
    comparison = _Comparison(known, agency_names(known, clear.values()), project_lines(known, clear))
    changes = {no: comparison.changes(no, row) for no, row in clear.items() if no in known.activities}
    mentioned = numbered.keys() | set(set_aside)
    return PlanDiff(
        province_id=province_id,
        year_be=year_be,
        new_agencies=tuple(name for name in comparison.agencies.values() if known.agency_name(name) is None),
        new_projects=tuple(line for line in comparison.projects.values() if line.known is None),
        changed_projects=tuple(comparison.project_changes()),
        add=tuple(comparison.addition(no, row) for no, row in clear.items() if no not in known.activities),
        change=tuple(
            ActivityChange(no, known.activities[no].name, found) for no, found in changes.items() if found
        ),
        leave=tuple(no for no, found in changes.items() if not found),
        missing=tuple(
            Unmentioned(no, each.name) for no, each in known.activities.items() if no not in mentioned
        ),
        doubts=doubts,
    )


def _by_number(rows: Sequence[PlanRow]) -> dict[int, PlanRow]:
    found: dict[int, PlanRow] = {}
    for row in rows:
        if row.no is None or found.setdefault(row.no, row) is not row:
            raise ValueError(f"{row.sheet}, row {row.row}: the number {row.no} is missing or given twice")
    return found


@dataclass(frozen=True)
class _Comparison:
    known: KnownPlan
    agencies: Mapping[str, str]
    projects: Mapping[str, ProjectLine]

    def addition(self, no: int, row: PlanRow) -> NewActivity:
        return NewActivity(no, row, self._agency(row), self._project(row).name)

    def changes(self, no: int, row: PlanRow) -> tuple[Change, ...]:
        """Return the fields in which a row says something else than its activity."""
        activity, found = self.known.activities[no], []
        office = self.known.agency_of(activity)
        if office != self._agency(row):
            found.append(Change("agency", office, self._agency(row)))
        line = self._project(row)
        if line.known is None or line.known.id != activity.project_id:
            found.append(Change("project", self.known.project_of(activity).name, line.name))
        said = {field: getattr(row, attribute) for field, attribute in ACTIVITY_FIELDS.items()}
        return (*_differences(activity, said), *found)

    def project_changes(self) -> list[ProjectChange]:
        """Return the remembered projects of which the rows say something else."""
        found = []
        for line in self.projects.values():
            if line.known is not None:
                changes = _differences(line.known, {"name": line.name, **line.said})
                found.extend([ProjectChange(line.known.name, changes)] if changes else [])
        return found

    def _agency(self, row: PlanRow) -> str:
        return self.agencies[self.known.agency_key(row.agency)]

    def _project(self, row: PlanRow) -> ProjectLine:
        return self.projects[name_key(row.project)]


def _differences(record: object, said: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return what is said otherwise than remembered; what is not said (None) is no difference."""
    pairs = ((field, getattr(record, field), value) for field, value in said.items() if value is not None)
    return tuple(Change(field, before, after) for field, before, after in pairs if before != after)
