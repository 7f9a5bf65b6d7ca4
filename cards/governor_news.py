"""The good news of the week: what moves again, by the name of its agency, and one tap to thank."""

from collections.abc import Sequence
from decimal import Decimal

from cards.card import Choice
from cards.governor_views import Unstuck
from cards.look.colours import GREEN, Kind
from cards.look.frame import bubble
from cards.look.pieces import Piece, button, columns, rows, small, words
from cards.plain import shorten
from cards.wording import working_days
from i18n import _, ngettext
from thai import writing

SHOWN = 4


def news_bubble(found: Sequence[Unstuck]) -> Piece:
    """Return the bubble; a week without such news says so without blame."""
    title = _("Moving again")
    if not found:
        return bubble(
            Kind.DONE, title, words(_("Nothing that stood still has begun to move since last week."))
        )
    more = len(found) - SHOWN
    count = ngettext("{count} activity", "{count} activities", len(found)).format(count=len(found))
    return bubble(
        Kind.DONE,
        title,
        *[_row(each) for each in found[:SHOWN]],
        small(_("… and {count} more").format(count=more)) if more > 0 else None,
        subtitle=count,
    )


def _row(each: Unstuck) -> Piece:
    thanks = button(thank(each))
    return rows(
        words(shorten(each.agency, 60), weight="bold", maxLines=2),
        words(f"{each.no} {shorten(each.name, 60)}", maxLines=2),
        columns(
            small(_gain(each), color=GREEN.ink, weight="bold", flex=3, gravity="center", maxLines=3),
            {**thanks, "flex": 2},
            alignItems="center",
        ),
        spacing="xs",
    )


def thank(each: Unstuck) -> Choice:
    """Return the tap that thanks whoever answers for the activity."""
    return Choice(_("Thank"), _("thank {no}").format(no=each.no), f"gov:thank:{each.activity_id}")


def _gain(each: Unstuck) -> str:
    percents = (each.percent_before, each.percent_now)
    rise = (
        f"{writing.percent(each.percent_before or Decimal(0))} → {writing.percent(each.percent_now)}"
        if each.percent_now is not None and percents[0] != percents[1]
        else ""
    )
    money = f"+{writing.baht_short(each.gained_satang)}" if each.gained_satang > 0 else ""
    stood = _("after {days}").format(days=working_days(each.stood_days)) if each.stood_days else ""
    return " · ".join(part for part in (rise, money, stood) if part)


def news_lines(found: Sequence[Unstuck]) -> list[str]:
    if not found:
        return [_("Nothing that stood still has begun to move since last week.")]
    lines = [_("Moving again")]
    for each in found:
        lines += [
            f"• {each.agency}: {each.no} {shorten(each.name, 50)} {_gain(each)}",
            f"  → {thank(each).text}",
        ]
    return lines
