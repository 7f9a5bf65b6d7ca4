"""กรณี 13 and กรณีเร่งรัด: one case with what the reader can do about it and its history, or all within reach."""

from cards import case_words, commands
from cards.card import Card, Choice
from cards.case import case_card
from cards.case_fill import step_views
from cards.case_history import case_history
from cards.case_list import case_list
from cards.case_views import CaseView, Part
from cards.notes import refusal
from handlers.case.reach import Seen, all_views, is_nobodys, view_of
from handlers.turn import Turn
from i18n import _
from models.case import open_cases
from rules.ladder import Level
from rules.role import Role


def show_case(turn: Turn, seen: Seen) -> list[Card]:
    """Return the case and its history; buttons only for those who may act."""
    view = view_of(turn, seen)
    card = case_card(view, Part.LOOKING, choices_for(seen, view))
    return [card, case_history(view, step_views(turn.session, seen.case))]


def show_ended(turn: Turn, seen: Seen) -> list[Card]:
    """Return the history of a case that has ended."""
    steps = step_views(turn.session, seen.case)
    return [case_history(view_of(turn, seen), steps, [commands.status(seen.activity.no)])]


def show_cases(turn: Turn) -> list[Card]:
    """Return all open cases that the person may see."""
    if is_nobodys(turn):
        return [refusal(_("Your role does not see cases."), commands.help_me())]
    return [case_list(all_views(turn, open_cases(turn.session, turn.province.id)))]


def choices_for(seen: Seen, view: CaseView) -> list[Choice]:
    """Return what this person can do about a case, the likeliest first."""
    history = commands.history(view.no)
    if not seen.may_act:
        return [history]
    plan, rest = case_words.plan(view), [case_words.postpone(view), case_words.acknowledge(view)]
    if seen.role in (Role.OFFICER, Role.HEAD):
        return [case_words.report(view.no), plan, case_words.problem(view.no), *rest]
    office = [case_words.letter(view), case_words.agenda(view), plan, *rest, case_words.close(view)]
    if seen.case.level is Level.EXECUTIVE:
        office.append(case_words.inspector(view))
    return office
