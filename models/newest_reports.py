"""The newest valid report of each activity of a year up to a day, as light rows: one question, however long the history.

models/report.effective says which reports are valid, in Python; a test holds the two together.
"""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Subquery, exists, func, select
from sqlalchemy.orm import Session, aliased

from models.plan import Activity
from models.report import Kind, Report
from rules.cause import Cause
from rules.figures import Figures


class NewestReport(NamedTuple):
    id: int
    figures: Figures


def newest_reports(
    session: Session, province_id: int, year_be: int, on: date, before: date | None = None
) -> dict[int, NewestReport]:
    """Return the report of the newest month by activity id: of those whose as-of date is not after `on`.

    With `before` only months before that period count. An activity without any such report is left out.
    """
    newest = _newest(province_id, year_be, on, before)
    query = select(
        Report.activity_id,
        Report.id,
        Report.status,
        Report.progress_percent,
        Report.disbursed_satang,
        Report.committed_satang,
        Report.causes,
        Report.problem_text,
        Report.left_over_satang,
    )
    rows = session.execute(query.join(newest, newest.c.id == Report.id).where(newest.c.place == 1))
    return {
        activity_id: NewestReport(
            report_id,
            Figures(
                status,
                percent,
                disbursed,
                committed,
                tuple(Cause(each) for each in causes),
                problem,
                left_over,
            ),
        )
        for activity_id, report_id, status, percent, disbursed, committed, causes, problem, left_over in rows
    }


def _newest(province_id: int, year_be: int, on: date, before: date | None) -> Subquery:
    """Return the valid reports with their place in each activity, the newest month's last revision first."""
    later = aliased(Report)
    # Asked of the activity's own reports, which an index finds: those of the whole country are many.
    taken_back = exists().where(
        later.activity_id == Report.activity_id,
        later.retracts_id == Report.id,
        later.kind == Kind.RETRACTION,
    )
    place = func.row_number().over(
        partition_by=Report.activity_id, order_by=(Report.period.desc(), Report.id.desc())
    )
    query = (
        select(Report.id, place.label("place"))
        .join(Activity, Activity.id == Report.activity_id)
        .where(Activity.province_id == province_id, Activity.year_be == year_be)
        .where(Report.as_of <= on, Report.kind != Kind.RETRACTION, ~taken_back)
    )
    return (query if before is None else query.where(Report.period < before)).subquery()
