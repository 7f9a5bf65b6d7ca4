"""Who has not reported: by agency, with whom to phone."""

from collections.abc import Sequence
from datetime import date

from cards import commands, wording
from cards.agency import phone_action
from cards.card import Card
from cards.look.colours import LATE_INK, Kind
from cards.look.frame import bubble
from cards.look.list_card import list_card
from cards.look.pieces import Piece, rows, small, words
from cards.plain import shorten
from cards.views_office import OverdueRow
from i18n import _, ngettext
from thai import writing


def overdue(period: date, rows_by_agency: Sequence[OverdueRow]) -> Card:
    """Return the agencies that owe reports for `period`, in the order given."""
    month = writing.month(period)
    if not rows_by_agency:
        title = _("Everyone has reported for {month}").format(month=month)
        contents = bubble(Kind.DONE, title, words(_("No report is owed.")), kicker=_("Reports owed"))
        return Card(
            alt=title, text=title, contents=contents, choices=(commands.stalled(), commands.summary())
        )
    activities = sum(len(row.activities) for row in rows_by_agency)
    title = _("Reports owed for {month}").format(month=month)
    agencies = ngettext("{count} agency", "{count} agencies", len(rows_by_agency)).format(
        count=len(rows_by_agency)
    )
    subtitle = f"{agencies} · {wording.activities_words(activities)}"
    return list_card(
        kind=Kind.LATE,
        title=title,
        subtitle=subtitle,
        alt=f"{title}: {subtitle}",
        pieces=[_row(row) for row in rows_by_agency],
        lines=[_line(row) for row in rows_by_agency],
        choices=[commands.stalled(), commands.summary()],
    )


def _row(row: OverdueRow) -> Piece:
    action = phone_action(row.phone, row.officer or row.agency)
    piece = rows(
        words(shorten(row.agency, 90), weight="bold", maxLines=2),
        words(" · ".join(part for part in (_numbers(row), _late(row)) if part), color=LATE_INK, maxLines=2),
        small(_people(row), maxLines=3) if _people(row) else None,
        small(_("Not on LINE: please phone"), color=LATE_INK, weight="bold") if row.unreachable else None,
        spacing="none",
    )
    return {**piece, "action": action} if action else piece


def _line(row: OverdueRow) -> str:
    parts = [
        _numbers(row),
        _late(row),
        _people(row),
        _("Not on LINE: please phone") if row.unreachable else "",
    ]
    return f"• {shorten(row.agency, 80)}: " + " · ".join(part for part in parts if part)


def _numbers(row: OverdueRow) -> str:
    shown = ", ".join(str(no) for no in row.activities[:12])
    shown += " …" if len(row.activities) > 12 else ""
    return ngettext("activity {numbers}", "activities {numbers}", len(row.activities)).format(numbers=shown)


def _late(row: OverdueRow) -> str:
    if row.days_late <= 0:
        return ""
    return ngettext("{count} day late", "{count} days late", row.days_late).format(count=row.days_late)


def _people(row: OverdueRow) -> str:
    head = _("head {name}").format(name=shorten(row.head, 40)) if row.head else ""
    parts = [shorten(row.officer, 40), head, shorten(row.phone, 40)]
    return " · ".join(part for part in parts if part)
