"""Duties as the simulator names them: which come next, and what those that ran did."""

from cards.duty_names import duty_name
from i18n import _
from web.simulator.demo import MovableClock, Row
from web.simulator.moments import day_of, hour_of

SHOWN = 5


def upcoming(clock: MovableClock) -> list[Row]:
    """Return the next duties as dict(duty, label, due, text); `due` is ISO 8601."""
    return [_due(row) for row in clock.upcoming(SHOWN)]


def ran(rows: list[Row]) -> list[Row]:
    """Return the duties that ran, with their counts as one line of words."""
    return [_due(row) | {"counts": _counts(row.get("counts") or {})} for row in rows]


def _due(row: Row) -> Row:
    due = row["due"]
    return {
        "duty": row["duty"],
        "label": duty_name(row["duty"]),
        "due": due.isoformat(),
        "text": f"{day_of(due)} {hour_of(due)}",
    }


def count_names() -> dict[str, str]:
    """Return what people call the things that duties count."""
    return {
        "written": _("messages written"),
        "people": _("people concerned"),
        "late": _("reports late"),
        "unreachable": _("people out of reach"),
        "without_officer": _("activities without an officer"),
        "admins_told": _("admins told"),
        "left_out": _("runs left out"),
        "heads_told": _("heads told"),
        "standing_still": _("activities standing still"),
        "unreported": _("activities unreported"),
        "open": _("cases open"),
        "opened": _("cases opened"),
        "closed": _("cases closed"),
        "raised": _("raised a step"),
        "warned": _("warnings given"),
        "broken": _("promises broken"),
        "overdue": _("orders overdue"),
        "asked": _("figures asked about"),
        "due": _("papers due"),
        "agencies": _("agencies concerned"),
        "menus": _("menus published"),
        "troubles": _("faults of the bot"),
        "begun": _("faults begun"),
        "ended": _("faults ended"),
        "told": _("people told"),
        "messages": _("messages forgotten"),
        "dialogues": _("conversations forgotten"),
        "notices": _("texts of notices forgotten"),
        "accesses": _("accesses forgotten"),
    }


def _counts(counts: Row) -> str:
    """Return what a duty counted, without the zeros."""
    names = count_names()
    return " · ".join(f"{names.get(name, name)} {count}" for name, count in counts.items() if count)
