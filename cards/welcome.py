"""The first thing a new friend sees: what this is, and that a join code is needed."""

from cards.card import Card
from cards.look.colours import BLUE, Kind
from cards.look.frame import bubble
from cards.look.pieces import note, words
from cards.plain import twin
from i18n import _


def welcome() -> Card:
    title = _("Welcome to TamNgan")
    what = _("Report the progress of your activities here, by chat. A reminder comes when a report is due.")
    ask = _("Type the join code you were given by the provincial office.")
    none = _("No code yet? Ask the provincial office. Each code works once.")
    language = _("For English, type: language")
    body = (words(what), note(ask, BLUE, _("To begin")), words(none), words(language, size="xs"))
    return Card(
        alt=_("Welcome to TamNgan. Type your join code to begin."),
        text=twin([title, what, "", ask, none, language]),
        contents=bubble(Kind.ASK, title, *body, kicker=_("TamNgan")),
    )
