"""Questions by chat: one table says which handler answers what, and which right it takes."""

from collections.abc import Callable

from cards import commands
from cards.card import Card, Choice, say
from cards.help_card import help_card
from cards.notes import nothing_to_cancel, refusal
from handlers import form
from handlers.access import scope_of
from handlers.answers import agency, contact, deadline, disbursed, history, overdue, stalled, status, summary
from handlers.groups import in_private, is_group
from handlers.my_data import show_my_data
from handlers.report import taps
from handlers.report.begin import begin_correction, begin_guided
from handlers.report.desk import Desk
from handlers.report.owed import show_owed
from handlers.retract import ask_retract
from handlers.turn import Turn
from handlers.whoami import who_am_i
from i18n import _, speaking
from models.report import latest_by
from rules.permissions import Action, Scope
from rules.role import Role
from thai.reading import Query, QueryKind, Reading

Answer = Callable[[Turn, Query], list[Card]]
# Never shown where others read along.
PERSONAL = (QueryKind.WHOAMI, QueryKind.MY_DATA, QueryKind.LANGUAGE, QueryKind.FORM)


def answer_query(turn: Turn, reading: Reading, desk: Desk | None, _text: str) -> list[Card]:
    """Answer a question if the role allows it; a report being made waits, and is offered again."""
    query = reading.query or Query(QueryKind.OTHER)
    if query.kind is QueryKind.CANCEL and desk is not None:
        return taps.cancel(desk)
    if query.kind in PERSONAL and is_group(turn):
        return [in_private()]
    action, handler = QUERIES.get(query.kind, (Action.HELP, _help))
    if scope_of(turn, action) is Scope.NONE:
        refused = _("Your role does not see that. Type “{word}” for what you can ask.").format(word=_("help"))
        return [refusal(refused)]
    found = handler(turn, query)
    # The language may just have been switched.
    with speaking(turn.person.language):
        return [*found, *_unfinished(desk, query)]


def _unfinished(desk: Desk | None, query: Query) -> list[Card]:
    is_reporting = desk is not None and query.kind not in (QueryKind.REPORT, QueryKind.UNDO, QueryKind.CANCEL)
    return [_resume(desk)] if is_reporting and desk else []


def _resume(desk: Desk) -> Card:
    return say(
        _("Your report is still open. Shall we go on?"),
        Choice(_("Go on"), _("go on"), f"d:{desk.dialogue.token}:resume"),
        Choice(_("Stop"), _("cancel"), f"d:{desk.dialogue.token}:cancel"),
    )


def _report(turn: Turn, query: Query) -> list[Card]:
    return begin_guided(turn, query.activity_no) if query.activity_no is not None else show_owed(turn)


def _obligations(turn: Turn, _query: Query) -> list[Card]:
    return show_owed(turn)


def _undo(turn: Turn, query: Query) -> list[Card]:
    no = query.activity_no
    if no is None:
        latest = latest_by(turn.session, turn.person.id)
        no = next((each.no for each in turn.own_activities if latest and each.id == latest.activity_id), None)
    return begin_correction(turn, no) if no is not None else [nothing_to_cancel()]


def _cancel(turn: Turn, query: Query) -> list[Card]:
    return ask_retract(turn, query.activity_no)


def _whoami(turn: Turn, _query: Query) -> list[Card]:
    return who_am_i(turn)


def _my_data(turn: Turn, _query: Query) -> list[Card]:
    return show_my_data(turn)


def _help(turn: Turn, _query: Query) -> list[Card]:
    return [help_card(turn.roles[0] if turn.roles else Role.OFFICER)]


def _language(turn: Turn, _query: Query) -> list[Card]:
    """Switch between Thai and English: there are two, so no question is needed."""
    turn.person.language = "en" if turn.person.language == "th" else "th"
    turn.later("menu", str(turn.person.id))
    with speaking(turn.person.language):
        return [
            say(
                _("I speak English now. To change back, type: language"),
                commands.report(),
                commands.help_me(),
            )
        ]


QUERIES: dict[QueryKind, tuple[Action, Answer]] = {
    QueryKind.REPORT: (Action.REPORT, _report),
    QueryKind.OBLIGATIONS: (Action.SEE_OWN, _obligations),
    QueryKind.STATUS: (Action.SEE_ACTIVITY, status.answer),
    QueryKind.BUDGET: (Action.SEE_ACTIVITY, status.answer),
    QueryKind.HISTORY: (Action.SEE_HISTORY, history.answer),
    QueryKind.AGENCY: (Action.SEE_AGENCY, agency.answer),
    QueryKind.CONTACT: (Action.WHOAMI, contact.answer),
    QueryKind.OVERDUE: (Action.SEE_OVERDUE, overdue.answer),
    QueryKind.STALLED: (Action.SEE_STALLED, stalled.answer),
    QueryKind.DISBURSED: (Action.SEE_DISBURSED, disbursed.answer),
    QueryKind.SUMMARY: (Action.SEE_SUMMARY, summary.answer),
    QueryKind.DEADLINE: (Action.WHOAMI, deadline.answer),
    QueryKind.FORM: (Action.REPORT, form.answer),
    QueryKind.UNDO: (Action.CORRECT, _undo),
    QueryKind.CANCEL: (Action.RETRACT, _cancel),
    QueryKind.WHOAMI: (Action.WHOAMI, _whoami),
    QueryKind.MY_DATA: (Action.MY_DATA, _my_data),
    QueryKind.HELP: (Action.HELP, _help),
    QueryKind.LANGUAGE: (Action.SET_LANGUAGE, _language),
}
