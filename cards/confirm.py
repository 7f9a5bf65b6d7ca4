"""The confirm card: last month, now and the plan side by side, before anything is stored."""

from collections.abc import Sequence
from functools import partial

from cards import wording
from cards.card import Card, CardWithLateText, Choice
from cards.confirm_item import detail, line_of, lines_of, overview
from cards.look.colours import AMBER, Kind
from cards.look.frame import CAROUSEL_BUBBLES, bubble, buttons, carousel
from cards.look.pieces import Piece, note
from cards.plain import shorten, twin
from cards.views import ConfirmItem
from i18n import _, ngettext
from thai import writing

LISTED = 12


def confirm(items: Sequence[ConfirmItem], accept: Choice, cancel: Choice) -> Card:
    """Return the card for one activity, or an overview followed by one bubble for each.

    Nothing is stored until `accept` is tapped or typed.
    """
    return CardWithLateText(
        alt=shorten(_alt(items), 300),
        write=partial(_text, items, accept, cancel),
        contents=carousel(_bubbles(items, _("Is this right?"), accept, cancel)),
    )


def _text(items: Sequence[ConfirmItem], accept: Choice, cancel: Choice) -> str:
    lead = [_("Is this right?"), _("Nothing is stored until you confirm."), ""]
    fixes = [choice for item in items for choice in (item.switch, item.fix) if choice]
    return twin(lead + _lines(items), [accept, cancel, *fixes[:10]])


def _bubbles(items: Sequence[ConfirmItem], title: str, accept: Choice, cancel: Choice) -> list[Piece]:
    foot = buttons(Kind.ASK, accept)
    if len(items) == 1:
        item = items[0]
        others = [choice for choice in (item.switch, item.fix, cancel) if choice]
        foot = buttons(Kind.ASK, accept, *others)
        return [bubble(Kind.ASK, title, *detail(item), foot=foot, kicker=_month(item), subtitle=_named(item))]
    first = bubble(
        Kind.ASK,
        title,
        *[overview(item) for item in _most_doubtful_first(items, LISTED)[:LISTED]],
        _rest(len(items) - LISTED),
        _doubtful(items),
        kicker=_month(items[0]),
        subtitle=wording.activities_words(len(items)),
        foot=buttons(Kind.ASK, accept, cancel),
    )
    # Beyond half a carousel the last bubbles may be too heavy to go along.
    detailed = _most_doubtful_first(items, CAROUSEL_BUBBLES // 2)[: CAROUSEL_BUBBLES - 1]
    return [first, *[_one(item) for item in detailed]]


def _one(item: ConfirmItem) -> Piece:
    others = [choice for choice in (item.switch, item.fix) if choice]
    foot = buttons(Kind.VIEW, None, *others)
    title = wording.titled(item.activity)
    return bubble(
        Kind.VIEW,
        title,
        *detail(item),
        kicker=_month(item),
        subtitle=wording.short_name(item.activity),
        foot=foot,
    )


def _lines(items: Sequence[ConfirmItem]) -> list[str]:
    """Return every activity in words; a long list has the doubtful first, the unchanged as numbers only."""
    if len(items) <= LISTED:
        return [line for item in items for line in ["", *lines_of(item)]][1:]
    unchanged = [str(item.activity.no) for item in items if _is_settled(item)]
    same = _("No change ({count}): {numbers}").format(count=len(unchanged), numbers=", ".join(unchanged))
    others = [line_of(item) for item in _most_doubtful_first(items, LISTED) if not _is_settled(item)]
    return [*([same] if unchanged else []), *others]


def _is_settled(item: ConfirmItem) -> bool:
    return item.is_no_change and not item.warnings


def _most_doubtful_first(items: Sequence[ConfirmItem], room: int) -> list[ConfirmItem]:
    """Return the items in order; where there is no room for all, those with warnings before the others."""
    if len(items) <= room:
        return list(items)
    return sorted(items, key=lambda item: not item.warnings)


def _doubtful(items: Sequence[ConfirmItem]) -> Piece | None:
    numbers = [str(item.activity.no) for item in items if item.warnings]
    if not numbers:
        return None
    return note(_("Please check: {numbers}").format(numbers=", ".join(numbers[:20])), AMBER)


def _rest(more: int) -> Piece | None:
    if more <= 0:
        return None
    return note(_("and {count} more").format(count=wording.activities_words(more)), AMBER)


def _month(item: ConfirmItem) -> str:
    return _("Report for {month}").format(month=writing.month(item.period))


def _named(item: ConfirmItem) -> str:
    return f"{item.activity.no} {wording.short_name(item.activity)}"


def _alt(items: Sequence[ConfirmItem]) -> str:
    if len(items) == 1:
        return _("Is this right? Activity {no}: {figures}").format(
            no=items[0].activity.no, figures=wording.figures_line(items[0].now)
        )
    numbers = wording.numbers([item.activity for item in items])
    return ngettext(
        "Is this right? {count} activity: {numbers}",
        "Is this right? {count} activities: {numbers}",
        len(items),
    ).format(count=len(items), numbers=numbers)
