"""รายงาน: the activities that I still owe for the month that just ended."""

from datetime import date

from cards import commands
from cards.card import Card, Choice
from cards.fill import activity_views
from cards.nothing_owed import nothing_owed
from cards.owed import owed, pages_owed
from handlers.turn import Turn
from i18n import _
from models.overview import ActivityState
from rules.duty import duty_has_ended, owes, report_due_on, report_late_on
from rules.fiscal_year import next_period


def states_owed(turn: Turn) -> list[ActivityState]:
    """Return the person's own activities whose report for the month just ended is missing, by number."""
    wanted = set(numbers_owed(turn))
    return turn.states([activity for activity in turn.own_activities if activity.no in wanted])


def numbers_owed(turn: Turn) -> tuple[int, ...]:
    """Return the numbers of one's own activities whose report for the month just ended is missing."""
    period = turn.period
    return tuple(each.activity_no for each in turn.own_standings() if owes(each, period))


def show_owed(turn: Turn, page: int = 1) -> list[Card]:
    """Return the carousel of what is still owed, or the good news that nothing is."""
    states = states_owed(turn)
    period = turn.period
    calendar = turn.calendar
    if not states:
        return [nothing_owed(period, _next_due(turn))]
    views = activity_views(states, turn.today, calendar)
    page = min(max(1, page), pages_owed(len(views)))
    more = Choice(
        _("More"), f"{_('report')} {_('page {number}').format(number=page + 1)}", f"owed:{page + 1}"
    )
    choices = {view.no: (commands.report(view.no), commands.no_change(view.no)) for view in views}
    return [owed(period, report_late_on(period, calendar), views, choices, page=page, next_page=more)]


def _next_due(turn: Turn) -> date | None:
    calendar = turn.calendar
    if all(duty_has_ended(each) for each in turn.own_standings()):
        return None
    return report_due_on(next_period(turn.period), calendar)
