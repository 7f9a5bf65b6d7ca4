"""The week for the executives: what moves, what stands, the money, the worst ten; read in one minute."""

from cards import commands
from cards.card import Card
from cards.look.colours import MONEY_BAR, Kind
from cards.look.figures import measured, share
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, rule, small, words
from cards.plain import shorten, twin
from cards.stalled import stalled_line, stalled_row
from cards.standing import counted, counters
from cards.views import CONDITIONS, SummaryView
from i18n import _
from thai import writing

WORST = 10


def summary(view: SummaryView) -> Card:
    title, day = _("This week"), writing.long_date(view.on)
    percent = share(view.disbursed_satang, view.budget_satang)
    choices = [commands.stalled(), commands.owed(), commands.disbursed(), commands.status()]
    body = [
        words(shorten(view.sentence, 400), weight="bold", maxLines=8) if view.sentence else None,
        counters(_counts(view)),
        measured(_("Disbursed"), writing.percent(percent), percent, MONEY_BAR, _money(view)),
        small(_growth(view)) if _growth(view) else None,
        *_worst(view),
    ]
    stands = counted(_counts(view))
    alt = view.sentence or f"{stands} · {_('Disbursed')} {writing.percent(percent)}"
    paid = f"{_('Disbursed')}: {writing.percent(percent)} ({_money(view)})"
    worst = (
        [_("Needs someone first:"), *[stalled_line(row) for row in view.worst[:WORST]]] if view.worst else []
    )
    return Card(
        alt=shorten(f"{title} {writing.short_date(view.on)}: {alt}", 300),
        text=twin(
            [f"{title} · {day}", view.sentence or None, stands, paid, _growth(view) or None, *worst], choices
        ),
        contents=bubble(
            Kind.VIEW, title, *body, kicker=view.province, subtitle=day, foot=buttons(Kind.VIEW, *choices[:2])
        ),
        choices=tuple(choices[2:]),
    )


def _counts(view: SummaryView) -> dict[str, int]:
    counts = (view.moving, view.standing, view.unreported, view.finished)
    return dict(zip(CONDITIONS, counts, strict=True))


def _money(view: SummaryView) -> str:
    amount = _("{amount} of {budget}").format(
        amount=writing.baht(view.disbursed_satang), budget=writing.baht(view.budget_satang)
    )
    if view.target_percent is None:
        return amount
    return f"{amount} · " + _("target {percent}").format(percent=writing.percent(view.target_percent))


def _growth(view: SummaryView) -> str:
    return growth(view.disbursed_satang, view.last_week_disbursed_satang)


def growth(now_satang: int, before_satang: int | None) -> str:
    """Return how the money disbursed compares with a week ago; nothing where that is not known."""
    if before_satang is None:
        return ""
    grown = now_satang - before_satang
    if not grown:
        return _("The same as last week")
    if grown < 0:
        return _("{amount} less than last week (corrections)").format(amount=writing.baht(-grown))
    return _("{amount} more than last week").format(amount=writing.baht(grown))


def _worst(view: SummaryView) -> list[Piece]:
    if not view.worst:
        return []
    return [
        rule(),
        small(_("Needs someone first:"), weight="bold"),
        *[stalled_row(row) for row in view.worst[:WORST]],
    ]
