"""ปฏิทิน: what falls due next, which duty was moved off a day off and why, and the days off ahead."""

from collections.abc import Sequence
from datetime import date

from cards.card import Card, Choice
from cards.look.colours import AMBER, LATE_INK, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, columns, heading, note, rows, rule, small, words
from cards.plain import shorten, twin
from cards.views_calm import CalendarView, DueView, HolidayView
from engine.clock import BANGKOK
from i18n import _
from thai import writing

HOLIDAYS_SHOWN = 12


def calendar(view: CalendarView, how_to: Sequence[str], *choices: Choice) -> Card:
    """`how_to` are typed examples of how the office changes its days."""
    title = _("Calendar")
    due = [f"• {_due_line(each)}" for each in view.duties]
    days = [_holiday_line(each) for each in view.holidays[:HOLIDAYS_SHOWN]]
    none = _("No holiday in the next two months.")
    ahead, rule_of = _("Days off ahead"), _moves(view.moves)
    examples = [_("To change a day, type:"), *[f"• {each}" for each in how_to]]
    first = view.duties[0] if view.duties else None
    return Card(
        alt=f"{title}: {_due_line(first)}" if first else title,
        text=twin([title, *due, "", ahead, *(days or [none]), "", rule_of, *examples], choices),
        contents=bubble(
            Kind.VIEW,
            title,
            *[_due(each) for each in view.duties],
            rule(),
            heading(ahead),
            *([_holiday(each) for each in view.holidays[:HOLIDAYS_SHOWN]] or [small(none)]),
            rule(),
            small(rule_of),
            small("\n".join(examples)),
            kicker=_("What falls due next"),
            subtitle=_("Today is {date}").format(date=_day(view.today)),
        ),
        choices=tuple(choices),
    )


def change_of_day(on: date, name: str | None, moved: Sequence[DueView], *choices: Choice) -> Card:
    """Return the question before a day becomes a day off (`name`) or a working day (None)."""
    asked = (
        _("{date} becomes a day off: {name}").format(date=_day(on), name=shorten(name, 120))
        if name
        else _("{date} becomes a working day").format(date=_day(on))
    )
    lines = [_("Moved by it: {duty}").format(duty=_due_line(each)) for each in moved]
    lines = lines or [_("No duty is moved by it.")]
    title = _("Change the calendar?")
    return Card(
        alt=asked,
        text=twin([title, asked, *lines], choices),
        contents=bubble(
            Kind.ASK,
            title,
            words(asked, weight="bold", maxLines=4),
            note("\n".join(lines), AMBER),
            kicker=_("Calendar"),
            foot=buttons(Kind.ASK, *choices),
        ),
    )


def _due(view: DueView) -> Piece:
    moved = small(_moved(view), color=LATE_INK) if _moved(view) else None
    return rows(
        words(view.what, weight="bold", maxLines=2), small(_when(view), size="sm"), moved, spacing="none"
    )


def _due_line(view: DueView) -> str:
    moved = f" ({_moved(view)})" if _moved(view) else ""
    return f"{view.what}: {_when(view)}{moved}"


def _when(view: DueView) -> str:
    return f"{writing.weekday(view.at.astimezone(BANGKOK).date())} {writing.moment(view.at)}"


def _moved(view: DueView) -> str:
    if view.nominal == view.at.astimezone(BANGKOK).date():
        return ""
    why = view.reason or writing.weekday(view.nominal)
    return _("moved from {date}: {reason}").format(
        date=writing.short_date(view.nominal), reason=shorten(why, 60)
    )


def _holiday(view: HolidayView) -> Piece:
    day = words(_day(view.on), flex=5)
    return columns(day, words(_what(view), flex=6, maxLines=2))


def _holiday_line(view: HolidayView) -> str:
    return f"• {_day(view.on)} {_what(view)}"


def _what(view: HolidayView) -> str:
    if view.is_worked:
        return _("worked here all the same")
    name = shorten(view.name, 80)
    return _("{name} (our own)").format(name=name) if view.is_own else name


def _day(on: date) -> str:
    return f"{writing.weekday(on)} {writing.short_date(on)}"


def _moves(shift: str) -> str:
    return {
        "next": _("What falls on a day off moves to the next working day."),
        "previous": _("What falls on a day off moves to the working day before."),
    }.get(shift, _("What falls on a day off stays there."))
