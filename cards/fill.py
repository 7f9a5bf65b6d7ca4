"""Fills the views that cards show from what is remembered; handlers and jobs call it."""

from collections.abc import Sequence
from datetime import date

from cards.views import ActivityView, StalledRow
from models.overview import ActivityState
from rules.calendar import WorkCalendar
from rules.condition import Condition, Judgement, classify
from rules.duty import ReportingState, period_asked, reporting_state
from rules.fiscal_year import last_day_of
from rules.movement import Observation
from rules.pace import planned_percent

NAME_SHOWN = 60
SHOWN_CONDITIONS = {
    Condition.MOVING: "moving",
    Condition.STANDING_STILL: "standing_still",
    Condition.UNREPORTED: "unreported",
    Condition.FINISHED: "finished",
}


def judged(
    state: ActivityState, today: date, calendar: WorkCalendar, treasury: Sequence[Observation] = ()
) -> Judgement:
    """Return how an activity stands today; what the treasury paid is movement too, where it is known."""
    return classify(state.standing(), state.observations(), today, calendar, treasury=treasury)


def activity_view(state: ActivityState, today: date, calendar: WorkCalendar, photos: int = 0) -> ActivityView:
    """Return everything that a card may show of one activity."""
    activity, latest = state.activity, state.latest
    period = period_asked(today, calendar)
    judgement = judged(state, today, calendar)
    duty = reporting_state(state.standing(), period, today, calendar)
    as_of = latest.as_of if latest else last_day_of(period)
    return ActivityView(
        no=activity.no,
        name=activity.name,
        short_name=activity.name,
        agency=state.agency.name,
        budget_satang=activity.budget_satang,
        place=activity.place or "",
        status=latest.status if latest else None,
        progress_percent=latest.progress_percent if latest else None,
        disbursed_satang=latest.disbursed_satang if latest else None,
        committed_satang=latest.committed_satang if latest else None,
        period=latest.period if latest else None,
        reported_at=latest.sent_at if latest else None,
        causes=latest.figures().causes or () if latest else (),
        problem_text=latest.problem_text if latest else None,
        planned_end=activity.planned_end,
        plan_percent=planned_percent(activity.planned_start, activity.planned_end, as_of),
        condition=SHOWN_CONDITIONS.get(judgement.condition),
        stalled_days=judgement.stall.working_days if judgement.stall else None,
        stalled_since=judgement.stall.since if judgement.stall else None,
        photos=photos,
        owes=duty in (ReportingState.OWED, ReportingState.LATE),
        late=duty is ReportingState.LATE,
    )


def activity_views(
    states: Sequence[ActivityState], today: date, calendar: WorkCalendar
) -> list[ActivityView]:
    """Return the views of several activities in their order."""
    return [activity_view(state, today, calendar) for state in states]


def stalled_row(state: ActivityState, judgement: Judgement) -> StalledRow:
    """Return the line that says how long an activity stands still, and why."""
    latest = state.latest
    return StalledRow(
        no=state.activity.no,
        name=state.activity.name,
        agency=state.agency.name,
        days=judgement.working_days,
        since=judgement.since,
        causes=latest.figures().causes or () if latest else (),
        problem_text=latest.problem_text if latest else None,
        status=latest.status if latest else None,
        progress_percent=latest.progress_percent if latest else None,
        budget_satang=state.activity.budget_satang,
        is_unreported=judgement.condition is Condition.UNREPORTED,
    )
