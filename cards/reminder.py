"""The message of the 1st: everything one officer owes for the month that just ended, in ONE card."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from cards import commands
from cards.card import Card, CardOfJson, Choice
from cards.leave import standing_in
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import small, words
from cards.look.stencil import Stencil, hole, said
from cards.owed_rows import owed_lines, with_owed_rows
from cards.plain import twin
from cards.views import OwedView
from cards.wording import activities_words, numbers
from i18n import _, language
from thai import writing


def reminder(
    name: str,
    period: date,
    due_on: date,
    owed: Sequence[OwedView],
    *,
    report: Choice,
    no_change_all: Choice,
    instead_of: Sequence[str] = (),
) -> Card:
    """Return the reminder for `period`, due on `due_on`.

    `instead_of` names those who are away and for whom this person is asked.
    """
    count, month = activities_words(len(owed)), writing.month(period)
    lead = _("{name}, {count} to report for {month}.").format(name=name, count=count, month=month)
    away = standing_in(instead_of)
    alt = _("{count} to report for {month}: {numbers}").format(
        count=count, month=month, numbers=numbers(owed)
    )
    frame = _frame(language(), period, due_on, (report, no_change_all), bool(away))
    bubble_json = with_owed_rows(frame, {b"lead": said(lead), b"away": said(away)}, owed)
    return CardOfJson(
        alt,
        lambda: twin(
            [lead, away or None, _due(due_on), "", *owed_lines(owed, commands.report)],
            [report, no_change_all],
        ),
        bubble_json,
    )


@lru_cache(maxsize=100)
def _frame(
    _language: str, period: date, due_on: date, foot: tuple[Choice, Choice], has_away: bool
) -> Stencil:
    """Return what thousands of reminders of a month share."""
    hint = _("Tap an activity, or send everything as unchanged in one go.")
    framed = bubble(
        Kind.ASK,
        _("Report for {month}").format(month=writing.month(period)),
        words(hole("lead"), maxLines=4),
        small(hole("away")) if has_away else None,
        hole("rows"),
        small(hint),
        kicker=_("Monthly report"),
        subtitle=_due(due_on),
        foot=buttons(Kind.ASK, *foot),
    )
    return Stencil(framed, ("lead", "away", "rows"))


def _due(due_on: date) -> str:
    return _("Due {date}").format(date=writing.long_date(due_on))
