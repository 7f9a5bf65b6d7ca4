"""Where each activity stands now: one current row beside the append-only history, kept by the same verb that records."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Moment, Percent, Satang, Word
from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status


class Standing(Base):
    """The latest valid report of an activity, and when it last moved. Absent where nothing was ever reported."""

    __tablename__ = "standings"

    activity_id: Mapped[int] = mapped_column(
        ForeignKey("activities.id"), primary_key=True, autoincrement=False
    )
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    period: Mapped[date]
    as_of: Mapped[date]
    reported_at: Mapped[datetime] = mapped_column(Moment)
    reporter_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    status: Mapped[Status | None] = mapped_column(Word(Status))
    progress_percent: Mapped[Decimal | None] = mapped_column(Percent)
    disbursed_satang: Mapped[int | None] = mapped_column(Satang)
    committed_satang: Mapped[int | None] = mapped_column(Satang)
    left_over_satang: Mapped[int | None] = mapped_column(Satang)
    causes: Mapped[list[Any]] = mapped_column(default=list)
    problem_text: Mapped[str | None]
    last_moved_on: Mapped[date | None]

    def figures(self) -> Figures:
        return Figures(
            status=self.status,
            progress_percent=self.progress_percent,
            disbursed_satang=self.disbursed_satang,
            committed_satang=self.committed_satang,
            left_over_satang=self.left_over_satang,
            causes=tuple(Cause(cause) for cause in self.causes),
            problem_text=self.problem_text,
        )
