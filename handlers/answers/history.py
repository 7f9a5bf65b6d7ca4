"""ประวัติ: every revision of an activity, by whom and when."""

from collections import Counter

from cards import commands
from cards.card import Card
from cards.fill import activity_view
from cards.history import history
from cards.notes import refusal
from cards.views import HistoryEntry
from cards.which_activity import which_activity
from handlers.access import reaches, within_reach
from handlers.answers.links import photo_links
from handlers.turn import Turn
from i18n import _
from models.evidence import evidence_of_reports
from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import activity_numbered
from models.report import Kind, Report
from models.working_days import calendar_of
from rules.permissions import Action
from thai.reading import Query


def answer(turn: Turn, query: Query) -> list[Card]:
    no = query.activity_no
    own = turn.own_activities or within_reach(turn, Action.SEE_HISTORY)
    if no is None and len(own) != 1:
        return [_which(turn)]
    activity = (
        activity_numbered(turn.session, turn.province.id, turn.year_be, no) if no is not None else own[0]
    )
    if activity is None or not reaches(turn, Action.SEE_HISTORY, activity):
        return [refusal(_("There is no activity {no} that your role sees.").format(no=no))]
    state = states_of(turn.session, [activity])[0]
    view = activity_view(state, turn.today, calendar_of(turn.session, turn.province))
    return [history(view, _entries(turn, state)), *photo_links(turn, state)]


def _which(turn: Turn) -> Card:
    states = states_of(turn.session, turn.own_activities or within_reach(turn, Action.SEE_HISTORY))
    calendar = calendar_of(turn.session, turn.province)
    views = [activity_view(state, turn.today, calendar) for state in states]
    return which_activity(views, choices=[commands.history(view.no) for view in views])


def _entries(turn: Turn, state: ActivityState) -> list[HistoryEntry]:
    """Return the revisions, newest first."""
    photos = Counter(
        piece.report_id for piece in evidence_of_reports(turn.session, [r.id for r in state.revisions])
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
    name = person.name if person and person.name else _("unknown")
    return _("{name} (message taken back)").format(name=name) if report.source_unsent_at else name
