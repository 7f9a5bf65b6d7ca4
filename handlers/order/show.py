"""What can be asked about orders at any time: all of them, one of them, what waits, the agenda, the charts."""

from cards.card import Card, say
from cards.case_page import cases_page
from cards.fill_governor import agenda_cases, pending_cases
from cards.fill_order import order_views
from cards.notes import refusal
from cards.order import executive_choices, owner_choices, shown
from cards.order_list import order_list
from cards.order_words import all_orders, pending
from cards.part import Part
from cards.picture import picture
from handlers.access import scope_of, within_reach
from handlers.answers.reach import year_of
from handlers.order.charts import pictures
from handlers.order.reach import activity_of, is_executive, may_answer, may_give, may_see, order_at, view_of
from handlers.turn import Turn
from i18n import _
from models.order import open_orders
from rules.permissions import Action, Scope


def one(turn: Turn, number: str) -> list[Card]:
    """Show one order with what this person can do with it."""
    order = order_at(turn, number)
    if order is None:
        return [
            refusal(_("There is no order {number} that you can see.").format(number=number), all_orders())
        ]
    view = view_of(turn, order)
    if may_give(turn, activity_of(turn, order)):
        return [shown(view, executive_choices(view))]
    return [shown(view, owner_choices(view) if may_answer(turn, order) else [])]


def every(turn: Turn) -> list[Card]:
    """Show every order within reach that is not closed: officers theirs, executives those of their area."""
    ids = [activity.id for activity in within_reach(turn, Action.SEE_ORDERS)]
    found = [order for order in open_orders(turn.session, turn.province.id, ids) if may_see(turn, order)]
    choices = [pending()] if is_executive(turn) else []
    return [order_list(order_views(turn.session, found, turn.today, turn.calendar), choices)]


def waiting(turn: Turn) -> list[Card]:
    """Show all that came as far as the governor, with the buttons of the summary."""
    if not is_executive(turn):
        return every(turn)
    title = _("What waits for a decision")
    return [cases_page(title, pending_cases(part_of(turn)), _("No case has come this far."), [all_orders()])]


def on_agenda(turn: Turn) -> list[Card]:
    """Show what the next meeting of the heads is about."""
    if scope_of(turn, Action.SEE_PROVINCE) is not Scope.PROVINCE:
        return [refusal(_("The agenda is for executives and the provincial office."))]
    cases = agenda_cases(part_of(turn))
    return [
        cases_page(
            _("Agenda of the meeting"), cases, _("Nothing is on the agenda."), [pending()], is_executive(turn)
        )
    ]


def charts(turn: Turn) -> list[Card]:
    """Show the three charts as they are today."""
    if scope_of(turn, Action.SEE_PROVINCE) is not Scope.PROVINCE:
        return [refusal(_("Charts are for executives and the provincial office."))]
    found = pictures(turn.house, part_of(turn), turn.now)
    if not found:
        return [say(_("Charts need an HTTPS address (PUBLIC_URL); please ask the provincial office."))]
    return [picture(address, words) for address, words in found]


def part_of(turn: Turn) -> Part:
    """Return the part of the year that this person oversees; all of it for the office and the inspector."""
    return Part(year_of(turn), turn.posts if is_executive(turn) else ())
