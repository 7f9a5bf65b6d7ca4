"""What changed in a plan after it was approved: dated, with the approval's reference; the original budget stays visible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Satang, Word
from models.plan import Activity


class ChangeKind(StrEnum):
    """What happened to the activity: money moved in or out, a reserve project begun, work given up or carried over."""

    BUDGET = "budget"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    FROM_RESERVE = "from_reserve"
    CANCELLED = "cancelled"
    CARRIED_OVER = "carried_over"


class PlanChange(Base):
    """One decided change. Money is satang; `before` and `after` are the activity's budget, equal where it stayed.

    `amount_satang` is what was moved, cancelled or carried over; `reference` the letter or resolution that approved it.
    """

    __tablename__ = "plan_changes"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), index=True)
    kind: Mapped[ChangeKind] = mapped_column(Word(ChangeKind))
    decided_on: Mapped[date]
    amount_satang: Mapped[int] = mapped_column(Satang)
    before_satang: Mapped[int] = mapped_column(Satang)
    after_satang: Mapped[int] = mapped_column(Satang)
    authority: Mapped[str | None] = mapped_column(String(200))
    reference: Mapped[str | None] = mapped_column(Text)
    other_no: Mapped[int | None]
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


@dataclass(frozen=True)
class Approval:
    """When a change was decided, by whom, and under which letter or resolution."""

    decided_on: date
    reference: str | None = None
    authority: str | None = None


def record_change(
    session: Session,
    activity: Activity,
    kind: ChangeKind,
    approval: Approval,
    *,
    amount_satang: int,
    after_satang: int,
    now: datetime,
    other_no: int | None = None,
    by: int | None = None,
) -> PlanChange:
    """Write a change down and give the activity the budget that follows from it (satang)."""
    change = PlanChange(
        province_id=activity.province_id,
        activity_id=activity.id,
        kind=kind,
        decided_on=approval.decided_on,
        amount_satang=amount_satang,
        before_satang=activity.budget_satang,
        after_satang=after_satang,
        authority=approval.authority,
        reference=approval.reference,
        other_no=other_no,
        recorded_at=now,
        recorded_by=by,
    )
    session.add(change)
    activity.budget_satang = after_satang
    session.flush()
    return change


def changes_of(session: Session, activity_ids: Sequence[int]) -> list[PlanChange]:
    """Return the changes of these activities, the earliest decision first."""
    query = select(PlanChange).where(PlanChange.activity_id.in_(activity_ids))
    return list(session.scalars(query.order_by(PlanChange.decided_on, PlanChange.id)))


def original_budget_satang(session: Session, activity: Activity) -> int:
    """Return the budget that was approved first (satang); changes are counted in the order in which they were recorded."""
    query = select(PlanChange.before_satang).where(PlanChange.activity_id == activity.id)
    first = session.scalar(query.order_by(PlanChange.id).limit(1))
    return activity.budget_satang if first is None else first


def is_recorded(
    session: Session, activity: Activity, kind: ChangeKind, approval: Approval, amount_satang: int
) -> bool:
    """Return whether the very same change was written down before, so that a file imported twice changes nothing."""
    query = select(PlanChange.id).where(
        PlanChange.activity_id == activity.id,
        PlanChange.kind == kind,
        PlanChange.decided_on == approval.decided_on,
        PlanChange.amount_satang == amount_satang,
        PlanChange.reference == approval.reference
        if approval.reference is not None
        else PlanChange.reference.is_(None),
    )
    return session.scalar(query.limit(1)) is not None
