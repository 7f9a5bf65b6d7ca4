"""กระทบยอด: the treasury's figures beside the officers', within the asker's reach."""

from cards.card import Card, Choice
from cards.fill_reconciliation import reconciliation_view
from cards.reconciliation import no_figures_yet, reconciliation
from handlers.access import scope_of, within_reach
from handlers.imports.gaps import ASK, KIND, MATCH, ask_words, match_words
from handlers.links import OUTSIDE_LINE, own_token
from handlers.turn import Turn
from i18n import _
from models.reconciliation import Reconciliation, reconcile
from rules.permissions import Action, Scope

LINK = "reconciliation"
MOST_EXPLAINED = 8


def answer(turn: Turn) -> list[Card]:
    """Return the comparison of every activity that the person sees; the whole province also as a workbook."""
    seen = reconcile(turn.session, within_reach(turn, Action.SEE_DISBURSED), turn.today)
    if seen is None:
        return [no_figures_yet()]
    is_whole = scope_of(turn, Action.SEE_DISBURSED) is Scope.PROVINCE
    link = sheet_link(turn) if is_whole else ""
    buttons = [*_unmatched(turn, seen), *_own_gaps(turn, seen)]
    return [reconciliation(reconciliation_view(seen, turn.today, link, lines=is_whole), buttons)]


def _unmatched(turn: Turn, seen: Reconciliation) -> list[Choice]:
    """Return the office's button that asks about the lines that are no activity yet."""
    if not seen.unmatched or scope_of(turn, Action.IMPORT_PLAN) is not Scope.PROVINCE:
        return []
    return [Choice(_("Match lines"), match_words(), f"{KIND}:0:{MATCH}")]


def _own_gaps(turn: Turn, seen: Reconciliation) -> list[Choice]:
    """Return a button for each difference that this person can explain and has not yet."""
    return [
        Choice(
            _("Explain {no}").format(no=row.activity.no),
            ask_words(row.activity.no),
            f"{KIND}:{row.gap.id}:{ASK}",
        )
        for row in seen.rows
        if row.gap is not None
        and row.gap.reason is None
        and turn.person.id in {each.id for each in row.owners}
    ][:MOST_EXPLAINED]


def sheet_link(turn: Turn) -> str:
    """Return the address of the workbook, for this person and a day."""
    address = f"{turn.house.settings.public_url}/imports/reconciliation/{own_token(turn, LINK)}"
    return f"{address}?{OUTSIDE_LINE}"
