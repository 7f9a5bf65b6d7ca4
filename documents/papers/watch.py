"""A year as it is watched on a day: how each activity stands, what is late, which cases and targets there are.

Papers that ask somebody to act are gathered from it: letters, the week, the meeting, the monthly workbook.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from documents.papers.form import Ask
from documents.papers.known import names_of, newest_report
from engine.clock import BANGKOK
from models.agency import Agency
from models.case import Case, open_cases
from models.overview import ActivityState, states_of
from models.plan import Activity, activities
from models.report import effective
from models.target import targets as stored_targets
from models.treasury_history import paid_by_treasury
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from rules.condition import Condition, Judgement, classify
from rules.expense_class import ExpenseClass
from rules.figures import Figures
from rules.movement import Observation
from rules.standing import Standing
from rules.summary import Line
from rules.targets import Measure, Target


@dataclass(frozen=True)
class Watched:
    """An activity on the day. `days_late`: calendar days since the oldest missing report fell due, 0 where none is.

    `days_still`: working days since it last moved, where a case is open about that or its reports show it; else 0.
    """

    state: ActivityState
    judgement: Judgement
    days_late: int
    days_still: int
    case: Case | None

    @property
    def activity(self) -> Activity:
        return self.state.activity

    @property
    def agency(self) -> Agency:
        return self.state.agency

    @cached_property
    def standing(self) -> Standing:
        return self.state.standing()

    @property
    def figures(self) -> Figures:
        return self.standing.figures

    @property
    def disbursed_satang(self) -> int:
        return self.figures.disbursed_satang or 0

    @property
    def sources(self) -> tuple[int, ...]:
        """The id of the report behind the figures, for the trace."""
        return (self.state.latest.id,) if self.state.latest else ()


@dataclass(frozen=True)
class Watch:
    """Everything of one province, year and day; cancelled activities are left out."""

    ask: Ask
    rows: tuple[Watched, ...]
    targets: tuple[Target, ...]
    calendar: WorkCalendar
    data_version: int
    names: dict[str, str]

    @property
    def budget_satang(self) -> int:
        return sum(row.activity.budget_satang for row in self.rows)

    @property
    def disbursed_satang(self) -> int:
        return sum(row.disbursed_satang for row in self.rows)

    @property
    def judged(self) -> list[tuple[ActivityState, Judgement]]:
        return [(row.state, row.judgement) for row in self.rows]

    @property
    def lines(self) -> list[Line]:
        """What the rules of the week's summary take in."""
        return [
            Line(row.standing, row.judgement, row.agency.name, _class_of(row.activity)) for row in self.rows
        ]

    def by_agency(self) -> list[tuple[Agency, list[Watched]]]:
        """Return the activities by agency, agencies by name."""
        found: dict[int, list[Watched]] = {}
        for row in self.rows:
            found.setdefault(row.agency.id, []).append(row)
        return sorted(((rows[0].agency, rows) for rows in found.values()), key=lambda each: each[0].name)


def watch(session: Session, ask: Ask) -> Watch:
    """Return the year on the paper's day; reports whose as-of date is later are not known yet."""
    return _watch(session, ask, ask.as_of, None)


def a_week_before(session: Session, ask: Ask) -> Watch:
    """Return the year as it was known when the day a week before began: nothing sent since is in it."""
    day = ask.as_of - timedelta(days=7)
    return _watch(session, ask, day, datetime.combine(day, time(), BANGKOK))


def _watch(session: Session, ask: Ask, on: date, sent_before: datetime | None) -> Watch:
    calendar = calendar_of(session, ask.province)
    treasury = paid_by_treasury(session, ask.province.id, ask.year_be)
    cases = {case.activity_id: case for case in open_cases(session, ask.province.id) if case.opened_on <= on}
    states = [
        _known_on(state, on, sent_before)
        for state in states_of(session, activities(session, ask.province.id, ask.year_be))
    ]
    rows = [
        _watched(state, on, calendar, treasury.get(state.activity.id, []), cases.get(state.activity.id))
        for state in states
    ]
    return Watch(
        ask=ask,
        rows=tuple(row for row in rows if row.judgement.condition is not Condition.CANCELLED),
        targets=_targets(session, ask),
        calendar=calendar,
        data_version=newest_report(session, ask.province.id),
        names=names_of(ask.province),
    )


def _known_on(state: ActivityState, day: date, sent_before: datetime | None) -> ActivityState:
    revisions = tuple(
        report
        for report in state.revisions
        if report.as_of <= day and (sent_before is None or report.sent_at < sent_before)
    )
    return replace(state, revisions=revisions, valid=effective(revisions))


def _watched(
    state: ActivityState, on: date, calendar: WorkCalendar, treasury: list[Observation], case: Case | None
) -> Watched:
    paid = [each for each in treasury if each.as_of <= on]
    judgement = classify(state.standing(), state.observations(), on, calendar, treasury=paid)
    is_silent = judgement.condition is Condition.UNREPORTED and judgement.since is not None
    days_late = (on - judgement.since).days if is_silent and judgement.since else 0
    still = judgement.stall.working_days if judgement.stall else 0
    if case is not None:
        # A movement would have ended the case.
        still = max(still, calendar.working_days_between(case.stood_since, on))
    return Watched(state, judgement, days_late, still, case)


def _targets(session: Session, ask: Ask) -> tuple[Target, ...]:
    return tuple(
        Target(row.year_be, ExpenseClass(row.expense_class), Measure(row.measure), row.quarter, row.percent)
        for row in stored_targets(session, ask.province.id, ask.year_be)
    )


def _class_of(activity: Activity) -> ExpenseClass | None:
    return ExpenseClass(activity.expense_class) if activity.expense_class else None
