"""Where each activity stands now: one current row beside the append-only history, kept by the same verb that records."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Moment
from models.figure_columns import FigureColumns


class Standing(FigureColumns, Base):
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
    last_moved_on: Mapped[date | None]
