"""True standstills of a simulated year, and from when on anybody could know of one by what was reported and paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.year_life import Life, Told
from benchmarks.year_work import CAN_ACT, Work
from rules.duty import report_due_on
from rules.fiscal_year import last_day_of, next_period, period_of
from rules.role import Role

STANDS = 15  # working days
UNREPORTED = 10  # working days after the 1st until a missing report is known to be missing


@dataclass
class Standstill:
    """A true standstill of 15 working days or more. `known`: the day from which anybody could know it by the reports."""

    no: int
    since: date
    until: date | None
    can_act: Role
    known: date | None = None
    reached: date | None = None


def last_told_movement(life: Life, no: int, before: date) -> date | None:
    """Return the newest as-of day of which more was told than before, by a report or the treasury, sent before a day."""
    found, last = [], None
    for each in sorted(life.told[no], key=lambda told: told.as_of):
        if each.on < before:
            if _is_more(each, last):
                found.append(each.as_of)
            last = each
    known = 0
    for on, as_of, paid in life.paid[no]:
        told = max(
            (each.paid for each in life.told[no] if each.on < before and each.as_of <= as_of), default=0
        )
        if on < before and paid > max(known, told):
            found.append(as_of)
        known = max(known, paid)
    return max(found, default=None)


def _is_more(each: Told, last: Told | None) -> bool:
    if last is None:
        return bool(each.percent or each.paid or each.step)
    return each.percent > last.percent or each.paid > last.paid or each.step > last.step


def standstills(life: Life, work: Work) -> Iterator[Standstill]:
    """Yield each span of 15 working days or more without movement, from the planned start to the last payment."""
    calendar, moved = life.office.calendar, [work.starts, *[day for day in work.moved if day > work.starts]]
    ends: list[date | None] = [*moved[1:], None]
    for since, until in zip(moved, ends, strict=True):
        last = until or life.today
        if calendar.working_days_between(since, last) <= STANDS or (until is None and work.is_over):
            continue
        reasons = [why for day, why in zip(work.days, work.why, strict=True) if since < day <= last and why]
        can_act = CAN_ACT[reasons[-1]] if reasons else Role.OFFICER
        yield Standstill(work.no, since, until, can_act)


def known_from(life: Life, work: Work, found: Standstill) -> date | None:
    """Return the first day on which the standstill could be known: by a true report, or by a report long missing."""
    calendar, told = life.office.calendar, life.told[work.no]
    stands = calendar.add_working_days(found.since, STANDS)
    days = []
    for each in told:
        news = last_told_movement(life, work.no, each.on + timedelta(days=1))
        is_still = news is None or calendar.working_days_between(news, each.as_of) >= STANDS
        if each.is_true and each.as_of >= stands and is_still and _within(each.on, found):
            days.append(each.on)
    for period in _periods(life):
        known = calendar.add_working_days(report_due_on(period, calendar), UNREPORTED)
        is_missing = not any(each.as_of >= last_day_of(period) and each.on <= known for each in told)
        news = last_told_movement(life, work.no, known)
        is_still = news is None or calendar.working_days_between(news, known) >= STANDS
        if is_missing and known >= stands and is_still and _within(known, found):
            days.append(known)
    return min(days, default=None)


def _within(day: date, found: Standstill) -> bool:
    return day > found.since and (found.until is None or day < found.until)


def _periods(life: Life) -> Iterator[date]:
    period = period_of(life.office.days[0])
    while next_period(period) <= life.today:
        yield period
        period = next_period(period)
