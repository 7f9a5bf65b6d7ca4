"""Whoever has no post: greeted once, then reminded in one line that a code is needed, and never more than that."""

from datetime import timedelta

from cards.card import Card, say
from cards.welcome import welcome
from handlers.posts.taking import between_posts
from handlers.spoken import means
from handlers.turn import Turn
from i18n import _, speaking
from models.told import is_due

WELCOME_EVERY = timedelta(days=1)
HINT_EVERY = timedelta(minutes=1)  # ten photos sent at once get one answer


def greet(turn: Turn) -> list[Card]:
    """Return the welcome, once a day at most; in between a line that says what to do; nothing to a flood.

    Whoever has handed a post over, or whose post begins later, is told that instead.
    """
    between = between_posts(turn)
    if between is not None:
        return [between] if is_due(turn.session, turn.person.id, "between", HINT_EVERY, turn.now) else []
    if is_due(turn.session, turn.person.id, "welcome", WELCOME_EVERY, turn.now):
        return [welcome()]
    if is_due(turn.session, turn.person.id, "code needed", HINT_EVERY, turn.now):
        return [say(_("Please type the join code from the provincial office, such as ABCD-2345."))]
    return []


def welcome_now(turn: Turn) -> list[Card]:
    """Return the welcome to somebody who has just become a friend."""
    is_due(turn.session, turn.person.id, "welcome", timedelta(0), turn.now)
    return [welcome()]


def switch_language(turn: Turn, text: str) -> list[Card] | None:
    """Welcome a stranger in the other language where that is what `text` asks for: there is no menu yet."""
    spoken = turn.person.language
    if means(text, lambda: _("language")):
        wanted = "en" if spoken == "th" else "th"
    elif means(text, lambda: _("English")):
        wanted = "en"
    elif means(text, lambda: _("Thai")):
        wanted = "th"
    else:
        return None
    turn.person.language = wanted
    with speaking(wanted):
        return welcome_now(turn)
