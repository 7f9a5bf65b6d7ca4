"""An answer that tells figures is also a report: its confirm card is offered at once, so nobody types them twice."""

from dataclasses import replace

from cards.card import Card, say
from handlers.access import reaches
from handlers.context import context_of
from handlers.order.reach import activity_of
from handlers.report.desk import Desk, new_desk
from handlers.report.draft import Draft
from handlers.report.merge import merge
from handlers.report.reading import REFUSED
from handlers.report.show import show
from handlers.turn import Turn
from i18n import _
from models.order import Order
from models.overview import states_of
from models.plan import Activity, activity_numbered
from rules.permissions import Action
from thai.reading import Intent, Reading, ReportReading
from thai.understand import understand


def offer_report(turn: Turn, order: Order, text: str, message_ids: tuple[str, ...]) -> list[Card]:
    """Return the offer to report what an answer said, with the usual dialogue; empty where it said nothing new.

    Only what the person may report is offered; nothing is stored before it is confirmed.
    """
    reading = _reading(turn, order, text)
    told = tuple(each for each in reading.reports if _is_news(turn, each))
    if not told:
        return []
    desk = new_desk(turn, Draft(order_id=order.id))
    merge(desk, replace(reading, reports=told), message_ids)
    return [say(_offer(desk, told)), *show(desk)]


def _reading(turn: Turn, order: Order, text: str) -> Reading:
    """Read the words as a report is read, about the order's activity where they name none."""
    activity, nothing = activity_of(turn, order), Reading(Intent.UNCLEAR)
    if not text or activity.year_be != turn.year_be:
        return nothing
    reading = understand(text, replace(context_of(turn, None), focus_activity_no=activity.no))
    is_report = reading.query is None and reading.intent in (Intent.REPORT, Intent.CORRECT)
    if not is_report or any(code in REFUSED for code in reading.clarify):
        return nothing
    return replace(reading, reports=tuple(_placed(each, activity.no) for each in reading.reports))


def _placed(told: ReportReading, no: int) -> ReportReading:
    """Take a name that fits several activities for the order's own, where it is one of them."""
    return replace(told, activity_no=no) if told.activity_no is None and no in told.candidates else told


def _is_news(turn: Turn, told: ReportReading) -> bool:
    """Return whether figures or a status were told that the person may report and that no report has yet."""
    activity = _reportable(turn, told.activity_no)
    said = _figures(told) | ({"status": told.status} if told.status is not None else {})
    if activity is None or told.is_no_change or not said:
        return False
    latest = states_of(turn.session, [activity])[0].latest
    if latest is None or latest.period != (told.period or turn.period):
        return True
    known = latest.figures()
    return any(getattr(known, name) != value for name, value in said.items())


def _reportable(turn: Turn, no: int | None) -> Activity | None:
    found = activity_numbered(turn.session, turn.province.id, turn.year_be, no) if no is not None else None
    return found if found is not None and reaches(turn, Action.REPORT, found) else None


def _figures(told: ReportReading) -> dict[str, object]:
    amount = told.resulting_cumulative_satang
    said = {
        "progress_percent": told.progress_percent,
        "disbursed_satang": told.disbursed_satang if amount is None else amount,
    }
    return {name: value for name, value in said.items() if value is not None}


def _offer(desk: Desk, told: tuple[ReportReading, ...]) -> str:
    if any(_figures(each) for each in told):
        words = _("Answer sent. It has new figures of activity {numbers}. Shall they be a report too?")
    else:
        words = _("Answer sent. It has a new status of activity {numbers}. Shall it be a report too?")
    return words.format(numbers=", ".join(map(str, desk.draft.numbers())))
