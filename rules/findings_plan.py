"""Findings against the plan: behind its own time, behind the quarter's target, cannot be finished this fiscal year."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from rules.cause import Cause
from rules.expense_class import ExpenseClass
from rules.finding import Facts, Finding, FindingKind
from rules.fiscal_year import fiscal_year_of, last_day, quarter_end, quarter_of
from rules.pace import planned_percent
from rules.severity import Band, band_of
from rules.shares import percent_of
from rules.status import Status, is_open
from rules.targets import target_fallen_due
from rules.who_can_act import Actor, who_can_act

_ALL = Decimal(100)
_THREE_MONTHS = timedelta(days=92)
_TWO_MONTHS = timedelta(days=59)


def behind_plan(facts: Facts) -> Finding | None:
    """Return that the work lies 5, 10 or 15 points behind its own planned time, as of the newest report."""
    reached = facts.standing.figures.progress_percent
    start, end = facts.standing.planned_start, facts.planned_end
    if not facts.observations or reached is None or start is None or end is None:
        return None
    expected = planned_percent(start, end, facts.observations[-1].as_of)
    if expected is None or (band := band_of(reached - expected)) is Band.ON_PLAN:
        return None
    since = start + timedelta(days=int((end - start).days * reached / 100))
    actors = who_can_act(facts.standing.figures.causes)
    return Finding(
        FindingKind.BEHIND_PLAN,
        since,
        facts.age(since),
        actors,
        reached=reached,
        expected=expected,
        band=band,
    )


def behind_target(facts: Facts) -> Finding | None:
    """Return that the money lies behind the target of its class at the last quarter that ended (Lampang 2560 section 2)."""
    expense_class = facts.expense_class or ExpenseClass.OVERALL
    on = min(facts.today, last_day(facts.standing.year_be))
    due = target_fallen_due(facts.targets, on, expense_class)
    reached = percent_of(facts.standing.disbursed_satang, facts.standing.budget_satang)
    if due is None or reached is None or (band := band_of(reached - due)) is Band.ON_PLAN:
        return None
    since = _quarter_ended(on)
    return Finding(
        FindingKind.BEHIND_TARGET, since, facts.age(since), reached=reached, expected=due, band=band, on=since
    )


def cannot_finish(facts: Facts) -> Finding | None:
    """Return that the work will not be done by 30 September: by its pace of three months, or by its officer's word.

    The officer says it by the cause LARGE_MULTI_YEAR (a contract that crosses the year: Loei 2564 section 4(4)).
    """
    standing, ends = facts.standing, last_day(facts.standing.year_be)
    if not facts.observations or standing.is_carried_over or not is_open(standing.figures.status):
        return None
    if (
        fiscal_year_of(facts.today) != standing.year_be
        or quarter_of(facts.today) < facts.limits.finish_quarter
    ):
        return None
    since = facts.observations[-1].as_of
    says_so = Cause.LARGE_MULTI_YEAR in (standing.figures.causes or ())
    expected = _reached_by(facts, ends)
    if not says_so and (expected is None or expected >= _ALL):
        return None
    actors = (Actor.HEAD,)
    reached = standing.figures.progress_percent
    return Finding(
        FindingKind.CANNOT_FINISH,
        since,
        facts.age(since),
        actors,
        reached=reached,
        expected=expected,
        on=ends,
    )


def _reached_by(facts: Facts, day: date) -> Decimal | None:
    """Return the percent of work on a day if it goes on as in the last three months; None where too little is known."""
    known = [each for each in facts.observations if each.figures.progress_percent is not None]
    if not known or facts.standing.figures.status in (Status.NOT_STARTED, Status.PROCUREMENT, None):
        return None
    last = known[-1]
    first = next(each for each in known if each.as_of >= last.as_of - _THREE_MONTHS)
    days = last.as_of - first.as_of
    reached, before = last.figures.progress_percent, first.figures.progress_percent
    if days < _TWO_MONTHS or reached is None or before is None:
        return None
    gained = max(Decimal(0), reached - before) * (day - last.as_of).days / days.days
    return min(_ALL, reached + gained).quantize(Decimal("1"), ROUND_HALF_UP)


def _quarter_ended(on: date) -> date:
    """Return the end of the last quarter that ended before or on a day; the year's own beginning in quarter 1."""
    year_be, quarter = fiscal_year_of(on), quarter_of(on)
    if on == quarter_end(year_be, quarter):
        return on
    return quarter_end(year_be, quarter - 1) if quarter > 1 else last_day(year_be - 1)
