"""Money against the quarter's target: disbursed, and used (disbursed with commitments), by expense class.

Source: Lampang 2560 section 2 (targets by class and quarter, cumulative).
"""

from decimal import Decimal

from cards import commands
from cards.card import Card
from cards.look.colours import LATE_INK, MONEY_BAR, MUTED, WORK_BAR, Kind
from cards.look.figures import measured, share
from cards.look.frame import bubble
from cards.look.pieces import Piece, heading, rows, rule, small
from cards.plain import shorten, twin
from cards.views_office import DisbursedRow, DisbursedView
from cards.wording import sentences, year_words
from i18n import _
from thai import writing


def disbursed(view: DisbursedView) -> Card:
    title = _("Disbursement, quarter {quarter} of {year}").format(
        quarter=view.quarter, year=year_words(view.year_be)
    )
    as_of = _("As of {date}").format(date=writing.long_date(view.as_of))
    body = [_class(view.total, is_total=True)]
    for row in view.rows[:8]:
        body += [rule(), _class(row)]
    percent = share(view.total.disbursed_satang, view.total.budget_satang)
    alt = _("Disbursed {percent} of {budget}").format(
        percent=writing.percent(percent), budget=writing.baht(view.total.budget_satang)
    )
    return Card(
        alt=sentences(alt, _verdict(percent, view.total.target_percent)),
        text=twin([title, as_of, *_lines(view.total), *[line for row in view.rows for line in _lines(row)]]),
        contents=bubble(Kind.VIEW, title, *body, kicker=_("Money"), subtitle=as_of),
        choices=(commands.summary(), commands.stalled()),
    )


def _class(row: DisbursedRow, is_total: bool = False) -> Piece:
    paid, used = share(row.disbursed_satang, row.budget_satang), share(row.used_satang, row.budget_satang)
    name = heading(shorten(row.name, 60), size="lg" if is_total else "md", maxLines=2)
    return rows(
        name,
        small(_("budget {amount}").format(amount=writing.baht(row.budget_satang))),
        measured(_("Disbursed"), writing.percent(paid), paid, MONEY_BAR, writing.baht(row.disbursed_satang)),
        _against(paid, row.target_percent),
        measured(_("Used"), writing.percent(used), used, WORK_BAR, writing.baht(row.used_satang)),
        _against(used, row.used_target_percent),
    )


def _against(percent: Decimal, target: Decimal | None) -> Piece | None:
    verdict = _verdict(percent, target)
    is_behind = target is not None and percent < target
    return small(verdict, color=LATE_INK if is_behind else MUTED, weight="bold") if verdict else None


def _verdict(percent: Decimal, target: Decimal | None) -> str:
    """Return how far from the target, in percentage points and words."""
    if target is None:
        return ""
    gap = writing.percent(abs(percent - target)).rstrip("%")
    goal = _("target {percent}").format(percent=writing.percent(target))
    if percent == target:
        return _("{goal}, on target").format(goal=goal)
    if percent > target:
        return _("{goal}, ahead by {gap} points").format(goal=goal, gap=gap)
    return _("{goal}, behind by {gap} points").format(goal=goal, gap=gap)


def _lines(row: DisbursedRow) -> list[str]:
    paid, used = share(row.disbursed_satang, row.budget_satang), share(row.used_satang, row.budget_satang)
    return [
        "",
        f"{shorten(row.name, 80)} ({_('budget {amount}').format(amount=writing.baht(row.budget_satang))})",
        _line(_("Disbursed"), row.disbursed_satang, paid, row.target_percent),
        _line(_("Used"), row.used_satang, used, row.used_target_percent),
    ]


def _line(label: str, satang: int, percent: Decimal, target: Decimal | None) -> str:
    verdict = _verdict(percent, target)
    line = f"{label}: {writing.baht(satang)} ({writing.percent(percent)})"
    return f"{line} {verdict}".strip()
