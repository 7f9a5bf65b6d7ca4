"""Brings approved changes into the plan: each is dated, refers to its approval, and leaves the original budget visible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from documents.plan_changes import ChangeRow
from i18n import _
from models.audit import note
from models.plan import Activity, Project, activities
from models.plan_change import Approval, ChangeKind, is_recorded, record_change
from models.record import Entry, record_reports
from models.report import Kind
from models.standing import Standing
from rules.figures import Figures
from rules.fiscal_year import period_of
from rules.status import Status
from thai.writing import baht, short_date


class Refused(StrEnum):
    """Why a change cannot be made."""

    NO_ACTIVITY = "NO_ACTIVITY"
    TOO_MUCH = "TOO_MUCH"
    BELOW_DISBURSED = "BELOW_DISBURSED"
    KNOWN = "KNOWN"


@dataclass(frozen=True)
class Step:
    """One entry of a change: what happens to one activity. Money is satang."""

    row: ChangeRow
    no: int
    kind: ChangeKind
    amount_satang: int
    other_no: int | None = None


@dataclass(frozen=True)
class Changed:
    """A step and, where it cannot or need not be made, why."""

    step: Step
    refused: Refused | None = None


def steps_of(rows: Sequence[ChangeRow]) -> list[Step]:
    """Return what the changes do to each activity; a transfer is two steps."""
    return [step for row in rows for step in _steps(row)]


def bring_in_changes(
    session: Session,
    province_id: int,
    year_be: int,
    rows: Sequence[ChangeRow],
    now: datetime,
    *,
    by: int | None = None,
    is_dry_run: bool = False,
) -> list[Changed]:
    """Check every step against the plan and make those that can be made, a transfer whole or not at all.

    Steps that were made before are left as they are. With `is_dry_run` nothing is changed.
    """
    known = {each.no: each for each in activities(session, province_id, year_be)}
    budgets = {no: activity.budget_satang for no, activity in known.items()}
    found: list[Changed] = []
    for row in sorted(rows, key=lambda each: (each.decided_on, each.row)):
        steps = _steps(row)
        reasons = [_reason(session, known, budgets, step) for step in steps]
        worst = next((each for each in reasons if each and each is not Refused.KNOWN), None)
        for step, reason in zip(steps, reasons, strict=True):
            found.append(Changed(step, worst or reason))
            if not (worst or reason):
                budgets[step.no] = _after(step, budgets[step.no])
                if not is_dry_run:
                    _make(session, known[step.no], step, budgets[step.no], now, by)
    if not is_dry_run:
        made = [each.step.no for each in found if each.refused is None]
        note(session, now, "plan_changed", province_id=province_id, person_id=by, activities=made)
    return found


def step_words(step: Step) -> str:
    """Return a step in one line: what, how much, when and under which reference."""
    words = {
        ChangeKind.TRANSFER_OUT: _("transferred out {amount}"),
        ChangeKind.TRANSFER_IN: _("transferred in {amount}"),
        ChangeKind.BUDGET: _("budget changed by {amount}"),
        ChangeKind.FROM_RESERVE: _("begun from the reserve"),
        ChangeKind.CANCELLED: _("cancelled"),
        ChangeKind.CARRIED_OVER: _("{amount} carried over to the next year"),
    }[step.kind].format(amount=baht(step.amount_satang))
    parts = [_("Activity {no}: {changes}").format(no=step.no, changes=words), short_date(step.row.decided_on)]
    return " · ".join([*parts, *filter(None, (step.row.reference, step.row.authority))])


def refused_words(changed: Changed) -> str:
    """Return why a step is not made."""
    reason = {
        Refused.NO_ACTIVITY: _("the plan has no such activity"),
        Refused.TOO_MUCH: _("more than the activity's budget"),
        Refused.BELOW_DISBURSED: _("less would be left than was disbursed already"),
        Refused.KNOWN: _("stored already"),
    }
    return f"{step_words(changed.step)} – {reason[changed.refused]}" if changed.refused else ""


def _steps(row: ChangeRow) -> list[Step]:
    amount = row.amount_satang or 0
    if row.kind == "transfer":
        if row.to_no is None:
            return [Step(row, row.no, ChangeKind.TRANSFER_OUT, amount)]
        return [
            Step(row, row.no, ChangeKind.TRANSFER_OUT, amount, row.to_no),
            Step(row, row.to_no, ChangeKind.TRANSFER_IN, amount, row.no),
        ]
    if row.kind in ("increase", "decrease"):
        return [Step(row, row.no, ChangeKind.BUDGET, amount if row.kind == "increase" else -amount)]
    return [Step(row, row.no, ChangeKind(row.kind), amount)]


def _reason(
    session: Session, known: Mapping[int, Activity], budgets: Mapping[int, int], step: Step
) -> Refused | None:
    activity = known.get(step.no)
    if activity is None:
        return Refused.NO_ACTIVITY
    if is_recorded(session, activity, step.kind, _approval(step), step.amount_satang):
        return Refused.KNOWN
    if _after(step, budgets[step.no]) < 0 or (
        step.kind is ChangeKind.CARRIED_OVER and step.amount_satang > budgets[step.no]
    ):
        return Refused.TOO_MUCH
    standing = session.get(Standing, activity.id)
    disbursed = (standing.disbursed_satang or 0) if standing else 0
    return Refused.BELOW_DISBURSED if _after(step, budgets[step.no]) < disbursed else None


def _after(step: Step, budget: int) -> int:
    if step.kind is ChangeKind.TRANSFER_OUT:
        return budget - step.amount_satang
    if step.kind in (ChangeKind.TRANSFER_IN, ChangeKind.BUDGET):
        return budget + step.amount_satang
    return budget


def _approval(step: Step) -> Approval:
    return Approval(step.row.decided_on, step.row.reference, step.row.authority)


def _make(
    session: Session, activity: Activity, step: Step, after: int, now: datetime, by: int | None
) -> None:
    if step.kind is ChangeKind.FROM_RESERVE:
        session.get_one(Project, activity.project_id).is_reserve = False
    if step.kind is ChangeKind.CANCELLED:
        _cancel(session, activity, step, now, by)
    record_change(
        session, activity, step.kind, _approval(step), amount_satang=step.amount_satang,
        after_satang=after, now=now, other_no=step.other_no, by=by,
    )  # fmt: skip


def _cancel(session: Session, activity: Activity, step: Step, now: datetime, by: int | None) -> None:
    """Report the activity as cancelled, under the approving reference; its figures stay."""
    standing = session.get(Standing, activity.id)
    last = standing.figures() if standing else Figures()
    figures = Figures(
        status=Status.CANCELLED,
        progress_percent=last.progress_percent,
        disbursed_satang=last.disbursed_satang,
        committed_satang=last.committed_satang,
        problem_text=step.row.reference,
    )
    period = max(
        period_of(step.row.decided_on), standing.period if standing else period_of(step.row.decided_on)
    )
    entry = Entry(activity, period, step.row.decided_on, figures, Kind.IMPORT)
    record_reports(session, [entry], reporter_id=by, sent_at=now)
