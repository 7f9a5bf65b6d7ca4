"""The whole plan on one card: how the work stands, the money, and who has reported."""

from cards import commands, wording
from cards.card import Card
from cards.look.colours import MONEY_BAR, STATUS_TINT, Kind
from cards.look.figures import measured, share
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, chip, columns, rows, rule, small, words
from cards.plain import twin
from cards.standing import counted, counters
from cards.views import PlanView
from i18n import _, ngettext
from rules.status import Status
from thai import writing


def whole_plan(view: PlanView) -> Card:
    size = _size(view)
    percent = share(view.disbursed_satang, view.budget_satang)
    choices = [commands.stalled(), commands.owed(), commands.disbursed(), commands.summary()]
    body = [
        words(size, maxLines=3),
        counters(view.by_condition) if view.by_condition else None,
        measured(_("Disbursed"), writing.percent(percent), percent, MONEY_BAR, _money(view)),
        rule(),
        rows(*[_status(status, count) for status, count in _statuses(view)], spacing="xs"),
        *([rule(), small(_reported(view), size="sm")] if view.period else []),
    ]
    title = _("Plan of fiscal year {year}").format(year=wording.year_words(view.year_be))
    alt = _("{title}: disbursed {percent}, {stands}").format(
        title=title,
        percent=writing.percent(percent),
        stands=counted(view.by_condition) if view.by_condition else size,
    )
    return Card(
        alt=alt,
        text=twin(_lines(view, title, size), choices),
        contents=bubble(Kind.VIEW, title, *body, kicker=view.province, foot=buttons(Kind.VIEW, *choices[:2])),
        choices=tuple(choices[2:]),
    )


def _lines(view: PlanView, title: str, size: str) -> list[str | None]:
    percent = writing.percent(share(view.disbursed_satang, view.budget_satang))
    return [
        title,
        size,
        counted(view.by_condition) if view.by_condition else None,
        f"{_('Disbursed')}: {percent} ({_money(view)})",
        " · ".join(f"{writing.status_name(status)} {count}" for status, count in _statuses(view)) or None,
        _reported(view) if view.period else None,
    ]


def _size(view: PlanView) -> str:
    projects = ngettext("{count} project", "{count} projects", view.projects).format(count=view.projects)
    activities = wording.activities_words(view.activities)
    return f"{projects} · {activities} · {writing.baht(view.budget_satang)}"


def _money(view: PlanView) -> str:
    parts = [
        writing.baht(view.disbursed_satang),
        _("committed {amount}").format(amount=writing.baht(view.committed_satang))
        if view.committed_satang
        else "",
        _("target {percent}").format(percent=writing.percent(view.target_percent))
        if view.target_percent is not None
        else "",
    ]
    return " · ".join(part for part in parts if part)


def _statuses(view: PlanView) -> list[tuple[Status, int]]:
    return [(status, view.by_status[status]) for status in Status if view.by_status.get(status)]


def _status(status: Status, count: int) -> Piece:
    number = words(str(count), weight="bold", align="end", flex=1)
    return columns(chip(writing.status_name(status), STATUS_TINT[status]), number, alignItems="center")


def _reported(view: PlanView) -> str:
    month = writing.month(view.period) if view.period else ""
    return _("Reports for {month}: {reported} in, {owed} owed, {late} late").format(
        month=month, reported=view.reported, owed=view.owed, late=view.late
    )
