"""Findings of time: no report, no movement, past the planned end, too long in procurement."""

from itertools import takewhile

from rules.condition import Condition
from rules.finding import Facts, Finding, FindingKind
from rules.findings_limits import usual_method
from rules.status import Status, is_open
from rules.who_can_act import Actor, who_can_act


def not_reported(facts: Facts) -> Finding | None:
    """Return that a report is missing and late: working days since the day it fell due (Loei 2564 section 3(3))."""
    judgement = facts.judgement
    if judgement.condition is not Condition.UNREPORTED or judgement.since is None:
        return None
    return Finding(
        FindingKind.NOT_REPORTED, judgement.since, judgement.working_days, on=judgement.missing_from
    )


def not_moving(facts: Facts) -> Finding | None:
    """Return that reports show no movement (Lampang 2560 section 6.1-3(9)); treasury figures count as movement."""
    stall = facts.judgement.stall
    if stall is None:
        return None
    return Finding(
        FindingKind.NOT_MOVING,
        stall.since,
        stall.working_days,
        who_can_act(facts.standing.figures.causes),
        standstill=stall.kind,
        satang=facts.standing.disbursed_satang,
        reached=facts.standing.figures.progress_percent,
    )


def past_end(facts: Facts) -> Finding | None:
    """Return that the planned end has passed and the work is not completed."""
    end = facts.planned_end
    if end is None or end >= facts.today or not is_open(facts.standing.figures.status):
        return None
    actors = who_can_act(facts.standing.figures.causes)
    reached = facts.standing.figures.progress_percent
    return Finding(FindingKind.PAST_END, end, facts.age(end), actors, on=end, reached=reached)


def procurement_long(facts: Facts) -> Finding | None:
    """Return that buying takes longer than its method usually does, from the first report of it."""
    run = list(
        takewhile(
            lambda each: each.figures.status in (Status.PROCUREMENT, None), reversed(facts.observations)
        )
    )
    if not run or facts.standing.figures.status is not Status.PROCUREMENT:
        return None
    limit = facts.limits.procurement(facts.method or usual_method(facts.standing.budget_satang))
    since = run[-1].as_of
    if facts.age(since) < limit:
        return None
    causes = facts.standing.figures.causes
    actors = who_can_act(causes) if causes else (Actor.PROCUREMENT,)
    return Finding(FindingKind.PROCUREMENT_LONG, since, facts.age(since), actors, limit=limit)
