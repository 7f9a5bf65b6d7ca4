"""Fills the views of cases from what is remembered, and finds what is wrong in a year; handlers and jobs call it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from cards.case_evidence import evidence
from cards.case_views import CaseView, Rest, StepView
from cards.fill_year import Year
from cards.views_office import Contact
from cards.wording import causes_words
from engine.clock import BANGKOK
from models.case import Case, CaseStep, StepKind, history
from models.case_settings import finding_limits_of, ladder_steps_of
from models.overview import ActivityState
from models.person import Person
from rules.expense_class import ExpenseClass
from rules.finding import Facts
from rules.findings import Found, findings
from rules.ladder import CLIMBING, CaseState, Level, due_on, next_level, summary_with_warning


def found_of(year: Year, state: ActivityState) -> Found:
    """Return everything that is wrong with one activity of a year on its day, by reports and treasury figures."""
    activity = state.activity
    return findings(
        Facts(
            standing=state.standing(),
            judgement=year.judgements[activity.no],
            observations=[each for each in state.observations() if each.as_of <= year.today],
            today=year.today,
            calendar=year.calendar,
            planned_end=activity.planned_end,
            expense_class=ExpenseClass(activity.expense_class) if activity.expense_class else None,
            targets=year.targets,
            treasury=year.treasury.get(activity.id, ()),
            known_from=activity.made_at.astimezone(BANGKOK).date(),
            limits=finding_limits_of(year.province),
        )
    )


def state_of_case(case: Case) -> CaseState:
    """Return a case as the ladder sees it."""
    return CaseState(
        level=case.level,
        level_since=case.level_since,
        told_on=case.told_on,
        warned_on=case.warned_on,
        acknowledged_until=case.acknowledged_until,
        snoozed_until=case.snoozed_until,
        promised_on=case.promised_on,
        broken_on=case.broken_on,
    )


def case_view(
    year: Year,
    case: Case,
    state: ActivityState,
    found: Found | None = None,
    to_phone: Sequence[Contact] = (),
) -> CaseView:
    """Return what a card shows of one case; `found` where it was worked out already."""
    found = found or found_of(year, state)
    causes = _causes(state)
    sentences = [evidence(finding, causes) for finding in found.findings]
    main = evidence(found.main, causes) if found.main else ""
    following, next_on, summary_on = _next_step(year, case)
    return CaseView(
        case_id=case.id,
        no=state.activity.no,
        name=state.activity.name,
        agency=state.agency.name,
        level=case.level,
        opened_on=case.opened_on,
        evidence=main,
        severity=found.severity,
        more=tuple(sentence for sentence in sentences if sentence != main),
        actors=found.actors,
        causes=causes,
        budget_satang=state.activity.budget_satang,
        next_level=following,
        next_on=next_on,
        summary_on=summary_on,
        snooze=_rest(year, case.snoozed_until, case.snooze_reason, case.snoozed_by),
        plan=_rest(year, case.promised_on, case.promise_text, case.promised_by),
        earlier=_earlier(year, case),
        broken=_broken(year, case),
        acknowledged_until=case.acknowledged_until,
        letter_no=case.letter_no,
        agenda_on=case.agenda_on,
        to_phone=tuple(to_phone),
        closed_on=case.closed_at.astimezone(BANGKOK).date() if case.closed_at else None,
    )


def step_views(session: Session, case: Case) -> list[StepView]:
    """Return the history of a case, oldest first."""
    return [_step_view(session, step) for step in history(session, case)]


def _step_view(session: Session, step: CaseStep) -> StepView:
    return StepView(step.at, step.kind, step.level, _name(session, step.person_id), step.text or "")


def _causes(state: ActivityState) -> str:
    latest = state.latest
    return causes_words(latest.figures().causes, latest.problem_text) if latest else ""


def _next_step(year: Year, case: Case) -> tuple[Level | None, date | None, date | None]:
    """Return who hears next and when, and the summary that a case of the office will stand in."""
    state, steps = state_of_case(case), ladder_steps_of(year.province)
    rests = state.rests_until(year.today) is not None
    if case.level not in CLIMBING or rests or case.closed_at is not None:
        return None, None, None
    if case.level is Level.OFFICE:
        on = summary_with_warning(state, year.today, year.calendar, steps)
        return Level.EXECUTIVE, on, on
    return next_level(case.level), due_on(state, year.today, year.calendar, steps), None


def _rest(year: Year, until: date | None, text: str | None, by: int | None) -> Rest | None:
    if until is None or until < year.today:
        return None
    return Rest(until, text or "", _name(year.session, by))


def _earlier(year: Year, case: Case) -> Rest | None:
    """Return the last postponement that is over, for the next level to see."""
    if case.snooze_reason is None or (case.snoozed_until and case.snoozed_until >= year.today):
        return None
    return Rest(
        case.snoozed_until or case.opened_on, case.snooze_reason, _name(year.session, case.snoozed_by)
    )


def _broken(year: Year, case: Case) -> Rest | None:
    """Return the last plan that was not kept, or None."""
    broken = [step for step in history(year.session, case) if step.kind is StepKind.BROKEN]
    if not broken or case.promised_on is not None:
        return None
    step = broken[-1]
    return Rest(step.at.astimezone(BANGKOK).date(), step.text or "", _name(year.session, step.person_id))


def _name(session: Session, person_id: int | None) -> str:
    person = session.get(Person, person_id) if person_id is not None else None
    return (person.name or "") if person else ""
