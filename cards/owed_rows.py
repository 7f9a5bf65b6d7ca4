"""The rows of activities still owed, shared by the reminder, the chase and the list of what I owe."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from cards import commands, wording
from cards.card import Choice
from cards.look.pieces import Piece, listed, rule, small
from cards.views import OwedView
from i18n import _, language
from thai import writing

Tap = Callable[[int], Choice | None]
SHOWN = 8
ARROWED = 20


def owed_rows(owed: Sequence[OwedView], tap_of: Tap) -> list[Piece]:
    """Return a row per activity, each answering to a tap; beyond `SHOWN` they are only counted."""
    shown = [
        listed(each.no, wording.short_name(each), _last(each), tap=tap_of(each.no)) for each in owed[:SHOWN]
    ]
    more = len(owed) - SHOWN
    rest = [small(_("and {count} more").format(count=wording.activities_words(more)))] if more > 0 else []
    return [rule(), *shown, *rest]


def owed_lines(owed: Sequence[OwedView], tap_of: Tap) -> list[str]:
    """Return the same in words, with what to type for each; in a long list one example stands for all."""
    if len(owed) > ARROWED:
        return [typed_number(owed[0].no), *[f"{each.no} {wording.short_name(each, 36)}" for each in owed]]
    return [f"{each.no} {wording.short_name(each)}{_arrow(tap_of(each.no))}" for each in owed]


def _arrow(tap: Choice | None) -> str:
    return f" → {tap.text}" if tap else ""


def typed_number(no: int) -> str:
    """Return the sentence that a number can be typed instead of looking for its card."""
    example = commands.report(no).text
    return _("You can also type the number of an activity, such as: {example}").format(example=example)


def _last(activity: OwedView) -> str:
    if activity.period is None:
        return _("No report yet")
    return f"{_month(language(), activity.period)}: {wording.brief_line(activity)}"


@lru_cache(maxsize=100)
def _month(_language: str, period: date) -> str:
    """Return the month of a report; a duty's thousands of rows share a few."""
    return writing.short_month(period)
