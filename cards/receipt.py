"""The receipt: what was stored, under which number, and what is still owed."""

from dataclasses import replace

from cards import commands, wording
from cards.card import Card, CardWithLateText
from cards.confirm_item import overview
from cards.look.colours import GREEN, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, note, rule, small
from cards.plain import shorten, twin
from cards.views import ConfirmItem, ReceiptView
from i18n import _
from thai import writing

SHOWN = 10


def receipt(view: ReceiptView) -> Card:
    title = _("Stored")
    number = _("Receipt {number}").format(number=view.receipt_no)
    left = _left(view.remaining_owed)
    more = len(view.items) - SHOWN
    rest = small(_("and {count} more").format(count=wording.activities_words(more))) if more > 0 else None
    history = commands.history(view.items[0].activity.no) if len(view.items) == 1 else None
    follow_up = view.next if view.remaining_owed else None
    choices = [choice for choice in (follow_up, view.undo, history) if choice]
    return CardWithLateText(
        alt=shorten(wording.sentences(f"{title}: {_stored(view.items)}", number, left), 300),
        write=lambda: twin(
            [wording.sentences(title, number), *[_line(item) for item in view.items], left], choices
        ),
        contents=bubble(
            Kind.DONE,
            title,
            *[_row(item) for item in view.items[:SHOWN]],
            rest,
            rule(),
            note(left, GREEN),
            kicker=_month(view.items),
            subtitle=number,
            foot=buttons(Kind.DONE, follow_up, view.undo, history),
        ),
    )


def _row(item: ConfirmItem) -> Piece:
    return overview(replace(item, warnings=(), fix=None))


def _line(item: ConfirmItem) -> str:
    said = _("No change") if item.is_no_change else wording.figures_line(item.now)
    return f"{item.activity.no} {wording.short_name(item.activity, 40)}: {said}"


def _stored(items: tuple[ConfirmItem, ...]) -> str:
    if len(items) == 1:
        return f"{items[0].activity.no} {wording.brief_line(items[0].now)}"
    return f"{wording.activities_words(len(items))} ({wording.numbers([item.activity for item in items])})"


def _month(items: tuple[ConfirmItem, ...]) -> str:
    return _("Report for {month}").format(month=writing.month(items[0].period)) if items else ""


def _left(count: int) -> str:
    if not count:
        return _("All done for this month. Thank you.")
    return _("{count} still to report this month.").format(count=wording.activities_words(count))
