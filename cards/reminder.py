"""The message of the 1st: everything one officer owes for the month that just ended, in ONE card."""

from collections.abc import Callable, Sequence
from datetime import date

from cards.card import Card, CardWithLateText, Choice
from cards.leave import standing_in
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import small, words
from cards.owed_rows import owed_lines, owed_rows
from cards.plain import twin
from cards.views import OwedView
from cards.wording import activities_words, numbers
from i18n import _
from thai import writing


def reminder(
    name: str,
    period: date,
    due_on: date,
    owed: Sequence[OwedView],
    *,
    report: Choice,
    no_change_all: Choice,
    tap_of: Callable[[int], Choice | None],
    instead_of: Sequence[str] = (),
) -> Card:
    """Return the reminder for `period`, due on `due_on`; `tap_of` is what tapping the row of a number does.

    `instead_of` names those who are away and for whom this person is asked.
    """
    what = {"count": activities_words(len(owed)), "month": writing.month(period)}
    lead = _("{name}, {count} to report for {month}.").format(name=name, **what)
    hint = _("Tap an activity, or send everything as unchanged in one go.")
    away = standing_in(instead_of)
    due = _("Due {date}").format(date=writing.long_date(due_on))
    alt = _("{count} to report for {month}: {numbers}").format(numbers=numbers(owed), **what)
    return CardWithLateText(
        alt,
        lambda: twin([lead, away or None, due, "", *owed_lines(owed, tap_of)], [report, no_change_all]),
        bubble(
            Kind.ASK,
            _("Report for {month}").format(month=writing.month(period)),
            words(lead, maxLines=4),
            small(away) if away else None,
            *owed_rows(owed, tap_of),
            small(hint),
            kicker=_("Monthly report"),
            subtitle=due,
            foot=buttons(Kind.ASK, report, no_change_all),
        ),
    )
