"""สถานะ: the whole plan within reach, one activity by number, or one by part of its name."""

from cards import commands
from cards.card import Card
from cards.fill import activity_view, activity_views
from cards.fill_year import plan_view
from cards.notes import refusal
from cards.one_activity import one_activity
from cards.which_activity import which_activity
from cards.whole_plan import whole_plan
from cards.wording import year_words
from handlers.access import reaches, scope_of, within_reach
from handlers.answers.find import find, none_found, not_seen, which_of
from handlers.answers.photos import shown_photos
from handlers.turn import Turn
from i18n import _
from models.access import Seen, note_views
from models.overview import states_of
from models.plan import Activity, activity_numbered
from models.working_days import calendar_of
from rules.permissions import Action, Scope
from thai.reading import Query


def answer(turn: Turn, query: Query) -> list[Card]:
    if query.activity_no is not None:
        return [_numbered(turn, query.activity_no)]
    if query.rest.strip():
        return [_named(turn, query.rest.strip())]
    if scope_of(turn, Action.SEE_PROVINCE) is Scope.PROVINCE:
        return [whole_plan(plan_view(turn.session, turn.province, turn.year_be, turn.today))]
    return [_mine(turn)]


def _numbered(turn: Turn, no: int) -> Card:
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    if activity is None:
        year = year_words(turn.year_be)
        return refusal(_("The plan of {year} has no activity {no}.").format(year=year, no=no))
    return _card(turn, activity) if reaches(turn, Action.SEE_ACTIVITY, activity) else not_seen(turn, activity)


def _named(turn: Turn, words: str) -> Card:
    """Find by part of a name; where several fit, ask with all of them as buttons."""
    found = find(turn, words, Action.SEE_ACTIVITY)
    if not found:
        return none_found(turn, words)
    if len(found) == 1:
        return _card(turn, found[0])
    return which_of(turn, found, words, [commands.status(activity.no) for activity in found])


def _card(turn: Turn, activity: Activity) -> Card:
    own = [each.id for each in turn.own_activities]
    note_views(turn.session, turn.person, Seen.ACTIVITY, [activity.id], own, turn.now)
    state = states_of(turn.session, [activity])[0]
    photos = len(shown_photos(turn.session, state))
    view = activity_view(state, turn.today, calendar_of(turn.session, turn.province), photos)
    can_report = reaches(turn, Action.REPORT, activity)
    choices = [commands.report(activity.no)] if can_report else []
    return one_activity(view, [*choices, commands.history(activity.no)])


def _mine(turn: Turn) -> Card:
    seen = within_reach(turn, Action.SEE_ACTIVITY)
    if not seen:
        return refusal(_("No activity of your agency is in this year's plan."), commands.help_me())
    if len(seen) == 1:
        return _card(turn, seen[0])
    views = activity_views(
        states_of(turn.session, seen), turn.today, calendar_of(turn.session, turn.province)
    )
    choices = [commands.status(view.no) for view in views]
    return which_activity(views, _("Tap one to see it whole."), choices, _("Your activities"))
