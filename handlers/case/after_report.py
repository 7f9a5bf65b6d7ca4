"""What a report does to a case, in its own transaction: movement closes it and thanks; all else is an answer."""

from collections.abc import Sequence

from cards import case_words, commands
from cards.card import Card, say
from cards.case_fill import found_of
from cards.case_history import closed_card
from cards.fill_year import Year
from cards.wording import working_days
from handlers.turn import Turn
from i18n import _
from models.case import Case, Closing, StepKind, case_for, record_step
from models.case_outcome import closing_of, keep_reasons
from models.case_verbs import close_case
from models.plan import Activity
from models.report import Report

MOST = 2  # beside the receipt; LINE takes five messages in a reply


def after_report(turn: Turn, reports: Sequence[Report]) -> list[Card]:
    """Return thanks for each case that these reports closed, and where the others stand; nothing without a case."""
    open_ones = [(case_for(turn.session, report.activity_id), report) for report in reports]
    if not any(case for case, _report in open_ones):
        return []
    year = Year(turn.session, turn.province, turn.year_be, turn.today)
    return [_settle(turn, year, case, report) for case, report in open_ones if case is not None][:MOST]


def _settle(turn: Turn, year: Year, case: Case, report: Report) -> Card:
    activity = turn.session.get_one(Activity, report.activity_id)
    state = year.state(activity.no)
    found = found_of(year, state)
    closing = closing_of(case, found)
    if closing is None:
        keep_reasons(case, found)
        record_step(
            turn.session, case, StepKind.ANSWERED, turn.now, person_id=turn.person.id, report_id=report.id
        )
        return _stays_open(activity.no)
    close_case(turn.session, case, closing, turn.now, by=turn.person.id, report_id=report.id)
    days = working_days(year.calendar.working_days_between(case.opened_on, turn.today))
    return closed_card(activity.no, closing_words(closing), days, commands.status(activity.no))


def closing_words(closing: Closing) -> str:
    """Return why a case ended, as its people read it."""
    return {
        Closing.MOVED: _("It moves again."),
        Closing.REPORTED: _("The missing report is here."),
        Closing.MENDED: _("What was in the way is gone."),
        Closing.ENDED: _("Nothing more is asked of it."),
        Closing.BY_HAND: _("The provincial office closed it."),
    }[closing]


def _stays_open(no: int) -> Card:
    said = _("Your answer stands in the case of activity {no}. It stays open until something moves.")
    return say(said.format(no=no), case_words.case(no))
