"""Finds activities by part of their name, as far as the person sees them."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice
from cards.fill import activity_views
from cards.notes import refusal
from cards.plain import shorten
from cards.which_activity import which_activity
from handlers.access import within_reach
from handlers.plan_names import named_activities
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.overview import states_of
from models.plan import Activity, activity_numbered
from models.working_days import calendar_of
from rules.permissions import Action
from thai.search import ranked_activities


def find(turn: Turn, words: str, action: Action) -> list[Activity]:
    """Return the activities with which the person may do `action` and that `words` fit, best first."""
    named = named_activities(turn.session, turn.province.id, turn.year_be)
    seen = {activity.no: activity for activity in within_reach(turn, action)}
    return [seen[no] for no in ranked_activities(words, [each for each in named if each.no in seen])]


def none_found(turn: Turn, words: str) -> Card:
    """Return whose activity it is where the words fit one that this person does not see, else that none fits."""
    hidden = ranked_activities(words, named_activities(turn.session, turn.province.id, turn.year_be))
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, hidden[0]) if hidden else None
    if activity is not None:
        return not_seen(turn, activity)
    said = _("Nothing in the plan is called that. Try a number, or a word of the name.")
    return refusal(said, commands.status())


def not_seen(turn: Turn, activity: Activity) -> Card:
    agency = turn.session.get_one(Agency, activity.agency_id)
    said = _("Activity {no} belongs to {agency}. Your role does not see it.")
    return refusal(said.format(no=activity.no, agency=agency.name))


def which_of(turn: Turn, found: Sequence[Activity], words: str, choices: Sequence[Choice]) -> Card:
    """Ask which one is meant, with all of them as buttons."""
    calendar = calendar_of(turn.session, turn.province)
    views = activity_views(states_of(turn.session, found), turn.today, calendar)
    asked = _("“{words}” fits several. Tap one, or type its number.").format(words=shorten(words, 40))
    return which_activity(views, asked, choices)
