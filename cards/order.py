"""One order, as its owner, the executives and the office see it."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice
from cards.governor_views import AnswerView, OrderView
from cards.look.colours import AMBER, BLUE, GREEN, RED, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, badge, chip, columns, fact, note, rows, rule, small, words
from cards.order_words import (
    all_orders,
    answer_words,
    desk_words,
    due_words,
    given_words,
    see,
    state_tint,
    state_words,
    titled,
)
from cards.plain import shorten, twin
from i18n import _
from rules.order import WITH_OWNER, OrderState
from thai import writing


def new_order(order: OrderView) -> Card:
    """Return what the owner gets at once: the order, and one tap to acknowledge it."""
    title = given_words(order)
    return _card(order, title, Kind.ASK, owner_choices(order), title)


def reminded(order: OrderView) -> Card:
    """Return what owner, head and office are told of an order that is overdue."""
    title = _("Overdue: {order}").format(order=titled(order))
    return _card(order, title, Kind.LATE, owner_choices(order), title)


def shown(order: OrderView, choices: Sequence[Choice], lead: str = "") -> Card:
    """Return the order with what this person can do with it; `lead` says what was just done."""
    return _card(order, titled(order), Kind.VIEW, choices, lead or titled(order), lead)


def owner_choices(order: OrderView) -> list[Choice]:
    """Return what an owner can do: acknowledge once, answer until it is closed, report."""
    if order.state is OrderState.CLOSED:
        return []
    found = []
    if order.state in (OrderState.OPEN, OrderState.RETURNED):
        found.append(_act(_("Acknowledge"), _("acknowledge order {id}"), "seen", order))
    found.append(_act(_("Answer it"), _("answer order {id}"), "answer", order))
    return [*found, commands.report(order.no)]


def executive_choices(order: OrderView) -> list[Choice]:
    """Return what an executive can do: close, return what was answered, see all."""
    if order.state is OrderState.CLOSED:
        return [all_orders()]
    close = _act(_("Close"), _("close order {id}"), "close", order)
    back = _act(_("Return"), _("return order {id}"), "return", order)
    return [close, *([back] if order.state is OrderState.ANSWERED else []), all_orders()]


def _act(label: str, typed: str, verb: str, order: OrderView) -> Choice:
    return Choice(label, typed.format(id=order.order_id), f"order:{verb}:{order.order_id}")


def _card(
    order: OrderView, title: str, kind: Kind, choices: Sequence[Choice], alt: str, lead: str = ""
) -> Card:
    return Card(
        alt=shorten(f"{alt}: {order.no} {shorten(order.name, 60)} · {shorten(order.text, 120)}", 300),
        text=twin([lead or None, title, *_lines(order)], choices),
        contents=bubble(
            kind,
            title,
            words(lead, weight="bold") if lead else None,
            words(shorten(order.text, 400), size="md", weight="bold", maxLines=12),
            columns(chip(state_words(order), state_tint(order))),
            fact(_("Activity"), f"{order.no} {shorten(order.name, 90)}"),
            fact(_("On the desk of"), desk_words(order)),
            fact(_("Due"), writing.long_date(order.due_on)),
            fact(_("Ordered by"), f"{order.giver} · {writing.short_date(order.given_on)}"),
            *_answers(order),
            _photos(order.photos_link) if order.photos_link else None,
            kicker=shorten(order.agency, 60),
            foot=buttons(kind, *choices[:2]),
        ),
        choices=tuple(choices[2:]),
    )


def _photos(link: str) -> Piece:
    see_them = _("See the photos")
    return words(
        see_them,
        color=BLUE.ink,
        decoration="underline",
        action={"type": "uri", "label": see_them, "uri": link},
    )


def _lines(order: OrderView) -> list[str]:
    return [
        order.text,
        f"{order.no} {shorten(order.name, 90)} · {order.agency}",
        f"{desk_words(order)} · {due_words(order)} · {state_words(order)}",
        *[f"• {_said(answer)}" for answer in order.answers[-6:]],
        *([order.photos_link] if order.photos_link else []),
    ]


def _answers(order: OrderView) -> list[Piece]:
    """Return what was said last, the answer on a ground of its own."""
    if not order.answers:
        return []
    return [rule(), *[_answer(answer) for answer in order.answers[-3:]]]


def _answer(answer: AnswerView) -> Piece:
    head = f"{answer.who} · {writing.moment(answer.at)}"
    tint = {"answered": GREEN, "returned": AMBER, "closed": BLUE}.get(answer.kind)
    if tint is None:
        return small(_said(answer))
    return note(answer_words(answer) or _kind_words(answer), tint, f"{_kind_words(answer)} · {head}")


def _said(answer: AnswerView) -> str:
    words_said = answer_words(answer)
    lead = f"{_kind_words(answer)} · {answer.who} · {writing.moment(answer.at)}"
    return f"{lead}: {words_said}" if words_said else lead


def _kind_words(answer: AnswerView) -> str:
    return {
        "acknowledged": _("Acknowledged"),
        "answered": _("Answer"),
        "returned": _("Returned"),
        "closed": _("Closed"),
    }[answer.kind]


def order_row(order: OrderView) -> Piece:
    """Return one order as a row of a list; a tap shows it whole."""
    answer = order.last_answer
    alarm = {"weight": "bold", "color": RED.ink} if order.overdue_days is not None else {}
    text = rows(
        words(shorten(order.text, 70), maxLines=2),
        small(f"{state_words(order)} · {desk_words(order)} · {due_words(order)}", maxLines=2, **alarm),
        small(f"“{shorten(answer_words(answer), 90)}”", maxLines=2, color=GREEN.ink) if answer else None,
        spacing="none",
        flex=1,
    )
    return columns(
        badge(order.no), text, alignItems="flex-start", spacing="md", action=see(order.order_id).action()
    )


def order_line(order: OrderView) -> str:
    """Return one order as a line of text."""
    answer = order.last_answer
    said = f" “{shorten(answer_words(answer), 90)}”" if answer and order.state not in WITH_OWNER else ""
    parts = f"{order.no} {shorten(order.text, 70)} · {state_words(order)} · {due_words(order)}"
    return f"• {see(order.order_id).text}: {parts}{said}"
