"""The message of the 10th: only to those who still owe, their head named."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from cards import commands
from cards.card import Card, CardOfJson, Choice
from cards.leave import standing_in
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import note, small, words
from cards.look.stencil import Stencil, hole, said
from cards.owed_rows import owed_lines, with_owed_rows
from cards.plain import twin
from cards.views import OwedView
from cards.wording import activities_words, numbers, sentences
from i18n import _, language, ngettext
from thai import writing


def chase(
    name: str,
    period: date,
    owed: Sequence[OwedView],
    days_late: int,
    *,
    head_name: str,
    report: Choice,
    no_change_all: Choice,
    instead_of: Sequence[str] = (),
) -> Card:
    """Return the second reminder; `days_late` are calendar days since the due date, `instead_of` names who is away."""
    count, month = activities_words(len(owed)), writing.month(period)
    late = ngettext("{count} day late", "{count} days late", days_late).format(count=days_late)
    lead = _("{name}, {count} not yet reported for {month}.").format(name=name, count=count, month=month)
    away = standing_in(instead_of)
    head = _("Your head, {head}, sees this list too.").format(head=head_name) if head_name else ""
    help_text = _("Something in the way? Reporting “no change” or the problem counts as a report.")
    alt = _("{late}: {count} for {month} ({numbers})")
    frame = _frame(language(), month, late, (report, no_change_all), bool(away))
    given = {b"lead": said(lead), b"away": said(away), b"help": said(f"{head} {help_text}")}
    return CardOfJson(
        alt.format(late=late, count=count, month=month, numbers=numbers(owed)),
        lambda: twin(
            [
                sentences(late, lead),
                away or None,
                head or None,
                "",
                *owed_lines(owed, commands.report),
                help_text,
            ],
            [report, no_change_all],
        ),
        with_owed_rows(frame, given, owed),
    )


@lru_cache(maxsize=100)
def _frame(_language: str, month: str, late: str, foot: tuple[Choice, Choice], has_away: bool) -> Stencil:
    """Return what thousands of chases of a month share."""
    framed = bubble(
        Kind.LATE,
        _("Report {late}").format(late=late),
        words(hole("lead"), maxLines=4),
        small(hole("away")) if has_away else None,
        hole("rows"),
        note(hole("help"), AMBER),
        kicker=_("Second reminder"),
        subtitle=month,
        foot=buttons(Kind.LATE, *foot),
    )
    return Stencil(framed, ("lead", "away", "rows", "help"))
