"""A year's activities with everything that rules and cards ask about them, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine import plain
from engine.clock import BANGKOK
from models.agency import Agency
from models.plan import Activity
from models.report import Report, effective, observations
from rules.figures import Figures
from rules.fiscal_year import period_just_ended
from rules.movement import Observation
from rules.standing import Standing


@dataclass(frozen=True)
class ActivityState:
    """An activity, its agency, and its reports: `revisions` in the order recorded, `valid` by month."""

    activity: Activity
    agency: Agency
    revisions: tuple[Report, ...]
    valid: dict[date, Report]

    @cached_property
    def latest(self) -> Report | None:
        """The report of the newest month, None where nothing valid was reported."""
        return self.valid[max(self.valid)] if self.valid else None

    def before(self, period: date) -> Report | None:
        """Return the report of the newest month before `period`, or None."""
        earlier = [month for month in self.valid if month < period]
        return self.valid[max(earlier)] if earlier else None

    def standing(self) -> Standing:
        """Return what the rules of duty and stall judge."""
        latest = self.latest
        figures = latest.figures() if latest else Figures()
        return Standing(
            activity_no=self.activity.no,
            year_be=self.activity.year_be,
            budget_satang=self.activity.budget_satang,
            figures=figures,
            last_period=latest.period if latest else None,
            left_over_satang=figures.left_over_satang,
            planned_start=self.activity.planned_start,
            duty_from=period_just_ended(self.activity.made_at.astimezone(BANGKOK).date()),
        )

    def with_report(self, report: Report) -> "ActivityState":
        """Return the state once a report was recorded."""
        revisions = (*self.revisions, report)
        return replace(self, revisions=revisions, valid=effective(revisions))

    def observations(self) -> tuple[Observation, ...]:
        return observations(self.valid.values())


AGENCIES = select(Agency).where(Agency.id.in_(bindparam("ids", expanding=True)))
REPORTS = select(Report).where(Report.activity_id.in_(bindparam("ids", expanding=True))).order_by(Report.id)


def states_of(session: Session, activities: Sequence[Activity]) -> list[ActivityState]:
    """Return the states of these activities in their order."""
    ids = tuple(activity.id for activity in activities)
    agencies = {
        agency.id: agency
        for agency in plain.scalars(session, AGENCIES, {"ids": tuple(_agencies(activities))})
    }
    by_activity: dict[int, list[Report]] = defaultdict(list)
    for report in plain.scalars(session, REPORTS, {"ids": ids}):
        by_activity[report.activity_id].append(report)
    return [
        ActivityState(
            activity=activity,
            agency=agencies[activity.agency_id],
            revisions=tuple(by_activity[activity.id]),
            valid=effective(by_activity[activity.id]),
        )
        for activity in activities
    ]


def _agencies(activities: Sequence[Activity]) -> set[int]:
    return {activity.agency_id for activity in activities}
