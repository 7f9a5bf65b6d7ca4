"""เอกสาร: which papers can be had, and those that are typed by name."""

from cards import papers as cards
from cards.card import Card
from cards.notes import refusal
from documents.papers.offers import Offer, earlier_year, every_offer, offer_of_activity, offers
from handlers.access import scope_of
from handlers.numbers import number_in
from handlers.papers.making import made
from handlers.report.desk import key_of_ours
from handlers.spoken import typed as key_typed
from handlers.turn import Turn
from i18n import LANGUAGES, _, speaking
from rules.permissions import Action, Scope

FIRST_YEAR_BE = 2500


def may_write(turn: Turn) -> bool:
    return scope_of(turn, Action.WRITE_PAPERS) is Scope.PROVINCE


def begin(turn: Turn) -> list[Card]:
    """Return the papers that can be had now."""
    return _listed(turn, None)


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the paper that "documents …" names, or a year's papers; None where the text is something else."""
    said = key_typed(text)
    for language in LANGUAGES:
        with speaking(language):
            word = key_of_ours(_("documents")) + " "
            rest = said.removeprefix(word) if said.startswith(word) else ""
            offer = _named(turn, rest) if rest else None
        if offer is not None:
            return [made(turn, offer)] if may_write(turn) else begin(turn)
        year_be = number_in(rest)
        if year_be is not None and year_be > FIRST_YEAR_BE:
            return _listed(turn, year_be)
    return None


def typed(offer: Offer) -> str:
    """Return what is typed for a paper."""
    return f"{_('documents')} {offer.label}"


def _listed(turn: Turn, year_be: int | None) -> list[Card]:
    if not may_write(turn):
        return [refusal(_("Only the provincial office can have official papers made."))]
    rows = [
        cards.PaperRow(offer.label, typed(offer))
        for offer in offers(turn.session, turn.province, turn.today, year_be)
    ]
    if not rows:
        return [refusal(_("There is no plan of this year yet, so there is no paper."))]
    before = None if year_be else earlier_year(turn.session, turn.province, turn.today)
    return [cards.offered(rows, before)]


def _named(turn: Turn, rest: str) -> Offer | None:
    """Return the paper with this name; the completion report may be followed by the number of an activity."""
    found = every_offer(turn.session, turn.province, turn.today)
    by_name = next((each for each in found if key_of_ours(each.label) == rest), None)
    if by_name is not None:
        return by_name
    _name, _space, last = rest.rpartition(" ")
    no = number_in(last)
    if no is None or no > FIRST_YEAR_BE:
        return None
    offer = offer_of_activity(turn.session, turn.province, turn.today, turn.year_be, no)
    known = (key_of_ours(offer.label), f"{key_of_ours(offer.form.title())} {last}") if offer else ()
    return offer if rest in known else None
