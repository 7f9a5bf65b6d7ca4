"""กำหนดส่ง: when the report is due, and how many are still missing."""

from cards import commands
from cards.card import Card, say
from handlers.report.owed import states_owed
from handlers.turn import Turn
from i18n import _
from models.working_days import calendar_of
from rules.duty import report_due_on, report_late_on
from rules.fiscal_year import next_period, period_just_ended
from thai import writing
from thai.reading import Query


def answer(turn: Turn, _query: Query) -> list[Card]:
    calendar = calendar_of(turn.session, turn.province)
    period, owed = period_just_ended(turn.today), len(states_owed(turn))
    late_on = writing.long_date(report_late_on(period, calendar))
    if owed:
        words = _("{count} of your activities still need a report for {month}, by {date}.")
        return [say(words.format(count=owed, month=writing.month(period), date=late_on), commands.report())]
    coming = next_period(period)
    words = _("Nothing is owed for {month}. The next report, for {coming}, is due from {date}.")
    due = writing.long_date(report_due_on(coming, calendar))
    return [say(words.format(month=writing.month(period), coming=writing.month(coming), date=due))]
