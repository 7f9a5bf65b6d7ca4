"""Findings in the figures themselves: blocked, going back and forth, too good to be true."""

from datetime import timedelta
from itertools import takewhile

from rules.finding import Facts, Finding, FindingKind
from rules.movement import Observation
from rules.stall import Standstill
from rules.status import Status
from rules.who_can_act import Actor, who_can_act


def blocked(facts: Facts) -> Finding | None:
    """Return that the officer reported it blocked, since the first report of it."""
    run = list(
        takewhile(lambda each: each.figures.status in (Status.BLOCKED, None), reversed(facts.observations))
    )
    if not run or facts.standing.figures.status is not Status.BLOCKED:
        return None
    since, figures = run[-1].as_of, facts.standing.figures
    return Finding(FindingKind.BLOCKED, since, facts.age(since), who_can_act(figures.causes))


def ping_pong(facts: Facts) -> Finding | None:
    """Return that the status keeps coming back to an earlier one: in progress, procurement, in progress again."""
    held: list[Status] = []
    returned: list[Observation] = []
    for observation in facts.observations:
        status = observation.figures.status
        if status is None or (held and held[-1] is status):
            continue
        if status in held:
            returned.append(observation)
        held.append(status)
    if len(returned) < facts.limits.returns:
        return None
    since = returned[0].as_of
    return Finding(FindingKind.PING_PONG, since, facts.age(since), (Actor.HEAD,), times=len(returned))


def too_good(facts: Facts) -> Finding | None:
    """Return what can hardly be: all work done and not one baht for long, or figures that never change."""
    return _done_without_money(facts) or _never_changing(facts)


def _done_without_money(facts: Facts) -> Finding | None:
    standing = facts.standing
    if standing.disbursed_satang or standing.figures.progress_percent != 100 or not standing.budget_satang:
        return None
    run = list(
        takewhile(lambda each: each.figures.progress_percent in (100, None), reversed(facts.observations))
    )
    if not run or facts.today - run[-1].as_of < timedelta(days=facts.limits.no_money_days):
        return None
    since = run[-1].as_of
    return Finding(
        FindingKind.TOO_GOOD, since, facts.age(since), (Actor.HEAD,), standstill=Standstill.PAYMENT, satang=0
    )


def _never_changing(facts: Facts) -> Finding | None:
    """Return that report after report repeats the same figures of work that is said to go on."""
    if not facts.observations or facts.standing.figures.status is not Status.IN_PROGRESS:
        return None
    last = facts.observations[-1].figures
    run = list(takewhile(lambda each: each.figures == last, reversed(facts.observations)))
    if len(run) < facts.limits.same_figures:
        return None
    since = run[-1].as_of
    return Finding(
        FindingKind.TOO_GOOD,
        since,
        facts.age(since),
        (Actor.HEAD,),
        standstill=Standstill.WORK,
        satang=facts.standing.disbursed_satang,
        reached=last.progress_percent,
        times=len(run),
    )
