"""The good answer: nothing is owed for the month."""

from datetime import date

from cards import commands
from cards.card import Card
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.pieces import words
from cards.plain import twin
from cards.wording import sentences
from i18n import _
from thai import writing


def nothing_owed(period: date, next_due: date | None = None) -> Card:
    """`next_due` is when the next month's report is due, None where that is not known or no duty is left."""
    title = _("Nothing owed for {month}").format(month=writing.month(period))
    then = (
        _("The next report is due {date}.").format(date=writing.long_date(next_due))
        if next_due
        else _("There is no report to send now.")
    )
    return Card(
        alt=sentences(title, then),
        text=twin([title, then], [commands.status()]),
        contents=bubble(Kind.DONE, title, words(then), kicker=_("Monthly report")),
        choices=(commands.status(), commands.help_me()),
    )
