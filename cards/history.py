"""Every report of one activity, newest first, with who and when; nothing is ever overwritten."""

from collections.abc import Sequence

from cards import commands, wording
from cards.card import Card
from cards.confirm_item import photos_words
from cards.look.colours import AMBER, BLUE, GREY, Kind, Tint
from cards.look.frame import bubble, carousel
from cards.look.pieces import Piece, chip, columns, note, rows, rule, small, words
from cards.plain import shorten, twin
from cards.views import ActivityView, HistoryEntry
from i18n import _
from thai import writing

PER_BUBBLE = 5
BUBBLES = 6


def history(
    activity: ActivityView,
    entries: Sequence[HistoryEntry],
    *,
    may_report: bool = True,
    changes: Sequence[str] = (),
) -> Card:
    """`entries` come newest first; the 30 latest are drawn, the text holds as many as a message does.

    `changes` are lines about the budget: the original one, and what was approved since.
    """
    title = _("History of activity {no}").format(no=activity.no)
    name = wording.short_name(activity)
    pages = [entries[start : start + PER_BUBBLE] for start in range(0, len(entries), PER_BUBBLE)] or [()]
    bubbles = [_page(title, name, page, () if at else changes) for at, page in enumerate(pages[:BUBBLES])]
    latest = wording.figures_line(entries[0].figures) if entries else _("No report yet")
    choices = [*([commands.report(activity.no)] if may_report else []), commands.status(activity.no)]
    return Card(
        alt=shorten(f"{title}: {latest}", 300),
        text=twin(
            [title, name, *changes, *[_line(entry) for entry in entries], None if entries else latest],
            choices,
        ),
        contents=carousel(bubbles),
        choices=tuple(choices),
    )


def _page(title: str, name: str, entries: Sequence[HistoryEntry], changes: Sequence[str] = ()) -> Piece:
    budget = [note("\n".join(changes), BLUE)] if changes else []
    body: list[Piece] = []
    for entry in entries:
        body += [_entry(entry), rule()]
    return bubble(Kind.VIEW, title, *budget, *(body[:-1] or [words(_("No report yet"))]), subtitle=name)


def _entry(entry: HistoryEntry) -> Piece:
    name, tint = _kind(entry)
    month = writing.short_month(entry.period) if entry.period else ""
    struck = {"decoration": "line-through"} if entry.is_retracted else {}
    return rows(
        columns(words(month, weight="bold", flex=1, wrap=False) if month else None, chip(name, tint)),
        words(wording.figures_line(entry.figures), maxLines=4, **struck),
        small(_signed(entry), maxLines=2),
        spacing="xs",
    )


def _line(entry: HistoryEntry) -> str:
    name, _tint = _kind(entry)
    month = f"{writing.short_month(entry.period)} " if entry.period else ""
    return f"• {month}({name}) {wording.figures_line(entry.figures)} – {_signed(entry)}"


def _signed(entry: HistoryEntry) -> str:
    parts = [
        shorten(entry.who, 60),
        writing.moment(entry.at),
        _("revision {number}").format(number=entry.revision),
        photos_words(entry.photos) if entry.photos else "",
    ]
    return " · ".join(part for part in parts if part)


def _kind(entry: HistoryEntry) -> tuple[str, Tint]:
    if entry.is_retracted:
        return _("Taken back"), GREY
    names = {
        "report": (_("Reported"), BLUE),
        "no_change": (_("No change"), GREY),
        "correction": (_("Corrected"), AMBER),
        "import": (_("From a file"), GREY),
        "retraction": (_("Taken back"), GREY),
    }
    return names.get(entry.kind, (entry.kind, GREY))
