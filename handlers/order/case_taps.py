"""The buttons under a case in the governor's minute: ask why, order, call a meeting, noted; and thanks for good news."""

from collections.abc import Callable

from cards.card import Card, say
from cards.case_words import level_name
from cards.notes import old_button, refusal
from cards.order_words import agenda, all_orders, explain_words, pending
from handlers.groups import in_private, is_group
from handlers.order import sheet
from handlers.order.issue import issue
from handlers.order.reach import actors_of, case_at, is_executive, may_give
from handlers.order.thanks import thank
from handlers.turn import Turn
from i18n import _
from models.case import Case, Closing
from models.case_settings import ladder_steps_of
from models.case_verbs import acknowledge_case, put_on_agenda
from models.plan import Activity
from rules.order import EXPLAIN_WITHIN, OrderKind, assignee_for, due_after
from thai import writing


def tap(turn: Turn, rest: list[str]) -> list[Card]:
    """Do what a button says, if this person may and the case still stands."""
    if is_group(turn):
        return [in_private()]
    if len(rest) != 2:
        return [old_button()]
    verb, number = rest
    if not is_executive(turn):
        return [not_yours()]
    if verb == "thank":
        return thank(turn, number)
    case = case_at(turn, number)
    if case is None or verb not in VERBS:
        return [old_button()]
    activity = turn.session.get_one(Activity, case.activity_id)
    if not may_give(turn, activity):
        return [not_yours()]
    if case.closed_at is not None:
        return [_closed(case, activity)]
    return VERBS[verb](turn, activity, case)


def ask_why(turn: Turn, activity: Activity, case: Case | None) -> list[Card]:
    """Ask for an explanation within two working days: one tap, and the owner has it."""
    _order, cards = issue(
        turn,
        activity,
        case,
        kind=OrderKind.EXPLAIN,
        text=explain_words(),
        assignee=assignee_for(actors_of(turn, activity, case)),
        due_on=due_after(turn.today, EXPLAIN_WITHIN, turn.calendar),
    )
    return cards


def call_meeting(turn: Turn, activity: Activity, case: Case) -> list[Card]:
    """Put the case on the agenda of the heads' meeting."""
    was_on = case.agenda_on
    put_on_agenda(turn.session, case, by=turn.person.id, on=turn.today, now=turn.now)
    if was_on is not None:
        said = _("Activity {no} is on the agenda since {date}.").format(
            no=activity.no, date=writing.short_date(was_on)
        )
    else:
        said = _("Activity {no} is on the agenda of the next meeting.").format(no=activity.no)
    return [say(said, agenda(), pending())]


def noted(turn: Turn, activity: Activity, case: Case) -> list[Card]:
    """Leave the case out of the summaries for a while; the clock runs on."""
    steps = ladder_steps_of(turn.province)
    until = turn.calendar.add_working_days(turn.today, steps.acknowledged)
    acknowledge_case(turn.session, case, by=turn.person.id, until=until, now=turn.now)
    said = _("Noted: activity {no} rests in the summaries until {date}. Its clock runs on.")
    return [say(said.format(no=activity.no, date=writing.short_date(until)), pending(), all_orders())]


def not_yours() -> Card:
    return refusal(_("Only executives give orders, each in their own area. Nothing was done."))


def _closed(case: Case, activity: Activity) -> Card:
    if case.closing in (Closing.MOVED, Closing.REPORTED, Closing.MENDED):
        said = _("Activity {no} moves again: its case was closed. Nothing was done.")
    else:
        said = _("The case of activity {no} is closed. Nothing was done.")
    return say(said.format(no=activity.no, level=level_name(case.level)), pending(), all_orders())


VERBS: dict[str, Callable[[Turn, Activity, Case], list[Card]]] = {
    "ask": ask_why,
    "order": sheet.begin,
    "meet": call_meeting,
    "seen": noted,
}
