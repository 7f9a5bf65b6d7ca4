"""สถานะ: the whole plan within reach, one activity by number, or one by part of its name."""

from thai.references import ranked

from cards import commands
from cards.card import Card
from cards.fill import activity_view, activity_views
from cards.fill_year import plan_view
from cards.notes import refusal
from cards.one_activity import one_activity
from cards.which_activity import which_activity
from cards.whole_plan import whole_plan
from handlers.access import reaches, scope_of, within_reach
from handlers.plan_names import named_activities
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.evidence import evidence_of_reports
from models.overview import states_of
from models.plan import Activity, activity_numbered
from models.working_days import calendar_of
from rules.permissions import Action, Scope
from thai.reading import Query

MOST_CANDIDATES = 8


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
        return refusal(_("The plan of {year} has no activity {no}.").format(year=turn.year_be, no=no))
    if not reaches(turn, Action.SEE_ACTIVITY, activity):
        agency = turn.session.get_one(Agency, activity.agency_id)
        return refusal(
            _("Activity {no} belongs to {agency}. Your role does not see it.").format(
                no=no, agency=agency.name
            )
        )
    return _card(turn, activity)


def _card(turn: Turn, activity: Activity) -> Card:
    state = states_of(turn.session, [activity])[0]
    photos = len(evidence_of_reports(turn.session, [report.id for report in state.valid.values()]))
    view = activity_view(state, turn.today, calendar_of(turn.session, turn.province), photos)
    can_report = reaches(turn, Action.REPORT, activity)
    choices = [commands.report(activity.no)] if can_report else []
    return one_activity(view, [*choices, commands.history(activity.no)])


def _named(turn: Turn, words: str) -> Card:
    """Find by part of a name; where several fit, ask with all of them as buttons."""
    named = named_activities(turn.session, turn.province.id, turn.year_be)
    visible = {activity.no: activity for activity in within_reach(turn, Action.SEE_ACTIVITY)}
    found = ranked(words, [each for each in named if each.no in visible])[:MOST_CANDIDATES]
    if not found:
        return refusal(
            _("Nothing in the plan is called that. Try a number, or a word of the name."), commands.status()
        )
    if len(found) == 1:
        return _card(turn, visible[found[0]])
    views = activity_views(
        states_of(turn.session, [visible[no] for no in found]),
        turn.today,
        calendar_of(turn.session, turn.province),
    )
    return which_activity(views, choices=[commands.status(no) for no in found])


def _mine(turn: Turn) -> Card:
    states = states_of(turn.session, within_reach(turn, Action.SEE_ACTIVITY))
    views = activity_views(states, turn.today, calendar_of(turn.session, turn.province))
    if len(views) == 1:
        return one_activity(views[0])
    title = _("Your activities")
    return which_activity(
        views, _("Tap one to see it whole."), [commands.status(view.no) for view in views], title
    )
