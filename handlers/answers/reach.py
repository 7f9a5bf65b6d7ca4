"""The year as far as a person may see it."""

from cards.fill_year import Year
from handlers.access import within_reach
from handlers.turn import Turn
from rules.permissions import Action


def year_of(turn: Turn) -> Year:
    """Return the whole year of the person's province."""
    return Year(turn.session, turn.province, turn.year_be, turn.today)


def numbers_in_reach(turn: Turn, action: Action) -> set[int]:
    """Return the numbers of the activities with which the person may do `action`."""
    return {activity.no for activity in within_reach(turn, action)}
