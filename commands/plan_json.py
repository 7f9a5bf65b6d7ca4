"""What import-plan --json prints: the same as in words, with satang, ISO dates and codes that stay the same."""

from datetime import date
from typing import Any

from documents.checks import Difference
from documents.checks_words import sentence
from documents.misprints import Why
from documents.plan_conflicts import reason
from documents.plan_outcome import Outcome
from documents.plan_reading import PlanReading
from models.plan_diff import Change, NewActivity, PlanDiff


def in_json(outcome: Outcome) -> dict[str, Any]:
    """Return the outcome as plain values."""
    wish, diff = outcome.wish, outcome.diff
    return {
        "file": wish.file,
        "province": wish.province,
        "year_be": wish.year_be,
        "dry_run": wish.is_dry_run,
        "stored": outcome.is_stored,
        "refused": outcome.is_refused,
        "read": _read(outcome.reading),
        **_diff(diff),
        "doubts": _doubts(outcome),
        "totals": [
            {**vars(total), "why": _why(total.why), "difference_satang": total.difference_satang}
            for total in outcome.reading.totals
        ],
        "differences": [_difference(each) for each in outcome.reading.differences],
        "results_stored": outcome.results,
        "notes": [note.text for note in outcome.reading.notes],
        "hidden": [vars(each) for each in outcome.reading.hidden],
        "columns": [
            {
                "sheet": each.sheet,
                "column": each.column,
                "header": each.header,
                "field": each.field,
                "why": each.why,
            }
            for each in outcome.reading.columns
        ],
    }


def _why(why: Why | None) -> dict[str, Any] | None:
    return {"slip": str(why.slip), **dict(why.details)} if why else None


def _difference(each: Difference) -> dict[str, Any]:
    """Return what does not follow from other figures; money is satang, a percentage hundredths of a percent."""
    plain = {**vars(each), "check": str(each.check), "why": _why(each.why)}
    return {**plain, "difference": each.difference, "reason": sentence(each)}


def _read(reading: PlanReading) -> dict[str, Any]:
    return {
        "activities": len(reading.rows),
        "projects": len(reading.projects),
        "agencies": len(reading.agencies),
        "budget_satang": reading.budget_satang,
    }


def _doubts(outcome: Outcome) -> list[dict[str, Any]]:
    """Return every doubt; `left_out` says that its row is not among those to be stored."""
    is_left_out = not outcome.wish.as_read
    found: list[dict[str, Any]] = [
        {
            "sheet": doubt.sheet,
            "row": doubt.row,
            "code": str(doubt.code),
            "reason": doubt.reason,
            "left_out": doubt.is_left_out or is_left_out,
        }
        for doubt in outcome.reading.doubts
    ]
    for doubt in outcome.diff.doubts:
        place = {"sheet": doubt.row.sheet, "row": doubt.row.row}
        found.append({**place, "code": str(doubt.code), "reason": reason(doubt), "left_out": True})
    return found


def _diff(diff: PlanDiff) -> dict[str, Any]:
    return {
        "add": [_added(new) for new in diff.add],
        "change": [
            {"no": each.no, "name": each.name, "changes": _changes(each.changes)} for each in diff.change
        ],
        "leave": list(diff.leave),
        "missing": [vars(each) for each in diff.missing],
        "projects": {
            "add": [line.name for line in diff.new_projects],
            "change": [
                {"name": each.name, "changes": _changes(each.changes)} for each in diff.changed_projects
            ],
        },
        "agencies": {"add": list(diff.new_agencies)},
    }


def _added(new: NewActivity) -> dict[str, Any]:
    row = new.row
    return {
        "no": new.no,
        "name": row.activity,
        "project": new.project,
        "agency": new.agency,
        "budget_satang": row.budget_satang,
        "sheet": row.sheet,
        "row": row.row,
    }


def _changes(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    return [
        {"field": each.field, "before": _plain(each.before), "after": _plain(each.after)} for each in changes
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
