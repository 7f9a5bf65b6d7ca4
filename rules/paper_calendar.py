"""When papers are wanted: a table of rows that an office may change, and what they say of a morning.

jobs/due_papers announces by it. A row with a due day is announced when the paper can be made, and again shortly before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rules.calendar import WorkCalendar

MonthDay = tuple[int, int]
SOON_WORKING_DAYS = 2  # before the due day
# How long a paper without a due day is still announced, where the machine was down on its morning.
TOLD_WITHIN = 4
LONGEST_MOVE = timedelta(days=15)


class Every(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Reason(StrEnum):
    """What must be so for a paper to be wanted."""

    ALWAYS = "always"
    LATE = "late"  # somebody is late
    ON_AGENDA = "on_agenda"  # a case waits for the heads' meeting
    FINISHED = "finished"  # an activity was completed since a week


class Stage(StrEnum):
    READY = "ready"
    SOON = "soon"


@dataclass(frozen=True)
class PaperDay:
    """A row. `day` (and for a year `month`): the day of the rule, moved off days off as duties are; `later` working
    days after it the paper can be made.

    `as_of`: month and day on which its figures stand, the last before; None for the morning itself. `due`: month and
    day by which it is due, None where no source gives one. `round_no`: the round of Section 34, whose days the office
    enters in a table of its own.
    """

    name: str
    form: str
    every: Every
    day: int = 1
    month: int = 0
    later: int = 0
    as_of: MonthDay | None = None
    due: MonthDay | None = None
    reason: Reason = Reason.ALWAYS
    round_no: int | None = None


@dataclass(frozen=True)
class Occasion:
    """A paper that is wanted once: since when it can be made, as of when, and by when; None where nobody says."""

    row: PaperDay
    ready_on: date
    as_of: date | None = None
    due_on: date | None = None

    def stage(self, today: date, calendar: WorkCalendar) -> Stage | None:
        """Return which announcement a morning makes; None where it is too early, or too late for any."""
        if self.due_on is None:
            last = calendar.add_working_days(
                self.ready_on, 1 if self.row.every is Every.WEEK else TOLD_WITHIN
            )
            return Stage.READY if self.ready_on <= today < last else None
        if not self.ready_on <= today <= self.due_on:
            return None
        return (
            Stage.SOON
            if calendar.working_days_between(today, self.due_on) <= SOON_WORKING_DAYS
            else Stage.READY
        )

    def key(self, stage: Stage) -> str:
        """Return what this announcement is called, so that nobody hears it twice."""
        due = f"-{self.due_on.isoformat()}" if self.due_on else ""
        return f"{self.row.name}-{self.ready_on.isoformat()}{due}-{stage}"


PAPER_DAYS = (
    # Lampang 2560, section 6.1-3(3): each week to the governor, with the summary of Monday.
    PaperDay("weekly", "weekly", Every.WEEK),
    # Lampang 2560, section 6.1-4(4): on completion.
    PaperDay("finished", "completion", Every.WEEK, reason=Reason.FINISHED),
    # Lampang 2560, section 6.1-3(9): the heads meet over what stands still.
    PaperDay("meeting", "meeting", Every.WEEK, reason=Reason.ON_AGENDA),
    # Lampang 2560, section 6.2-3(2.2): letters to who has not reported by the 10th.
    PaperDay("letters", "late-letters", Every.MONTH, day=10, later=1, reason=Reason.LATE),
    PaperDay("memo", "late-memo", Every.MONTH, day=10, later=1, reason=Reason.LATE),
    # Loei 2564, section 3(2): the monthly meeting; no source gives its day, so it comes when the reports are in.
    PaperDay("monthly", "monthly", Every.MONTH, day=10, later=1),
    # Loei 2564, section 3(5): eMENSCR is keyed every quarter.
    PaperDay("keying", "keying", Every.QUARTER, day=10, later=1),
    # Loei 2564, page 1.
    PaperDay("section-34-1", "section-34", Every.YEAR, month=4, day=1, as_of=(3, 31), round_no=1),
    PaperDay("section-34-2", "section-34", Every.YEAR, month=10, day=1, as_of=(9, 30), round_no=2),
    # KPI form of 2554: nine and twelve months.
    PaperDay("kpi-9", "kpi", Every.YEAR, month=7, day=10, later=1, as_of=(6, 30)),
    PaperDay("kpi-12", "kpi", Every.YEAR, month=10, day=10, later=1, as_of=(9, 30)),
    # Lampang 2560: the year's evaluation, once its last month is reported.
    PaperDay("evaluation", "evaluation", Every.YEAR, month=10, day=10, later=1, as_of=(9, 30)),
    # e-Plan 2566: the results are announced at least once a year, in December, and posted for thirty days.
    PaperDay("announcement", "announcement", Every.YEAR, month=12, as_of=(9, 30), due=(12, 31)),
)


def occasion(row: PaperDay, today: date, calendar: WorkCalendar) -> Occasion:
    """Return the newest occasion of a row: the last time, up to today, that its paper could be made."""
    ready_on = max(each for each in _ready_days(row, today, calendar) if each <= today)
    as_of = _last_before(row.as_of, ready_on) if row.as_of else None
    due_on = _first_from(row.due, ready_on) if row.due else None
    return Occasion(row, ready_on, as_of, due_on)


def with_round(found: Occasion, as_of: date, due_on: date) -> Occasion:
    """Return a round of Section 34 as the office entered it: it can be made once the day of its figures has passed."""
    return replace(found, ready_on=as_of + timedelta(days=1), as_of=as_of, due_on=due_on)


def _ready_days(row: PaperDay, today: date, calendar: WorkCalendar) -> Iterator[date]:
    for nominal in _nominal_days(row, today, calendar):
        yield calendar.add_working_days(calendar.shifted(nominal), row.later)


def _nominal_days(row: PaperDay, today: date, calendar: WorkCalendar) -> Iterator[date]:
    """Yield the days of the rule from longer than a year ago until what might move to today."""
    last = today + LONGEST_MOVE
    if row.every is Every.WEEK:
        first = last - timedelta(days=(last.weekday() - calendar.weekly_on) % 7)
        yield from (first - timedelta(weeks=back) for back in range(9))
        return
    wanted = {Every.MONTH: range(1, 13), Every.QUARTER: (1, 4, 7, 10), Every.YEAR: (row.month,)}[row.every]
    for year in range(last.year - 2, last.year + 1):
        yield from (day for month in wanted if (day := date(year, month, row.day)) <= last)


def _last_before(wanted: MonthDay, day: date) -> date:
    return max(each for year in (day.year - 1, day.year) if (each := date(year, *wanted)) < day)


def _first_from(wanted: MonthDay, day: date) -> date:
    return min(each for year in (day.year, day.year + 1) if (each := date(year, *wanted)) >= day)
