"""The rows of activities still owed, shared by the reminder, the chase and the list of what I owe."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

import orjson

from cards import commands, wording
from cards.card import Choice
from cards.look.frame import BUBBLE_BYTES
from cards.look.pieces import listed, rule, small
from cards.look.stencil import Stencil, hole, said
from cards.views import OwedView
from i18n import _, language
from thai import writing

Tap = Callable[[int], Choice | None]
SHOWN = 8
ARROWED = 20


def with_owed_rows(frame: Stencil, given: Mapping[bytes, bytes], owed: Sequence[OwedView]) -> bytes:
    """Return a bubble with a row per activity in its hole `rows`, which a tap reports; beyond `SHOWN` they are only
    counted. LINE shows nothing at all of a bubble over 30 KB: better a shorter list, which the text holds whole.
    """
    speaks = language()
    row = _row(speaks)
    rows = [orjson.dumps(rule()), *[row.filled(_facts(speaks, each)) for each in owed[:SHOWN]]]
    if len(owed) > SHOWN:
        rows.append(_more(speaks, len(owed) - SHOWN))
    while True:
        filled = frame.filled({**given, b"rows": b",".join(rows)})
        if len(filled) <= BUBBLE_BYTES or len(rows) == 1:
            return filled
        rows.pop()


@cache
def _row(_language: str) -> Stencil:
    piece = listed(hole("no"), hole("name"), hole("last"), tap=commands.report(hole("no")))
    return Stencil(piece, ("name", "last"), within=("no",))


def _facts(speaks: str, activity: OwedView) -> dict[bytes, bytes]:
    name, last = wording.short_name(activity), _last(speaks, activity)
    return {b"no": b"%d" % activity.no, b"name": said(name), b"last": said(last)}


@lru_cache(maxsize=1_000)
def _more(_language: str, count: int) -> bytes:
    return orjson.dumps(small(_("and {count} more").format(count=wording.activities_words(count))))


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


def _last(speaks: str, activity: OwedView) -> str:
    if activity.period is None:
        return _("No report yet")
    return f"{_month(speaks, activity.period)}: {wording.brief_line(activity)}"


@lru_cache(maxsize=100)
def _month(_language: str, period: date) -> str:
    """Return the month of a report; a duty's thousands of rows share a few."""
    return writing.short_month(period)
