"""Where the treasury and an officer say different figures: since when, who was asked, and the reason that was given."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Satang, Word


class GapReason(StrEnum):
    """What officers answer when they are asked why the figures differ."""

    TREASURY_LATER = "treasury_later"
    REPORT_LATER = "report_later"
    REPORT_WRONG = "report_wrong"
    OTHER = "other"


class TreasuryGap(Base):
    """One difference while it lasts: opened when it was first seen, closed when the figures agree again.

    `gap_satang` is the treasury's figure less the officer's. A gap whose size changed stays the same gap; one that grew
    or turned round is asked about anew: the reason that was given is of another difference.
    """

    __tablename__ = "treasury_gaps"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), index=True)
    gap_satang: Mapped[int] = mapped_column(Satang)
    since: Mapped[date]
    asked_on: Mapped[date | None]
    reason: Mapped[GapReason | None] = mapped_column(Word(GapReason))
    note: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    closed_on: Mapped[date | None]


def open_gaps(session: Session, activity_ids: Sequence[int]) -> dict[int, TreasuryGap]:
    """Return the differences that last, by activity id."""
    query = select(TreasuryGap).where(
        TreasuryGap.activity_id.in_(activity_ids), TreasuryGap.closed_on.is_(None)
    )
    return {gap.activity_id: gap for gap in session.scalars(query)}


def keep_gap(session: Session, known: TreasuryGap | None, activity_id: int, satang: int, on: date) -> None:
    """Open, change or close the difference of one activity; `satang` is 0 where both sides agree."""
    if known is None and satang:
        session.add(TreasuryGap(activity_id=activity_id, gap_satang=satang, since=on))
    elif known is not None and not satang:
        known.closed_on = on
    elif known is not None:
        if abs(satang) > abs(known.gap_satang) or (satang > 0) != (known.gap_satang > 0):
            known.asked_on = known.reason = known.note = known.answered_at = known.answered_by = None
        known.gap_satang = satang


def answer_gap(
    gap: TreasuryGap, reason: GapReason, *, by: int, now: datetime, note: str | None = None
) -> None:
    """Keep the reason that the officer gave."""
    gap.reason, gap.note, gap.answered_by, gap.answered_at = reason, note, by, now
