"""What stands still: how long, and why; the worst first."""

from collections.abc import Sequence

from cards import commands, wording
from cards.card import Card
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.list_card import list_card
from cards.look.pieces import Piece, listed, words
from cards.plain import shorten, twin
from cards.views import StalledRow
from i18n import _
from thai import writing


def stalled(rows: Sequence[StalledRow], total: int) -> Card:
    """Return `rows`, worst first, out of `total` activities that stand still."""
    title = _("Standing still")
    if not rows:
        return _none()
    count = wording.activities_words(total)
    shown = _("the {count} longest").format(count=len(rows)) if total > len(rows) else ""
    return list_card(
        kind=Kind.LATE,
        title=title,
        subtitle=" · ".join(part for part in (count, shown) if part),
        alt=f"{title}: {count} ({_numbers(rows)})",
        pieces=[stalled_row(row) for row in rows],
        lines=[stalled_line(row) for row in rows],
        choices=[commands.owed(), commands.summary()],
    )


def _none() -> Card:
    """Return the good answer, without hiding that silence is not movement."""
    nothing = _("No activity stands still.")
    silent = _("Activities without a report are not counted here. To see them, type: {word}")
    silent = silent.format(word=commands.owed().text)
    return Card(
        alt=nothing,
        text=twin([nothing, silent]),
        contents=bubble(Kind.DONE, nothing, words(silent), kicker=_("Standing still")),
        choices=(commands.owed(), commands.summary()),
    )


def stalled_row(row: StalledRow) -> Piece:
    """Return one activity that stands still; a tap shows it whole."""
    detail = " · ".join(part for part in (reason(row), shorten(row.agency, 60)) if part)
    return listed(row.no, shorten(row.name, 60), detail, alarm=age(row), tap=commands.status(row.no))


def stalled_line(row: StalledRow) -> str:
    parts = [age(row), shorten(row.agency, 60), reason(row)]
    return f"{row.no} {shorten(row.name, 50)}: " + " · ".join(part for part in parts if part)


def age(row: StalledRow) -> str:
    days = wording.working_days(row.days) if row.days else ""
    if row.is_unreported:
        return _("no report for {days}").format(days=days) if days else _("no report")
    since = _("since {date}").format(date=writing.short_date(row.since)) if row.since else ""
    return " ".join(part for part in (days, since) if part)


def reason(row: StalledRow) -> str:
    said = wording.causes_words(row.causes, row.problem_text)
    return said or ("" if row.is_unreported else _("no reason given"))


def _numbers(rows: Sequence[StalledRow]) -> str:
    return ", ".join(str(row.no) for row in rows[:12]) + (" …" if len(rows) > 12 else "")
