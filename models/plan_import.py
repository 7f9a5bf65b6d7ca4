"""Imports a plan: does what a comparison says, in the caller's one transaction, and notes it."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.agency import agencies, ensure_agency
from models.audit import note
from models.plan import Activity, Project, activities, projects
from models.plan_diff import ACTIVITY_FIELDS, Change, NewActivity, PlanDiff, plan_diff

__all__ = ["apply_diff", "plan_diff"]


def apply_diff(session: Session, diff: PlanDiff, now: datetime, *, by: int | None = None) -> None:
    """Add and change what the comparison says; nothing is deleted, and an empty comparison leaves no trace.

    `by` is the person who imports, None on the command line. Raises ValueError for a province not yet made.
    """
    if diff.province_id is None:
        raise ValueError("make the province first")
    if diff.is_empty:
        return
    for name in diff.new_agencies:
        ensure_agency(session, diff.province_id, name)
    _write_projects(session, diff.province_id, diff)
    agency_ids = {agency.name: agency.id for agency in agencies(session, diff.province_id)}
    project_ids = {project.name: project.id for project in projects(session, diff.province_id, diff.year_be)}
    ids = {"agency": agency_ids, "project": project_ids}
    # One statement for all: a plan may hold ten thousand.
    if diff.add:
        added = [_activity(diff.province_id, diff.year_be, new, ids, now) for new in diff.add]
        session.execute(insert(Activity), added)
    known = {}
    if diff.change:
        known = {activity.no: activity for activity in activities(session, diff.province_id, diff.year_be)}
    for changed in diff.change:
        for change in changed.changes:
            _write(known[changed.no], change, ids)
    session.flush()
    _note_import(session, diff, now, by)


def _write_projects(session: Session, province_id: int, diff: PlanDiff) -> None:
    known = {project.name: project for project in projects(session, province_id, diff.year_be)}
    for changed in diff.changed_projects:
        for change in changed.changes:
            setattr(known[changed.name], change.field, change.after)
    # An old name must be free before another project takes it.
    session.flush()
    session.add_all(
        Project(province_id=province_id, year_be=diff.year_be, name=line.name, **line.said)
        for line in diff.new_projects
    )
    session.flush()


def _activity(
    province_id: int, year_be: int, new: NewActivity, ids: dict[str, dict[str, int]], now: datetime
) -> dict[str, Any]:
    said = {field: getattr(new.row, attribute) for field, attribute in ACTIVITY_FIELDS.items()}
    return {
        "province_id": province_id,
        "year_be": year_be,
        "no": new.no,
        "agency_id": ids["agency"][new.agency],
        "project_id": ids["project"][new.project],
        "made_at": now,
        **said,
    }


def _write(activity: Activity, change: Change, ids: dict[str, dict[str, int]]) -> None:
    if change.field in ids:
        setattr(activity, f"{change.field}_id", ids[change.field][change.after])
    else:
        setattr(activity, change.field, change.after)


def _note_import(session: Session, diff: PlanDiff, now: datetime, by: int | None) -> None:
    """Note numbers and fields, never names; of budgets also the amounts: they bound what may be disbursed."""
    changed: dict[str, list[str]] = {
        str(each.no): [one.field for one in each.changes] for each in diff.change
    }
    budgets: dict[str, Any] = {
        str(each.no): [one.before, one.after]
        for each in diff.change
        for one in each.changes
        if one.field == "budget_satang"
    }
    note(
        session,
        now,
        "plan_imported",
        province_id=diff.province_id,
        person_id=by,
        year_be=diff.year_be,
        added=[new.no for new in diff.add],
        changed=changed,
        budgets_satang=budgets,
        projects_changed=len(diff.changed_projects),
        in_doubt=[doubt.row.no for doubt in diff.doubts],
    )
