"""The words of cases: levels, who can act, severity, and what can be typed; every card about cases uses the same."""

from decimal import Decimal

from cards import commands
from cards.card import Choice
from cards.case_views import CaseView, Rest
from i18n import _
from models.case import StepKind
from rules.ladder import Level
from rules.severity import Band, Severity
from rules.status import Status
from rules.who_can_act import Actor
from thai import writing


def level_name(level: Level) -> str:
    """Return who is asked at a level."""
    return {
        Level.OFFICER: _("the officer"),
        Level.HEAD: _("the head of agency"),
        Level.OFFICE: _("the provincial office"),
        Level.EXECUTIVE: _("the governor's summary"),
        Level.INSPECTOR: _("the inspector"),
    }[level]


def actor_name(actor: Actor) -> str:
    """Return who owns the obstacle."""
    return {
        Actor.OFFICER: _("the officer"),
        Actor.HEAD: _("the head of agency"),
        Actor.PROCUREMENT: _("the agency's procurement"),
        Actor.PROVINCE: _("the province"),
        Actor.LAND_OWNER: _("the owner of the land"),
        Actor.CENTRAL_AGENCY: _("the central agency"),
    }[actor]


def actors_words(view: CaseView) -> str:
    return ", ".join(actor_name(actor) for actor in view.actors)


def severity_words(severity: Severity) -> str:
    """Return the number and how it comes about, to be checked by hand; nothing where no money is at risk."""
    if not severity.number:
        return ""
    weeks = (Decimal(severity.working_days) / 5).quantize(Decimal("0.1"))
    said = _("Weight {number} = {amount} not disbursed × {weeks} weeks").format(
        number=f"{severity.number:,f}", amount=writing.baht_short(severity.at_risk_satang), weeks=f"{weeks:f}"
    )
    if severity.band is Band.ON_PLAN:
        return said
    points = {Band.BEHIND_5: 5, Band.BEHIND_10: 10, Band.BEHIND_15: 15}[severity.band]
    return said + _(" × {weight} ({points} points or more behind)").format(
        weight=int(severity.band), points=points
    )


def step_words(kind: StepKind) -> str:
    """Return what happened, for the history of a case."""
    return {
        StepKind.OPENED: _("Case opened"),
        StepKind.TOLD: _("Told"),
        StepKind.WARNED: _("Warned of the governor's summary"),
        StepKind.ANSWERED: _("Answered by a report"),
        StepKind.ACKNOWLEDGED: _("Acknowledged"),
        StepKind.SNOOZED: _("Postponed"),
        StepKind.PROMISED: _("Catch-up plan"),
        StepKind.BROKEN: _("The plan was not kept"),
        StepKind.ORDERED: _("Order given"),
        StepKind.MEETING: _("On the meeting's agenda"),
        StepKind.LETTER: _("Letter sent"),
        StepKind.RAISED: _("Raised"),
        StepKind.CLOSED: _("Case closed"),
    }[kind]


def rest_words(said: str, rest: Rest) -> str:
    """Return `said` with the date, the words and the name of a postponement or plan."""
    by = _("by {name}").format(name=rest.by) if rest.by else ""
    when = said.format(date=writing.short_date(rest.until))
    return " · ".join(part for part in (f"{when}: {rest.text}" if rest.text else when, by) if part)


def case(no: int) -> Choice:
    return Choice(_("Case {no}").format(no=no), _("case {no}").format(no=no))


def cases() -> Choice:
    return Choice(_("All cases"), _("urgent cases"))


def problem(no: int) -> Choice:
    """Return the words that report the activity as blocked; the report's own questions ask for the cause."""
    return Choice(_("There is a problem"), f"{no} {writing.status_name(Status.BLOCKED)}")


def report(no: int) -> Choice:
    return commands.report(no)


def plan(view: CaseView) -> Choice:
    return _tap(view, _("Catch-up plan"), _("catch-up plan {no}"), "plan")


def postpone(view: CaseView) -> Choice:
    return _tap(view, _("Postpone"), _("postpone {no}"), "postpone")


def acknowledge(view: CaseView) -> Choice:
    return _tap(view, _("Acknowledge"), _("acknowledge {no}"), "ack")


def letter(view: CaseView) -> Choice:
    return _tap(view, _("Letter sent"), _("letter {no}"), "letter")


def agenda(view: CaseView) -> Choice:
    return _tap(view, _("Put on the agenda"), _("agenda {no}"), "agenda")


def inspector(view: CaseView) -> Choice:
    return _tap(view, _("To the inspector"), _("inspector {no}"), "inspector")


def close(view: CaseView) -> Choice:
    return _tap(view, _("Close the case"), _("close case {no}"), "close")


def _tap(view: CaseView, label: str, typed: str, verb: str) -> Choice:
    return Choice(label, typed.format(no=view.no), f"case:{view.case_id}:{verb}")
