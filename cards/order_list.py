"""ข้อสั่งการ: the orders that are not closed, those that wait for the reader first."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice, say
from cards.governor_views import OrderView
from cards.look.colours import Kind
from cards.look.list_card import list_card
from cards.order import order_line, order_row
from cards.plain import twin
from i18n import _, ngettext


def order_list(orders: Sequence[OrderView], choices: Sequence[Choice] = ()) -> Card:
    """Return the orders as a list; overdue ones are counted in the line that a notification shows."""
    if not orders:
        nothing = _("No order waits.")
        return say(twin([nothing], choices), *choices)
    title = _("Orders")
    late = sum(order.overdue_days is not None for order in orders)
    count = ngettext("{count} order is open", "{count} orders are open", len(orders)).format(
        count=len(orders)
    )
    overdue = _("{count} overdue").format(count=late) if late else ""
    subtitle = " · ".join(part for part in (count, overdue) if part)
    return list_card(
        kind=Kind.LATE if late else Kind.VIEW,
        title=title,
        subtitle=subtitle,
        alt=f"{title}: {subtitle}",
        pieces=[order_row(order) for order in orders],
        lines=[order_line(order) for order in orders],
        choices=[*choices, commands.summary()],
    )
