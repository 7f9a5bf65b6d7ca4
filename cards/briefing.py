"""What a successor must know on the first day: the activities, what is due, what is in the way, open cases and orders."""

from dataclasses import dataclass
from datetime import date

from cards import commands, wording
from cards.card import Card
from cards.look.colours import AMBER, LATE_INK, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, fact, heading, listed, note, rule, small, words
from cards.plain import shorten, twin
from cards.views import ActivityView
from i18n import _
from thai import writing

SHOWN = 8
SHOWN_OPEN = 5


@dataclass(frozen=True)
class BriefingView:
    """`before` is who held the post, with a telephone; `due_on` the late day of `period`, None where nothing is owed.

    `cases` and `orders` are lines ready to read, each with the activity that it is about.
    """

    name: str
    post: str
    agency: str
    from_on: date
    activities: tuple[ActivityView, ...]
    period: date
    due_on: date | None = None
    before: str = ""
    cases: tuple[tuple[int, str], ...] = ()
    orders: tuple[tuple[int, str], ...] = ()


def briefing(view: BriefingView) -> Card:
    owed = [each for each in view.activities if each.owes]
    title = _("What you take over")
    facts = [
        (_("Post"), view.post),
        (_("Agency"), shorten(view.agency, 120)),
        (_("From day"), writing.long_date(view.from_on)),
        (_("Before you"), view.before),
    ]
    shown = [each for each in facts if each[1]]
    due = _due(view, owed)
    more = len(view.activities) - SHOWN
    rest = small(_("and {count} more").format(count=wording.activities_words(more))) if more > 0 else None
    body = [
        *[fact(*each) for each in shown],
        note(due, AMBER) if due else None,
        rule(),
        heading(wording.activities_words(len(view.activities))),
        *[_activity(each, view) for each in view.activities[:SHOWN]],
        rest,
        *_open(_("Open cases"), view.cases),
        *_open(_("Open orders"), view.orders),
    ]
    choices = (commands.report() if owed else commands.status(), commands.help_me())
    return Card(
        alt=_("{name}, you take over {count} from {date}").format(
            name=view.name,
            count=wording.activities_words(len(view.activities)),
            date=writing.short_date(view.from_on),
        ),
        text=twin([title, *[": ".join(each) for each in shown], due or None, "", *_lines(view)], choices),
        contents=bubble(
            Kind.VIEW,
            title,
            *body,
            kicker=_("TamNgan"),
            subtitle=view.name,
            foot=buttons(Kind.VIEW, *choices),
        ),
    )


def _due(view: BriefingView, owed: list[ActivityView]) -> str:
    if not owed or view.due_on is None:
        return ""
    due = _("Due by {date}: the reports for {month} of {numbers}.")
    return due.format(
        date=writing.long_date(view.due_on), month=writing.month(view.period), numbers=wording.numbers(owed)
    )


def _activity(activity: ActivityView, view: BriefingView) -> Piece:
    return listed(
        activity.no,
        wording.short_name(activity),
        _last(activity),
        alarm=_alarm(activity, view),
        tap=commands.status(activity.no),
    )


def _last(activity: ActivityView) -> str:
    if activity.period is None:
        return _("No report yet")
    figures = wording.brief_line(wording.figures_of(activity))
    return f"{writing.short_month(activity.period)}: {figures}"


def _alarm(activity: ActivityView, view: BriefingView) -> str:
    """Return what is unfinished: the obstacle, the standstill where no case says so already, a late report."""
    in_the_way = wording.causes_words(activity.causes, activity.problem_text)
    in_a_case = any(no == activity.no for no, _text in view.cases)
    is_still = activity.condition == "standing_still" and not in_a_case
    stands = wording.condition_words(activity) if is_still else ""
    late = _("Report late") if activity.late else ""
    return shorten(" · ".join(part for part in (stands, in_the_way, late) if part), 120)


def _open(title: str, lines: tuple[tuple[int, str], ...]) -> list[Piece | None]:
    if not lines:
        return []
    more = len(lines) - SHOWN_OPEN
    return [
        rule(),
        heading(f"{title} ({len(lines)})", color=LATE_INK),
        *[listed(no, text, tap=commands.status(no)) for no, text in lines[:SHOWN_OPEN]],
        words(_("… and {count} more").format(count=more), size="xs") if more > 0 else None,
    ]


def _lines(view: BriefingView) -> list[str]:
    lines = []
    for each in view.activities:
        alarm = _alarm(each, view)
        lines.append(
            f"{each.no} {wording.short_name(each, 40)}: {_last(each)}"
            + (f" ({alarm})" if alarm else "")
            + f" → {commands.status(each.no).text}"
        )
    for title, found in ((_("Open cases"), view.cases), (_("Open orders"), view.orders)):
        lines += ["", title, *[f"{no}: {text}" for no, text in found]] if found else []
    return lines
