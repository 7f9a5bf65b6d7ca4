"""เบิกจ่าย: money disbursed and used, against the quarter's target."""

from cards.card import Card
from cards.disbursed import disbursed
from cards.fill_year import disbursed_view
from handlers.access import scope_of
from handlers.answers import agency
from handlers.answers.reach import year_of
from handlers.turn import Turn
from rules.permissions import Action, Scope
from thai.reading import Query


def answer(turn: Turn, query: Query) -> list[Card]:
    """Whoever sees the province gets the province, or the agency asked about; everyone else their own agency."""
    if query.agency:
        return agency.answer(turn, query)
    if scope_of(turn, Action.SEE_DISBURSED) is Scope.PROVINCE:
        return [disbursed(disbursed_view(year_of(turn)))]
    return agency.own_agency_card(turn)
