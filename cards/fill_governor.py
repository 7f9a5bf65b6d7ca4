"""Fills the governor's minute from a year and its cases: the figures, the good news, the few cases, the orders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cards.case_evidence import evidence
from cards.case_fill import found_of
from cards.case_words import actor_name, severity_words
from cards.fill_order import order_views
from cards.governor_views import GovernorView, Needs, OrderView, ProvinceWeek, Unstuck
from cards.part import Part
from cards.wording import causes_words
from models.case import Case, open_cases
from models.meeting import agenda
from models.order import open_orders
from rules.condition import Condition
from rules.ladder import Level
from rules.order import WITH_OWNER
from rules.shares import percent_of
from rules.summary import money_by_class
from rules.targets import money_against_target

MOST_CASES, SHARE_OF_ACTIVITIES = 10, 10
STUCK = (Condition.STANDING_STILL, Condition.UNREPORTED)
GOING = (Condition.MOVING, Condition.FINISHED)


def most_cases(activities: int) -> int:
    """Return how many cases the governor sees: a tenth of the activities, at least one and never more than ten.

    Source: our choice; what is told of everything is read of nothing.
    """
    return min(MOST_CASES, max(1, activities // SHARE_OF_ACTIVITIES))


def governor_view(part: Part, sparkline: str | None = None) -> GovernorView:
    """Return the governor's minute of a part of the province."""
    cases = [case for case in _cases(part) if case.activity_id in part.activities]
    orders = _orders(part)
    shown = [
        case
        for case in cases
        if _needs_governor(case, part.activities[case.activity_id].no, orders, part.year.today)
    ]
    needs = sorted((_needs(part, case, orders) for case in shown), key=lambda each: each[0])
    most = most_cases(len(part.states))
    return GovernorView(
        week=replace(province_week(part), sparkline=sparkline),
        unstuck=tuple(unstuck(part)),
        needs=tuple(each for _rank, each in needs[:most]),
        more=max(0, len(needs) - most),
        waiting=len(cases) - len(needs),
        orders=tuple(orders),
        on_agenda=len(_on_agenda(part)),
    )


def pending_cases(part: Part) -> list[Needs]:
    """Return every case that came as far as the governor, the gravest first."""
    orders = _orders(part)
    found = [_needs(part, case, orders) for case in _cases(part) if case.activity_id in part.activities]
    return [each for _rank, each in sorted(found, key=lambda each: each[0])]


def agenda_cases(part: Part) -> list[Needs]:
    """Return the cases on the agenda of the heads' meeting, the gravest first."""
    orders = _orders(part)
    found = [_needs(part, case, orders) for case in _on_agenda(part)]
    return [each for _rank, each in sorted(found, key=lambda each: each[0])]


def province_week(part: Part) -> ProvinceWeek:
    """Return the three figures, now and as they were known a week ago."""
    year, states = part.year, part.states
    budget = sum(state.activity.budget_satang for state in states)
    paid = sum(state.standing().disbursed_satang for state in states)
    now = [part.judgement(state).condition for state in states]
    before = None if part.before is None else [each.condition for each in part.judgements_before.values()]
    paid_before = sum(state.standing().disbursed_satang for state in (part.before or {}).values())
    own = {state.activity.no for state in states}
    lines = [line for line in year.lines if line.standing.activity_no in own]
    against = money_against_target(money_by_class(lines), year.targets, year.today)
    return ProvinceWeek(
        on=year.today,
        province=year.province.name,
        activities=len(states),
        budget_satang=budget,
        disbursed_satang=paid,
        disbursed_percent=percent_of(paid, budget),
        disbursed_before_satang=paid_before if part.before is not None else None,
        target_percent=against.target_percent if against else None,
        moving=_moving(now),
        moving_before=_moving(before) if before is not None else None,
        stuck=sum(each in STUCK for each in now),
        stuck_before=sum(each in STUCK for each in before) if before is not None else None,
        unreported=now.count(Condition.UNREPORTED),
        finished=now.count(Condition.FINISHED),
        area=part.area,
    )


def unstuck(part: Part) -> list[Unstuck]:
    """Return what stood still or was silent a week ago and moves now, the most money first."""
    found = []
    for state in part.states:
        then = part.judgements_before.get(state.activity.id)
        if then is None or then.condition not in STUCK or part.judgement(state).condition not in GOING:
            continue
        known = (part.before or {})[state.activity.id]
        old, new = known.standing(), state.standing()
        found.append(
            Unstuck(
                activity_id=state.activity.id,
                no=state.activity.no,
                name=state.activity.name,
                agency=state.agency.name,
                stood_days=then.working_days,
                percent_before=old.figures.progress_percent,
                percent_now=new.figures.progress_percent,
                gained_satang=new.disbursed_satang - old.disbursed_satang,
            )
        )
    return sorted(found, key=lambda each: (-each.gained_satang, each.no))


def _cases(part: Part) -> list[Case]:
    return open_cases(part.year.session, part.year.province.id, at_least=Level.EXECUTIVE)


def _on_agenda(part: Part) -> list[Case]:
    items = agenda(part.year.session, part.year.province.id)
    return [item.case for item in items if item.activity.id in part.activities]


def _orders(part: Part) -> list[OrderView]:
    found = open_orders(part.year.session, part.year.province.id, list(part.activities))
    return order_views(part.year.session, found, part.year.today, part.year.calendar)


def _needs_governor(case: Case, no: int, orders: Sequence[OrderView], today: date) -> bool:
    """Return whether nobody sees to a case yet: not ordered, not noted for now, and without a plan that still runs."""
    rests = (case.acknowledged_until, case.snoozed_until, case.promised_on)
    if any(day is not None and day >= today for day in rests):
        return False
    own = [order for order in orders if order.no == no]
    return not any(order.state in WITH_OWNER and order.overdue_days is None for order in own)


def _needs(part: Part, case: Case, orders: Sequence[OrderView]) -> tuple[tuple[float, int], Needs]:
    """Return a case with its place: the gravest first, equals by number."""
    activity = part.activities[case.activity_id]
    state = part.year.state(activity.no)
    found = found_of(part.year, state)
    latest = state.latest
    causes = causes_words(latest.figures().causes, latest.problem_text) if latest else ""
    view = Needs(
        case_id=case.id,
        no=activity.no,
        name=activity.name,
        agency=state.agency.name,
        evidence=evidence(found.main, causes) if found.main else "",
        unpaid_satang=found.severity.at_risk_satang,
        days=found.main.working_days if found.main else found.severity.working_days,
        who_can_act=", ".join(actor_name(actor) for actor in found.actors),
        weight=severity_words(found.severity),
        is_on_agenda=case.agenda_on is not None,
        orders=tuple(order for order in orders if order.no == activity.no),
    )
    return (-float(found.severity.exact), activity.no), view


def _moving(conditions: Sequence[Condition]) -> int:
    return sum(each in (Condition.MOVING, Condition.WAITING) for each in conditions)
