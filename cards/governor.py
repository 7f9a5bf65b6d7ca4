"""The governor's minute: one carousel of at most six bubbles. Good news comes before what needs somebody."""

from dataclasses import replace

from cards import commands
from cards.card import Card, Choice
from cards.governor_case import needs_bubbles, needs_lines
from cards.governor_news import news_bubble, news_lines
from cards.governor_views import GovernorView, ProvinceWeek
from cards.look.colours import BLUE, GREEN, INK, MUTED, RED, Kind
from cards.look.frame import CAROUSEL_BYTES, bubble, buttons, carousel, weight
from cards.look.pieces import Piece, chip, columns, rows, rule, small, words
from cards.order import order_line, order_row
from cards.order_words import agenda, all_orders, charts, pending
from cards.plain import shorten, twin
from cards.summary import growth
from i18n import _, ngettext
from thai import writing

ORDERS_SHOWN = 5
SIZE = "mega"


def governor(view: GovernorView) -> Card:
    """Return the carousel and its plain-text twin; where LINE could not carry it all, fewer cases are shown."""
    bubbles = _bubbles(view)
    while weight({"type": "carousel", "contents": bubbles}) > CAROUSEL_BYTES and view.needs:
        view = replace(view, needs=view.needs[:-1], more=view.more + 1)
        bubbles = _bubbles(view)
    choices = _links(view)
    return Card(
        alt=_alt(view),
        text=twin(_lines(view), choices),
        contents=carousel(bubbles),
        choices=tuple(choices),
    )


def _bubbles(view: GovernorView) -> list[Piece]:
    return [
        _province(view.week),
        news_bubble(view.unstuck),
        *needs_bubbles(view.needs, view.more, view.waiting),
        _last(view),
    ]


def _alt(view: GovernorView) -> str:
    week = view.week
    needs = len(view.needs)
    asks = ngettext("{count} case needs you", "{count} cases need you", needs).format(count=needs)
    parts = [asks if needs else _("nothing needs you"), _disbursed(week)]
    return shorten(f"{_('This week')} {writing.short_date(week.on)}: {' · '.join(parts)}", 300)


def _disbursed(week: ProvinceWeek) -> str:
    percent = writing.percent(week.disbursed_percent) if week.disbursed_percent is not None else "–"
    return _("Disbursed {percent}").format(percent=percent)


def _province(week: ProvinceWeek) -> Piece:
    framed = bubble(
        Kind.VIEW,
        _("This week"),
        *[part for line in _figures(week) for part in (line, rule())][:-1],
        kicker=" · ".join(part for part in (week.province, week.area) if part),
        subtitle=writing.long_date(week.on),
    )
    if week.sparkline:
        picture = {
            "type": "image",
            "url": week.sparkline,
            "size": "full",
            "aspectRatio": "4:1",
            "aspectMode": "fit",
        }
        framed["body"]["contents"].insert(0, {**picture, "backgroundColor": "#FFFFFF"})
    return framed


def _figures(week: ProvinceWeek) -> list[Piece]:
    """Return the three figures: money, what moves, what is stuck."""
    target = (
        _("target {percent}").format(percent=writing.percent(week.target_percent))
        if week.target_percent
        else ""
    )
    percent = writing.percent(week.disbursed_percent) if week.disbursed_percent is not None else "–"
    money = _("{amount} of {budget}").format(
        amount=writing.baht_short(week.disbursed_satang), budget=writing.baht_short(week.budget_satang)
    )
    of_all = _("of {count} activities").format(count=week.activities)
    finished = _("{count} finished").format(count=week.finished)
    silent = _("{count} of them without a report").format(count=week.unreported) if week.unreported else ""
    behind = week.target_percent is not None and (week.disbursed_percent or 0) < week.target_percent
    return [
        _figure(
            percent,
            _("Disbursed"),
            [target, growth(week.disbursed_satang, week.disbursed_before_satang), money],
            RED.ink if behind else GREEN.ink,
        ),
        _figure(str(week.moving), _("moving"), [of_all, _was(week.moving_before), finished], INK),
        _figure(
            str(week.stuck),
            _("not moving"),
            [_was(week.stuck_before), silent],
            RED.ink if week.stuck else GREEN.ink,
        ),
    ]


def _figure(value: str, label: str, details: list[str], color: str) -> Piece:
    number = words(value, size="xxl", weight="bold", color=color, wrap=False, adjustMode="shrink-to-fit")
    said = " · ".join(part for part in details if part)
    return columns(
        rows(number, flex=4, justifyContent="center"),
        rows(words(label, weight="bold"), small(said, maxLines=3) if said else None, spacing="none", flex=6),
        alignItems="center",
    )


def _was(before: object) -> str:
    return "" if before is None else _("last week {value}").format(value=before)


def _last(view: GovernorView) -> Piece:
    """Return the last bubble: the state of every order until it is closed, and where to read on."""
    late = sum(order.overdue_days is not None for order in view.orders)
    answered = sum(order.state == "answered" for order in view.orders)
    chips = [
        chip(_("{count} answered").format(count=answered), GREEN) if answered else None,
        chip(_("{count} overdue").format(count=late), RED) if late else None,
        chip(_("{count} on the agenda").format(count=view.on_agenda), BLUE) if view.on_agenda else None,
    ]
    shown = [order_row(order) for order in view.orders[:ORDERS_SHOWN]]
    more = len(view.orders) - len(shown)
    return bubble(
        Kind.VIEW,
        _("Orders and more"),
        columns(*chips) if any(chips) else None,
        *shown,
        small(_("… and {count} more").format(count=more)) if more > 0 else None,
        words(_("No order waits."), color=MUTED) if not shown else None,
        foot=buttons(Kind.VIEW, *_links(view)[:4]),
    )


def _links(view: GovernorView) -> list[Choice]:
    orders = [all_orders()] if view.orders else []
    meeting = [agenda()] if view.on_agenda else []
    return [pending(), *orders, *meeting, charts(), commands.status()]


def _lines(view: GovernorView) -> list[str | None]:
    week = view.week
    figures = [
        _disbursed(week),
        _("target {percent}").format(percent=writing.percent(week.target_percent))
        if week.target_percent
        else "",
        growth(week.disbursed_satang, week.disbursed_before_satang),
    ]
    counts = [
        f"{_('moving')} {week.moving}",
        f"{_('not moving')} {week.stuck}",
        _("{count} of them without a report").format(count=week.unreported) if week.unreported else "",
        _("{count} finished").format(count=week.finished),
    ]
    orders = [order_line(order) for order in view.orders]
    return [
        f"{_('This week')} · {writing.long_date(week.on)}",
        " · ".join(part for part in figures if part),
        " · ".join(part for part in counts if part),
        "",
        *news_lines(view.unstuck),
        "",
        *needs_lines(view.needs, view.more, view.waiting),
        *(["", _("Orders"), *orders] if orders else []),
    ]
