"""A year's activities with everything that rules and cards ask about them, in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, object_session

from engine import plain
from engine.clock import BANGKOK
from models.agency import Agency
from models.figure_columns import figures_of
from models.plan import Activity
from models.report import Report, effective, histories, observations
from models.standing import Standing as Current
from rules.figures import Figures
from rules.fiscal_year import period_just_ended
from rules.movement import Observation
from rules.standing import Standing

NOTHING_YET = Figures()


@dataclass(frozen=True)
class ActivityState:
    """An activity, its agency, and its reports: `revisions` in the order recorded, `valid` by month.

    The agency is looked up where it is asked for, unless it is among the `agencies` that were.
    """

    activity: Activity
    revisions: tuple[Report, ...]
    valid: dict[date, Report]
    agencies: Mapping[int, Agency] = field(default_factory=dict, repr=False)

    @cached_property
    def agency(self) -> Agency:
        agency_id = self.activity.agency_id
        session = object_session(self.activity)
        if agency_id in self.agencies or session is None:
            return self.agencies[agency_id]
        return plain.get_one(session, Agency, agency_id)

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
        return self._standing

    @cached_property
    def _standing(self) -> Standing:
        latest = self.latest
        return (
            _standing(self.activity, latest.period, latest.figures()) if latest else _standing(self.activity)
        )

    def with_report(self, report: Report) -> "ActivityState":
        """Return the state once a report was recorded, which takes none back."""
        valid = {**self.valid, report.period: report}
        return replace(self, revisions=(*self.revisions, report), valid=valid)

    def observations(self) -> tuple[Observation, ...]:
        return observations(self.valid.values())


CURRENT = select(
    Current.activity_id,
    Current.period,
    Current.status,
    Current.progress_percent,
    Current.disbursed_satang,
    Current.committed_satang,
    Current.left_over_satang,
    Current.causes,
    Current.problem_text,
).where(
    Current.activity_id == Activity.id,
    Activity.agency_id == bindparam("agency_id"),
    Activity.year_be == bindparam("year_be"),
)
AGENCIES = select(Agency).where(Agency.id.in_(bindparam("ids", expanding=True)))


def states_of(session: Session, activities: Sequence[Activity]) -> list[ActivityState]:
    """Return the states of these activities in their order."""
    ids = tuple({activity.agency_id for activity in activities})
    plain.ask_ahead(session, [(AGENCIES, {"ids": ids})])
    revisions = histories(session, [activity.id for activity in activities])
    agencies = {agency.id: agency for agency in plain.scalars(session, AGENCIES, {"ids": ids})}
    return states_from(activities, revisions, agencies)


def states_from(
    activities: Sequence[Activity],
    revisions: Mapping[int, Sequence[Report]],
    agencies: Mapping[int, Agency] | None = None,
) -> list[ActivityState]:
    """Return the states of activities whose revisions were read already."""
    return [
        ActivityState(
            activity=activity,
            revisions=tuple(revisions[activity.id]),
            valid=effective(revisions[activity.id]),
            agencies=agencies or {},
        )
        for activity in activities
    ]


def standings_of(session: Session, activities: Sequence[Activity]) -> list[Standing]:
    """Return what the rules of duty judge of these activities, in their order, however long their history."""
    of_agencies = {(activity.agency_id, activity.year_be) for activity in activities}
    found = [
        row
        for agency_id, year_be in of_agencies
        for row in plain.rows(session, CURRENT, {"agency_id": agency_id, "year_be": year_be})
    ]
    rows = {row.activity_id: row for row in found}
    return [
        _standing(activity, row.period, figures_of(row))
        if (row := rows.get(activity.id))
        else _standing(activity)
        for activity in activities
    ]


def _standing(
    activity: Activity, last_period: date | None = None, figures: Figures = NOTHING_YET
) -> Standing:
    return Standing(
        activity_no=activity.no,
        year_be=activity.year_be,
        budget_satang=activity.budget_satang,
        figures=figures,
        last_period=last_period,
        left_over_satang=figures.left_over_satang,
        planned_start=activity.planned_start,
        duty_from=period_just_ended(activity.made_at.astimezone(BANGKOK).date()),
    )
