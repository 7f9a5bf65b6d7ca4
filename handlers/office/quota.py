"""โควตา: what is left of LINE's month, and what the planned duties will need."""

from cards import commands
from cards.card import Card, Choice
from cards.quota import quota
from handlers.office.clerk import clerk_of
from handlers.office.desk import may, only_the_office
from handlers.turn import Turn
from i18n import _
from rules.permissions import Action


def answer(turn: Turn) -> list[Card]:
    if not may(turn, Action.SEE_QUOTA):
        return only_the_office()
    view = clerk_of(turn).quota(turn)
    if view.read_at is None:
        turn.later("quota", turn.channel)
    return [quota(view, Choice(_("Calendar"), _("calendar")), commands.owed())]
