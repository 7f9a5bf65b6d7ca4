"""What a person does about a case: plan, postpone, acknowledge, letter, agenda, inspector, close."""

from collections.abc import Callable
from datetime import date

from cards.card import Card, say
from cards.notes import refusal
from cards.wording import working_days
from handlers.case.asking import ask_day, ask_words
from handlers.case.reach import Seen
from handlers.case.show import show_case
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.case import Closing, StepKind, has_step, record_step
from models.case_settings import finding_limits_of, ladder_steps_of
from models.case_verbs import (
    acknowledge_case,
    close_case,
    promise,
    put_on_agenda,
    raise_case,
    record_letter,
    snooze_case,
)
from rules.case_rights import DayFault, day_fault, may_rest
from rules.ladder import Level
from rules.role import Role
from thai import writing
from thai.case_commands import CaseVerb

OFFICE = (Role.ADMIN, Role.EXECUTIVE)
LONGEST = 500


def act(turn: Turn, seen: Seen, verb: CaseVerb, day: date | None, text: str) -> list[Card]:
    """Do what was tapped or typed, or ask for what is missing; who only reads is told so."""
    if verb is CaseVerb.SHOW:
        return show_case(turn, seen)
    if not seen.may_act:
        return [refusal(_("You can see this case, but others act on it."))]
    return _ACTS[verb](turn, seen, day, text[:LONGEST])


def _plan(turn: Turn, seen: Seen, day: date | None, text: str) -> list[Card]:
    most = ladder_steps_of(turn.province).promise_most
    refused = _day_refused(turn, seen, CaseVerb.PLAN, day, most)
    if day is None or refused:
        return refused
    if _is_second(turn, seen, StepKind.PROMISED) and not _is_sooner(day, seen.case.promised_on):
        return [
            refusal(_("There was a plan at this level already, so a later one needs the next level's word."))
        ]
    if not text:
        return ask_words(turn, seen, CaseVerb.PLAN, day)
    promise(turn.session, seen.case, by=turn.person.id, on=day, text=text, now=turn.now)
    _audit(turn, seen, "case_promised")
    said = _(
        "The catch-up plan of activity {no} is kept: by {date}, {text}. Until then nobody else is told. "
        "A report that shows movement closes the case; without one it goes a step higher after that day."
    )
    return [say(said.format(no=seen.activity.no, date=writing.short_date(day), text=text))]


def _postpone(turn: Turn, seen: Seen, day: date | None, text: str) -> list[Card]:
    if not may_rest(seen.role, seen.case.level):
        said = _(
            "The case is with the next level already, so only they can postpone it. A catch-up plan still helps."
        )
        return [refusal(said)]
    refused = _day_refused(turn, seen, CaseVerb.POSTPONE, day, ladder_steps_of(turn.province).snooze_most)
    if day is None or refused:
        return refused
    if _is_second(turn, seen, StepKind.SNOOZED) and not _is_sooner(day, seen.case.snoozed_until):
        return [
            refusal(
                _(
                    "It was postponed at this level already, and that can be done once. Please send a catch-up plan."
                )
            )
        ]
    if not text:
        return ask_words(turn, seen, CaseVerb.POSTPONE, day)
    snooze_case(turn.session, seen.case, by=turn.person.id, until=day, reason=text, now=turn.now)
    _audit(turn, seen, "case_postponed")
    said = _("Activity {no} is postponed until {date}: {text}. The next level will see this reason.")
    return [say(said.format(no=seen.activity.no, date=writing.short_date(day), text=text))]


def _acknowledge(turn: Turn, seen: Seen, _day: date | None, _text: str) -> list[Card]:
    steps = ladder_steps_of(turn.province)
    until = turn.calendar.add_working_days(turn.today, steps.acknowledged)
    if may_rest(seen.role, seen.case.level):
        acknowledge_case(turn.session, seen.case, by=turn.person.id, until=until, now=turn.now)
    elif not has_step(turn.session, seen.case, StepKind.ACKNOWLEDGED, turn.person.id):
        record_step(turn.session, seen.case, StepKind.ACKNOWLEDGED, turn.now, person_id=turn.person.id)
    said = _("Noted. I will not repeat activity {no} before {date}; the days of the case still count.")
    return [say(said.format(no=seen.activity.no, date=writing.short_date(until)))]


def _letter(turn: Turn, seen: Seen, _day: date | None, text: str) -> list[Card]:
    if seen.role not in OFFICE:
        return _office_only()
    if not text:
        return ask_words(turn, seen, CaseVerb.LETTER)
    record_letter(turn.session, seen.case, by=turn.person.id, letter_no=text[:100], now=turn.now)
    _audit(turn, seen, "case_letter")
    said = _("Noted: letter {letter} about activity {no}.")
    return [say(said.format(letter=text[:100], no=seen.activity.no))]


def _agenda(turn: Turn, seen: Seen, _day: date | None, _text: str) -> list[Card]:
    if seen.role not in OFFICE:
        return _office_only()
    put_on_agenda(turn.session, seen.case, by=turn.person.id, on=turn.today, now=turn.now)
    _audit(turn, seen, "case_agenda")
    return [say(_("Activity {no} is on the agenda of the next meeting.").format(no=seen.activity.no))]


def _inspector(turn: Turn, seen: Seen, _day: date | None, _text: str) -> list[Card]:
    """Only from the governor's level: the province has tried by itself first (KPI 3.1.2, 1.2)."""
    if seen.role not in OFFICE:
        return _office_only()
    if seen.case.level.height < Level.EXECUTIVE.height:
        return [refusal(_("The governor's summary comes first; after it the case can go to the inspector."))]
    raise_case(turn.session, seen.case, Level.INSPECTOR, on=turn.today, now=turn.now, by=turn.person.id)
    _audit(turn, seen, "case_inspector")
    return [say(_("Activity {no} is put forward to the inspector.").format(no=seen.activity.no))]


def _close(turn: Turn, seen: Seen, _day: date | None, text: str) -> list[Card]:
    if seen.role not in OFFICE:
        return _office_only()
    if not text:
        return ask_words(turn, seen, CaseVerb.CLOSE)
    close_case(turn.session, seen.case, Closing.BY_HAND, turn.now, by=turn.person.id, text=text)
    _audit(turn, seen, "case_closed")
    said = _(
        "The case of activity {no} is closed: {text}. If it still stands still after {days}, a new one opens."
    )
    days = working_days(finding_limits_of(turn.province).stall.working_days)
    return [say(said.format(no=seen.activity.no, text=text, days=days))]


def _day_refused(turn: Turn, seen: Seen, verb: CaseVerb, day: date | None, most: int) -> list[Card]:
    """Return the question for a day where none was said, or it again with what is wrong; empty where it will do."""
    if day is None:
        return ask_day(turn, seen, verb)
    fault = day_fault(day, turn.today, most, turn.calendar)
    if fault is None:
        return []
    last = writing.short_date(turn.calendar.add_working_days(turn.today, most))
    lead = {
        DayFault.PAST: _("{date} is not after today.").format(date=writing.short_date(day)),
        DayFault.TOO_FAR: _("{date} is too far away; {last} is the latest.").format(
            date=writing.short_date(day), last=last
        ),
    }[fault]
    return ask_day(turn, seen, verb, lead)


def _is_second(turn: Turn, seen: Seen, kind: StepKind) -> bool:
    return has_step(turn.session, seen.case, kind, level=seen.case.level)


def _is_sooner(day: date, known: date | None) -> bool:
    """Return whether a day only brings forward what is in force: nobody is refused to be quicker."""
    return known is not None and day <= known


def _office_only() -> list[Card]:
    return [refusal(_("Only the provincial office does that."))]


def _audit(turn: Turn, seen: Seen, what: str) -> None:
    note(
        turn.session,
        turn.now,
        what,
        province_id=turn.province.id,
        person_id=turn.person.id,
        case=seen.case.id,
    )


_ACTS: dict[CaseVerb, Callable[[Turn, Seen, date | None, str], list[Card]]] = {
    CaseVerb.PLAN: _plan,
    CaseVerb.POSTPONE: _postpone,
    CaseVerb.ACKNOWLEDGE: _acknowledge,
    CaseVerb.LETTER: _letter,
    CaseVerb.AGENDA: _agenda,
    CaseVerb.INSPECTOR: _inspector,
    CaseVerb.CLOSE: _close,
}
