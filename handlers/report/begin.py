"""Begins a report: by its number, as "no change", or from what a message said."""

from dataclasses import replace

from cards.card import Card
from cards.notes import refusal
from cards.wording import year_words
from handlers.access import reaches
from handlers.report.desk import Desk, new_desk
from handlers.report.draft import Draft, Item, Question
from handlers.report.owed import numbers_owed, show_owed
from handlers.report.show import show
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.assign import officers_of
from models.audit import note
from models.plan import Activity
from rules.duty import duty_has_ended
from rules.permissions import Action


def begin_guided(turn: Turn, no: int) -> list[Card]:
    """Ask about one activity step by step."""
    refused = refuse_activity(turn, no, Action.REPORT)
    if refused:
        return refused
    desk = new_desk(turn, Draft())
    item = desk.new_item(no, guided=True)
    if duty_has_ended(desk.state(no).standing()):
        remark = _("Activity {no} is closed: everything was disbursed. A report now is a correction.").format(
            no=no
        )
        desk.draft = replace(desk.draft, remark=remark)
    desk.draft = replace(desk.draft.with_item(item), focus=no)
    return show(desk)


def begin_no_change(turn: Turn, numbers: tuple[int, ...] | None) -> list[Card]:
    """Show the confirm card for "no change" of some activities, or (None) of everything still owed.

    An activity that was never reported has nothing that could be unchanged, so it is asked about step by step.
    """
    if numbers is None:
        numbers = numbers_owed(turn)
        if not numbers:
            return show_owed(turn)
    for no in numbers:
        refused = refuse_activity(turn, no, Action.NO_CHANGE)
        if refused:
            return refused
    desk = new_desk(turn, Draft())
    desk.look_up(numbers)
    for no in numbers:
        desk.draft = desk.draft.with_item(no_change_item(desk, no))
    return show(desk)


def no_change_item(desk: Desk, no: int) -> Item:
    item = desk.new_item(no)
    knows_before = desk.line(item).base is not None
    return replace(item, is_no_change=knows_before, guided=not knows_before)


def begin_correction(turn: Turn, no: int, first: Question = Question.FIX) -> list[Card]:
    """Open the latest report of an activity with the question which part is to be changed, or with `first`."""
    refused = refuse_activity(turn, no, Action.CORRECT)
    if refused:
        return refused
    desk = new_desk(turn, Draft())
    latest = desk.state(no).latest
    if latest is None:
        return begin_guided(turn, no)
    item = replace(desk.new_item(no), period=latest.period, as_of=latest.as_of, is_correction=True)
    desk.draft = replace(desk.draft.with_item(item), focus=no, forced=first)
    return show(desk)


def refuse_activity(turn: Turn, no: int, action: Action) -> list[Card]:
    """Return the polite refusal for an activity that is not there or not this person's; empty where it may be done."""
    activity = turn.activity(no)
    if activity is None:
        year = year_words(turn.year_be)
        return [refusal(_("The plan of {year} has no activity {no}.").format(year=year, no=no))]
    if reaches(turn, action, activity):
        return []
    note(
        turn.session, turn.now, "refused", person_id=turn.person.id, action=str(action), activity=activity.id
    )
    return [refusal(_not_yours(turn, activity))]


def _not_yours(turn: Turn, activity: Activity) -> str:
    agency = turn.session.get_one(Agency, activity.agency_id)
    if not turn.agency_ids:
        return _("Activity {no} is reported by {agency}, not from this account.").format(
            no=activity.no, agency=agency.name
        )
    if activity.agency_id in turn.agency_ids:
        people = ", ".join(each.name or "" for each in officers_of(turn.session, activity, turn.today))
        return _("Activity {no} is reported by {people}, so please ask them.").format(
            no=activity.no, people=people or agency.name
        )
    return _("Activity {no} belongs to {agency}, so only they can report it.").format(
        no=activity.no, agency=agency.name
    )
