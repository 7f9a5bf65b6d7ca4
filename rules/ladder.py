"""The ladder that a case climbs, from the officer to the governor's summary: what is to be done with it today.

Pure: a case as it stands, what is found of its activity, the calendar and today give the next action. The job
jobs/follow_up does it and asks again until the answer is to wait. docs/escalation.md tells the numbers' sources.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.summary_day import summary_day_from


class Level(StrEnum):
    """Who is asked now. The officer is asked privately first; the inspector only where a person decides so.

    Sources: Lampang 2560 section 6.1-3(9) (governor and heads), KPI 3.1.2 (inspector where the province alone cannot).
    """

    OFFICER = "officer"
    HEAD = "head"
    OFFICE = "office"
    EXECUTIVE = "executive"
    INSPECTOR = "inspector"

    @property
    def height(self) -> int:
        """How high the level is, 0 for the officer."""
        return list(Level).index(self)


def next_level(level: Level) -> Level:
    """Return the level above; the inspector has none and stays."""
    return list(Level)[min(level.height + 1, len(Level) - 1)]


def levels_from(level: Level) -> tuple[Level, ...]:
    """Return this level and all above it."""
    return tuple(list(Level)[level.height :])


@dataclass(frozen=True)
class LadderSteps:
    """The ladder's numbers in working days; a province may choose its own (models/case_settings). All are our choice.

    officer, head, office: how long each has before the next is asked. warning: how long before the governor's summary
    officer and head are told. repeat: after how long a level is told again. acknowledged: how long รับทราบ rests that.
    snooze_most, promise_most: how far away a postponement or a catch-up plan may lie.
    summary_weekday: the day of the governor's summary, 0 for Monday (Lampang 2560 section 6.1-3(3): weekly).
    """

    officer: int = 3
    head: int = 3
    office: int = 5
    warning: int = 2
    repeat: int = 5
    acknowledged: int = 5
    snooze_most: int = 20
    promise_most: int = 40
    summary_weekday: int = 0

    def at(self, level: Level) -> int:
        """Return how long a level has; levels above the office climb only by a person's decision."""
        return {Level.OFFICER: self.officer, Level.HEAD: self.head, Level.OFFICE: self.office}[level]


USUAL_STEPS = LadderSteps()
CLIMBING = (Level.OFFICER, Level.HEAD, Level.OFFICE)


@dataclass(frozen=True)
class CaseState:
    """A case as the ladder sees it; the fields are those of models/case.Case."""

    level: Level
    level_since: date
    told_on: date | None = None
    warned_on: date | None = None
    acknowledged_until: date | None = None
    snoozed_until: date | None = None
    promised_on: date | None = None
    broken_on: date | None = None

    def rests_until(self, today: date) -> date | None:
        """Return the day up to and with which a postponement or a plan rests the ladder, or None where none does."""
        days = (self.snoozed_until, self.promised_on)
        return max((day for day in days if day is not None and day >= today), default=None)

    def clock_from(self, today: date) -> date:
        """Return the day from which this level's working days count: a postponement that ran out begins them anew."""
        ran_out = self.snoozed_until if self.snoozed_until and self.snoozed_until < today else None
        return max(day for day in (self.level_since, ran_out, self.broken_on) if day is not None)


class ActionKind(StrEnum):
    """What is to be done with a case now."""

    BREAK = "break"
    WARN = "warn"
    RAISE = "raise"
    TELL = "tell"
    WAIT = "wait"


@dataclass(frozen=True)
class Action:
    """`level` is where it goes (RAISE) or who is told (TELL); `until` the day to look again, or of the summary (WARN)."""

    kind: ActionKind
    level: Level
    until: date | None = None


def next_action(
    case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps = USUAL_STEPS
) -> Action:
    """Return what is to be done `today` with an open case whose findings still stand."""
    if case.promised_on is not None and case.promised_on < today:
        return Action(ActionKind.BREAK, case.level)
    rests_until = case.rests_until(today)
    if rests_until is not None:
        return Action(ActionKind.WAIT, case.level, rests_until)
    look = _CLIMBS.get(case.level, _stays)
    return look(case, today, calendar, steps)


def due_on(case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps = USUAL_STEPS) -> date:
    """Return the day on which the case leaves a level that climbs by itself: at once where a promise was broken."""
    if case.broken_on is not None:
        return case.broken_on
    return calendar.add_working_days(case.clock_from(today), steps.at(case.level))


def summary_with_warning(
    case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps = USUAL_STEPS
) -> date:
    """Return the governor's summary in which the case will stand if nothing moves: officer and head know it in time."""
    if _is_warned(case, today):
        assert case.warned_on is not None
        return summary_day_from(
            calendar.add_working_days(case.warned_on, steps.warning), calendar, steps.summary_weekday
        )
    earliest = max(due_on(case, today, calendar, steps), calendar.add_working_days(today, steps.warning))
    return summary_day_from(earliest, calendar, steps.summary_weekday)


def _to_next(case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps) -> Action:
    """Officer and head: up when the time is over."""
    due = due_on(case, today, calendar, steps)
    if today >= due:
        return Action(ActionKind.RAISE, next_level(case.level))
    return _tell_or(Action(ActionKind.WAIT, case.level, due), case, today, calendar, steps)


def _to_summary(case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps) -> Action:
    """The office: into the governor's summary, two working days after officer and head were warned of it."""
    on = summary_with_warning(case, today, calendar, steps)
    if _is_warned(case, today):
        if today >= on:
            return Action(ActionKind.RAISE, Level.EXECUTIVE)
        return _tell_or(Action(ActionKind.WAIT, case.level, on), case, today, calendar, steps)
    warn_on = calendar.add_working_days(on, -steps.warning)
    # Whoever takes over a case is told first: the office's notice and the warning go out on the same day.
    if today >= warn_on and case.told_on is not None:
        return Action(ActionKind.WARN, Level.EXECUTIVE, on)
    return _tell_or(Action(ActionKind.WAIT, case.level, warn_on), case, today, calendar, steps)


def _stays(case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps) -> Action:
    """The governor's summary tells it every week by itself."""
    return Action(ActionKind.WAIT, case.level)


def _tell_or(
    wait: Action, case: CaseState, today: date, calendar: WorkCalendar, steps: LadderSteps
) -> Action:
    """Return TELL where the level was not told since its clock began, or long ago; an acknowledgement rests the second."""
    if case.told_on is None or case.told_on < case.clock_from(today):
        return Action(ActionKind.TELL, case.level)
    again_on = calendar.add_working_days(case.told_on, steps.repeat)
    if case.acknowledged_until is not None:
        again_on = max(again_on, calendar.add_working_days(case.acknowledged_until, 1))
    if today >= again_on:
        return Action(ActionKind.TELL, case.level)
    return Action(ActionKind.WAIT, wait.level, min(again_on, wait.until or again_on))


def _is_warned(case: CaseState, today: date) -> bool:
    """Return whether the warning is of this climb: one from before a postponement counts no more."""
    return case.warned_on is not None and case.warned_on >= case.clock_from(today)


_CLIMBS: dict[Level, Callable[[CaseState, date, WorkCalendar, LadderSteps], Action]] = {
    Level.OFFICER: _to_next,
    Level.HEAD: _to_next,
    Level.OFFICE: _to_summary,
}
