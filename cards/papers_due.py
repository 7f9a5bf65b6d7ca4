"""Papers that are wanted now, told to the provincial office by the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble
from cards.look.pieces import button, note, small
from cards.plain import shorten, twin
from i18n import _, ngettext
from thai import writing

LONGEST_LABEL = 40  # a button of a card
# Why a paper is wanted, by the row of the calendar (rules/paper_calendar).
WHY: dict[str, Callable[[], str]] = {
    "weekly": lambda: _("For the governor, this week"),
    "finished": lambda: _("Work was finished since last week"),
    "meeting": lambda: _("Cases wait for the heads' meeting"),
    "letters": lambda: _("Some agencies are late after the 10th"),
    "memo": lambda: _("For the governor, with the letters"),
    "monthly": lambda: _("For the monthly meeting"),
    "keying": lambda: _("For the central systems, this quarter"),
    "section-34-1": lambda: _("For the centre, round 1"),
    "section-34-2": lambda: _("For the centre, round 2"),
    "kpi-9": lambda: _("For the indicator, nine months"),
    "kpi-12": lambda: _("For the indicator, twelve months"),
    "evaluation": lambda: _("The year's reports are in"),
    "announcement": lambda: _("To be announced by December and posted for at least 30 days"),
}


@dataclass(frozen=True)
class DueRow:
    """A paper: its name, what is typed for it, its row in the calendar, and by when it is due where anybody says."""

    label: str
    typed: str
    row: str
    due_on: date | None
    is_soon: bool


def wanted(rows: Sequence[DueRow]) -> Card:
    """Return the papers with a button each."""
    title = _title(rows)
    how = _("Tap one, and you get links to its files.")
    taps = [Choice(shorten(row.label, LONGEST_LABEL), row.typed) for row in rows]
    pieces = [piece for row, tap in zip(rows, taps, strict=True) for piece in (*_lines(row), button(tap))]
    lines = [f"• {row.typed}: {', '.join(_said(row))}" for row in rows]
    return Card(
        alt=title,
        text=twin([title, *lines, how]),
        contents=bubble(Kind.VIEW, title, *pieces, small(how)),
    )


def _title(rows: Sequence[DueRow]) -> str:
    if len(rows) == 1 and rows[0].due_on is not None:
        due = writing.short_date(rows[0].due_on)
        return _("{paper} is due on {date}").format(paper=rows[0].label, date=due)
    return ngettext("A paper is wanted", "{count} papers are wanted", len(rows)).format(count=len(rows))


def _said(row: DueRow) -> list[str]:
    due = [] if row.due_on is None else [_("due on {date}").format(date=writing.short_date(row.due_on))]
    return [WHY[row.row](), *due]


def _lines(row: DueRow) -> list[dict[str, object]]:
    words = " · ".join(_said(row))
    return [note(words, AMBER) if row.is_soon else small(words)]
