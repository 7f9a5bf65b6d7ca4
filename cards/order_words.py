"""How orders are written on every card: states, due days, the ready orders, who they are on."""

from collections.abc import Sequence

from cards.card import Choice
from cards.governor_views import AnswerView, OrderView
from cards.look.colours import AMBER, BLUE, GREEN, GREY, RED, Tint
from cards.plain import shorten
from cards.wording import working_days
from i18n import _, ngettext
from rules.order import OrderKind, OrderState, Ready
from rules.role import Role
from thai import writing

STATE_TINT = {
    OrderState.OPEN: AMBER,
    OrderState.ACKNOWLEDGED: BLUE,
    OrderState.ANSWERED: GREEN,
    OrderState.RETURNED: AMBER,
    OrderState.CLOSED: GREY,
}


def state_words(order: OrderView) -> str:
    """Return where an order is; an overdue one says for how long."""
    if order.overdue_days is not None:
        return _("overdue {days}").format(days=working_days(order.overdue_days))
    return {
        OrderState.OPEN: _("not acknowledged yet"),
        OrderState.ACKNOWLEDGED: _("acknowledged"),
        OrderState.ANSWERED: _("answered"),
        OrderState.RETURNED: _("returned for a better answer"),
        OrderState.CLOSED: _("closed"),
    }[order.state]


def state_tint(order: OrderView) -> Tint:
    return RED if order.overdue_days is not None else STATE_TINT[order.state]


def given_words(order: OrderView) -> str:
    """Return whose order it is, as its owner first reads it."""
    words = _("{giver} asks you to explain") if order.kind is OrderKind.EXPLAIN else _("An order of {giver}")
    return words.format(giver=order.giver)


def titled(order: OrderView) -> str:
    """Return "Order 12 · activity 13"."""
    return _("Order {id} · activity {no}").format(id=order.order_id, no=order.no)


def due_words(order: OrderView) -> str:
    return _("due {date}").format(date=writing.short_date(order.due_on))


def desk_words(order: OrderView) -> str:
    """Return on whose desk it is, by name where somebody is there."""
    return desk(order.assignee, order.owners)


def desk(assignee: Role, owners: Sequence[str]) -> str:
    names = ", ".join(owners[:3])
    role = writing.role_name(assignee)
    return f"{names} ({role})" if names else role


def ready_words(ready: Ready) -> str:
    """Return the words of an order that needs no typing."""
    return {
        Ready.SPEED_UP: _("Speed the work up to keep the plan, and report the result"),
        Ready.CATCH_UP_PLAN: _("Make a catch-up plan with a date for every step"),
        Ready.PAY_OUT: _("Speed up the disbursement, and say by which day it will be paid"),
        Ready.SITE_VISIT: _("Go to the site, and send photos of the progress"),
        Ready.SOLVE_TOGETHER: _("Settle the obstacle with the agencies concerned, and report the result"),
    }[ready]


def explain_words() -> str:
    return _("Explain why there is no movement, and what will be done next")


def answer_words(answer: AnswerView) -> str:
    """Return what was said, with its date, its photos and the receipt of the report that it became."""
    parts = [
        shorten(answer.text, 600),
        _("to be done by {date}").format(date=writing.short_date(answer.promised_on))
        if answer.promised_on
        else "",
        photos_words(answer.photos) if answer.photos else "",
        _("reported, receipt {number}").format(number=answer.receipt_no) if answer.receipt_no else "",
    ]
    return " · ".join(part for part in parts if part)


def photos_words(count: int) -> str:
    return ngettext("{count} photo", "{count} photos", count).format(count=count)


def see(order_id: int) -> Choice:
    """Return the button that shows one order."""
    return Choice(_("See the order"), _("order {id}").format(id=order_id), f"order:see:{order_id}")


def all_orders() -> Choice:
    return Choice(_("Orders"), _("orders"))


def pending() -> Choice:
    return Choice(_("What waits"), _("what waits"))


def agenda() -> Choice:
    return Choice(_("Meeting agenda"), _("agenda"))


def charts() -> Choice:
    return Choice(_("Charts"), _("charts"))
