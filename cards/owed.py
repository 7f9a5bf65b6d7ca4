"""What I still owe: one bubble per activity, page by page."""

from collections.abc import Mapping, Sequence
from datetime import date

from cards import wording
from cards.activity_bars import money_bar, work_bar
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons, carousel
from cards.look.pieces import Piece, words
from cards.nothing_owed import nothing_owed
from cards.owed_rows import owed_lines, typed_number
from cards.plain import twin
from cards.views import ActivityView
from i18n import _
from thai import writing

PAGE = 9


def pages_owed(count: int) -> int:
    """Return how many pages `count` activities take, at least one."""
    return max(1, -(-count // PAGE))


def owed(
    period: date,
    due_on: date,
    activities: Sequence[ActivityView],
    choices: Mapping[int, Sequence[Choice]],
    *,
    page: int = 1,
    next_page: Choice | None = None,
) -> Card:
    """Return page `page` (from 1) of `activities`, all that are owed.

    The first choice of an activity is its main button; `next_page` stands on a last bubble
    while there is more.
    """
    if not activities:
        return nothing_owed(period)
    page = min(max(page, 1), pages_owed(len(activities)))
    shown, later = activities[(page - 1) * PAGE : page * PAGE], activities[page * PAGE :]
    more = next_page if later else None
    bubbles = [_activity(each, period, choices.get(each.no, ())) for each in shown]
    bubbles += [_more(more, later, period)] if more else []
    what = {"count": wording.activities_words(len(activities)), "month": writing.month(period)}
    due = _("Due {date}").format(date=writing.long_date(due_on))
    main = {no: each[0] for no, each in choices.items() if each}
    lead = _("{count} to report for {month}.").format(**what)
    return Card(
        alt=_("{count} to report for {month}: {numbers}").format(numbers=wording.numbers(activities), **what),
        text=twin([lead, due, *owed_lines(activities, main.get)], [*choices.get(shown[0].no, ()), more]),
        contents=carousel(bubbles),
        choices=(more,) if more else (),
    )


def _activity(activity: ActivityView, period: date, choices: Sequence[Choice]) -> Piece:
    return bubble(
        Kind.LATE if activity.late else Kind.ASK,
        wording.titled(activity),
        words(wording.name_of(activity, 80), maxLines=3, weight="bold"),
        wording.chips_of(activity),
        work_bar(activity),
        money_bar(activity, is_brief=True),
        kicker=_("Late: {month}").format(month=writing.month(period))
        if activity.late
        else writing.month(period),
        foot=buttons(Kind.LATE if activity.late else Kind.ASK, *choices),
        size="kilo",
    )


def _more(choice: Choice, later: Sequence[ActivityView], period: date) -> Piece:
    title = _("{count} more").format(count=wording.activities_words(len(later)))
    hint = words(typed_number(later[0].no))
    foot = buttons(Kind.VIEW, choice)
    return bubble(Kind.VIEW, title, hint, kicker=writing.month(period), foot=foot, size="kilo")
