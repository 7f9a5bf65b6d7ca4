"""สรุป: the week as the executives and the office get it on Monday, at any time."""

from cards.card import Card
from cards.fill_year import summary_view
from cards.summary import summary
from handlers.access import scope_of
from handlers.answers.agency import own_agency_card
from handlers.answers.reach import year_of
from handlers.order.minute import minute
from handlers.order.reach import is_executive
from handlers.order.show import part_of
from handlers.turn import Turn
from rules.permissions import Action, Scope
from thai.reading import Query


def answer(turn: Turn, _query: Query) -> list[Card]:
    if is_executive(turn):
        return minute(turn.house, part_of(turn), turn.now)
    if scope_of(turn, Action.SEE_SUMMARY) is Scope.PROVINCE:
        return [summary(summary_view(year_of(turn)))]
    return own_agency_card(turn)
