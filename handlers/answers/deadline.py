"""กำหนดส่ง: when the report is due, and how many are still missing: one's own, or all that one sees."""

from cards import commands
from cards.card import Card, say
from handlers.access import within_reach
from handlers.turn import Turn
from i18n import _, ngettext
from models.overview import states_of
from rules.duty import owes, report_due_on, report_late_on
from rules.fiscal_year import next_period
from rules.permissions import Action
from thai import writing
from thai.reading import Query


def answer(turn: Turn, _query: Query) -> list[Card]:
    calendar = turn.calendar
    period = turn.period
    spoken_of = turn.own_activities or within_reach(turn, Action.SEE_OVERDUE)
    owed = sum(owes(state.standing(), period) for state in states_of(turn.session, spoken_of))
    if owed:
        date = writing.long_date(report_late_on(period, calendar))
        if not turn.own_activities:
            words = ngettext(
                "{count} activity has no report for {month} yet. Reports are late from {date}.",
                "{count} activities have no report for {month} yet. Reports are late from {date}.",
                owed,
            )
            return [say(words.format(count=owed, month=writing.month(period), date=date), commands.owed())]
        words = _("{count} of your activities still need a report for {month}, by {date}.")
        return [say(words.format(count=owed, month=writing.month(period), date=date), commands.report())]
    coming = next_period(period)
    words = _("Nothing is owed for {month}. The next report, for {coming}, is due from {date}.")
    due = writing.long_date(report_due_on(coming, calendar))
    return [say(words.format(month=writing.month(period), coming=writing.month(coming), date=due))]
