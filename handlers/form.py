"""ขอแบบฟอร์ม: a link to a workbook of my activities, signed for me and good for a day."""

from datetime import date

from cards.card import Card, say
from cards.notes import refusal
from documents.report_form import Form, FormRow
from documents.report_form_code import FormCode
from handlers.links import OUTSIDE_LINE, own_token
from handlers.turn import Turn
from i18n import _, ngettext
from models.overview import ActivityState, states_of
from rules.duty import owes
from thai import writing
from thai.reading import Query

LINK = "form"


def answer(turn: Turn, _query: Query) -> list[Card]:
    """Return the link, or why there is nothing to fill in."""
    count = len(turn.own_activities)
    if not count:
        return [refusal(_("No activities are reported from this account, so there is no form to fill in."))]
    words = ngettext(
        "Your form for {month}, {count} activity (the link is yours alone and works for a day):",
        "Your form for {month}, {count} activities (the link is yours alone and works for a day):",
        count,
    ).format(month=writing.month(turn.period), count=count)
    link = f"{turn.house.settings.public_url}/form/{own_token(turn, LINK)}?{OUTSIDE_LINE}"
    then = _("Fill in the yellow cells and send the file back here. Nothing is stored until you confirm.")
    return [say(f"{words}\n{link}\n{then}")]


def form_of(turn: Turn) -> Form:
    """Return the form for the month that just ended: what is still owed first, then the person's other activities."""
    period = turn.period
    states = states_of(turn.session, turn.own_activities)
    agencies = dict.fromkeys(state.agency.name for state in states)
    rows = [_row(state, period) for state in states]
    return Form(
        code=FormCode(turn.person.id, turn.year_be, period),
        whose=" · ".join(each for each in (turn.person.name, *agencies) if each),
        issued_on=turn.today,
        rows=tuple(sorted(rows, key=lambda row: not row.owes)),
    )


def _row(state: ActivityState, period: date) -> FormRow:
    latest = state.valid.get(period) or state.before(period)
    return FormRow(
        no=state.activity.no,
        name=state.activity.name,
        budget_satang=state.activity.budget_satang,
        last=latest.figures() if latest else None,
        last_period=latest.period if latest else None,
        owes=owes(state.standing(), period),
    )
