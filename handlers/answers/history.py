"""ประวัติ: every revision of an activity, by whom and when."""

from collections import Counter

from cards import commands
from cards.card import Card
from cards.fill import activity_view
from cards.history import history
from cards.notes import refusal
from cards.plan_changes import change_lines
from cards.views import HistoryEntry
from cards.which_activity import which_activity
from handlers.access import reaches, within_reach
from handlers.answers.find import find, none_found, which_of
from handlers.answers.photos import photo_links
from handlers.groups import is_group
from handlers.turn import Turn
from i18n import _
from models.access import Seen, note_views
from models.evidence import photos_of_reports
from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import Activity, activity_numbered
from models.plan_change import changes_of, original_budget_satang
from models.post import holdings_of
from models.report import Kind, Report
from models.working_days import calendar_of
from rules.permissions import Action
from thai import writing
from thai.reading import Query


def answer(turn: Turn, query: Query) -> list[Card]:
    """Answer by number or part of a name; without either by the only activity, or by asking which."""
    words = query.rest.strip()
    if query.activity_no is None and words:
        return _named(turn, words)
    own = turn.own_activities or within_reach(turn, Action.SEE_HISTORY)
    if query.activity_no is None:
        return _history(turn, own[0]) if len(own) == 1 else [_which(turn)]
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, query.activity_no)
    if activity is None or not reaches(turn, Action.SEE_HISTORY, activity):
        return [refusal(_("There is no activity {no} that your role sees.").format(no=query.activity_no))]
    return _history(turn, activity)


def _named(turn: Turn, words: str) -> list[Card]:
    found = find(turn, words, Action.SEE_HISTORY)
    if not found:
        return [none_found(turn, words)]
    if len(found) == 1:
        return _history(turn, found[0])
    return [which_of(turn, found, words, [commands.history(activity.no) for activity in found])]


def _history(turn: Turn, activity: Activity) -> list[Card]:
    state = states_of(turn.session, [activity])[0]
    own = [each.id for each in turn.own_activities]
    note_views(turn.session, turn.person, Seen.HISTORY, [activity.id], own, turn.now)
    view = activity_view(state, turn.today, calendar_of(turn.session, turn.province))
    links = [] if is_group(turn) else photo_links(turn, state)
    may_report = reaches(turn, Action.REPORT, activity)
    changes = changes_of(turn.session, [activity.id])
    original = original_budget_satang(turn.session, activity)
    lines = change_lines(original, activity.budget_satang, changes)
    return [history(view, _entries(turn, state), may_report=may_report, changes=lines), *links]


def _which(turn: Turn) -> Card:
    states = states_of(turn.session, turn.own_activities or within_reach(turn, Action.SEE_HISTORY))
    calendar = calendar_of(turn.session, turn.province)
    views = [activity_view(state, turn.today, calendar) for state in states]
    return which_activity(views, choices=[commands.history(view.no) for view in views])


def _entries(turn: Turn, state: ActivityState) -> list[HistoryEntry]:
    """Return the revisions, newest first."""
    photos = Counter(
        piece.report_id for piece in photos_of_reports(turn.session, [r.id for r in state.revisions])
    )
    taken_back = {report.retracts_id for report in state.revisions if report.kind is Kind.RETRACTION}
    return [
        HistoryEntry(
            at=report.sent_at,
            who=_who(turn, report),
            revision=report.revision,
            kind=str(report.kind),
            figures=report.figures(),
            period=report.period,
            photos=photos[report.id],
            is_retracted=report.id in taken_back,
        )
        for report in reversed(state.revisions)
    ]


def _who(turn: Turn, report: Report) -> str:
    person = turn.session.get(Person, report.reporter_id) if report.reporter_id else None
    name = (person.name if person and person.name else "") or _under_post(turn, person) or _("unknown")
    return _("{name} (message taken back)").format(name=name) if report.source_unsent_at else name


def _under_post(turn: Turn, person: Person | None) -> str:
    """Return the post of somebody who has left: what they reported stays under it."""
    held = holdings_of(turn.session, person.id) if person is not None else []
    return writing.role_name(held[-1][1].role) if held else ""
