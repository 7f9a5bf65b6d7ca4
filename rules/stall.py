"""Whether an activity stands still, and since when: known from reports received, never from their absence.

Source: Lampang 2560 section 6.1-3(9), "no progress since last week". docs/rules.md explains the numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.calendar import WorkCalendar
from rules.figures import Figures
from rules.fiscal_year import first_day, quarter_end
from rules.movement import Observation, in_order, moved_by_report_or_treasury
from rules.standing import Standing
from rules.status import Status


@dataclass(frozen=True)
class StallLimits:
    """How long is too long; an office may set its own.

    working_days: three weeks. No month has fewer than 16 working days, so one monthly report without movement
    always reaches it, and nothing shorter than a month between two reports can be missed for it.
    start_quarter: an activity without a planned start should have begun by the end of this quarter, since the
    targets of Lampang 2560 expect the first money (19 to 33 %) in quarter 1.
    """

    working_days: int = 15
    start_quarter: int = 1


USUAL_LIMITS = StallLimits()


class Standstill(StrEnum):
    """What stands still, for the sentence of evidence."""

    NOT_BEGUN = "not_begun"
    WORK = "work"
    BLOCKED = "blocked"
    PAYMENT = "payment"


@dataclass(frozen=True)
class Stall:
    """An activity stands still: nothing moved after `since`, and a report as of `seen_on` confirms it.

    working_days counts from `since` to today; proven_working_days only as far as reports tell.
    """

    since: date
    seen_on: date
    working_days: int
    proven_working_days: int
    kind: Standstill


def stalled_since(
    observations: Sequence[Observation],
    today: date,
    limit: int,
    calendar: WorkCalendar,
    started_on: date,
    treasury: Sequence[Observation] = (),
) -> Stall | None:
    """Return the stall, or None while the activity moves or nothing is known.

    It stalls when the newest report (by as-of date, not later than `today`) lies `limit` working days or more
    after the last movement, or after `started_on` where that is later. Time without reports proves nothing.
    More money in the treasury's figures is movement too, but they are no report and prove no standstill.
    """
    known = in_order([observation for observation in observations if observation.as_of <= today])
    if not known:
        return None
    moved_on = moved_by_report_or_treasury(known, treasury, today)
    since = max(moved_on or started_on, started_on)
    seen_on = known[-1].as_of
    proven = calendar.working_days_between(since, seen_on)
    if proven < limit:
        return None
    kind = _kind(known[-1].figures, has_moved=moved_on is not None)
    return Stall(since, seen_on, calendar.working_days_between(since, today), proven, kind)


def clock_starts_on(standing: Standing, *, has_moved: bool, limits: StallLimits = USUAL_LIMITS) -> date:
    """Return the day before which standing still does not count.

    That is the planned start. Without one it is the end of the start quarter for an activity that never
    moved, and the first day of the fiscal year for one that did.
    """
    if standing.planned_start is not None:
        return standing.planned_start
    return first_day(standing.year_be) if has_moved else quarter_end(standing.year_be, limits.start_quarter)


def _kind(figures: Figures, *, has_moved: bool) -> Standstill:
    if figures.status is Status.BLOCKED:
        return Standstill.BLOCKED
    if not has_moved:
        return Standstill.NOT_BEGUN
    return Standstill.PAYMENT if figures.status is Status.COMPLETED else Standstill.WORK
