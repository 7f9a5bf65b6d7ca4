"""ใครติดต่อไม่ได้: whom the bot cannot reach, why, and whom to phone instead."""

from collections.abc import Sequence

from cards import commands
from cards.agency import phone_action
from cards.card import Card, Choice
from cards.look.colours import LATE_INK, Kind
from cards.look.frame import bubble
from cards.look.list_card import list_card
from cards.look.pieces import Piece, rows, small, words
from cards.plain import shorten
from cards.views_calm import Silence, UnreachableRow
from i18n import _, ngettext
from thai import writing


def unreachable(found: Sequence[UnreachableRow]) -> Card:
    """Return who cannot be reached, agencies without anybody first."""
    invite = Choice(_("Invite"), _("invite"))
    if not found:
        title = _("Everybody can be reached")
        body = words(_("Every agency has somebody who joined, and nobody has blocked the bot."))
        contents = bubble(Kind.DONE, title, body, kicker=_("Out of reach"))
        return Card(alt=title, text=title, contents=contents, choices=(commands.owed(),))
    title = _("Out of reach")
    subtitle = " · ".join(_counts(found))
    return list_card(
        kind=Kind.LATE,
        title=title,
        subtitle=subtitle,
        alt=f"{title}: {subtitle}",
        pieces=[_row(row) for row in found],
        lines=[_line(row) for row in found],
        choices=[invite, commands.owed()],
    )


def _counts(found: Sequence[UnreachableRow]) -> list[str]:
    words_ = {
        Silence.NOBODY: lambda count: ngettext(
            "{count} agency with nobody", "{count} agencies with nobody", count
        ),
        Silence.NOT_JOINED: lambda count: ngettext("{count} never joined", "{count} never joined", count),
        Silence.BLOCKED: lambda count: ngettext("{count} blocked the bot", "{count} blocked the bot", count),
        Silence.FAILED: lambda count: ngettext("{count} push failed", "{count} pushes failed", count),
    }
    counts = {why: sum(row.why is why for row in found) for why in words_}
    return [words_[why](count).format(count=count) for why, count in counts.items() if count]


def _why(row: UnreachableRow) -> str:
    since = writing.short_date(row.since) if row.since else ""
    return {
        Silence.NOBODY: _("Nobody has joined"),
        Silence.NOT_JOINED: _("Invited {date}, not joined").format(date=since),
        Silence.BLOCKED: _("Blocked the bot since {date}").format(date=since),
        Silence.FAILED: _("A push of {date} failed").format(date=since),
    }[row.why]


def _who(row: UnreachableRow) -> str:
    role = writing.role_name(row.role) if row.role else ""
    return " · ".join(part for part in (shorten(row.name, 60), role) if part)


def _call(row: UnreachableRow) -> str:
    own = _("Phone {number}").format(number=row.phone) if row.phone else ""
    others = ", ".join(row.others[:3])
    instead = _("Ask {people}").format(people=shorten(others, 120)) if others else ""
    return " · ".join(part for part in (own, instead) if part) or _("No telephone is known")


def _row(row: UnreachableRow) -> Piece:
    action = phone_action(row.phone, row.name or row.agency)
    piece = rows(
        words(shorten(row.agency or _("The province"), 90), weight="bold", maxLines=2),
        words(_who(row), maxLines=2) if _who(row) else None,
        words(_why(row), color=LATE_INK, size="xs"),
        small(_call(row), maxLines=3),
        spacing="none",
    )
    return {**piece, "action": action} if action else piece


def _line(row: UnreachableRow) -> str:
    parts = [_who(row), _why(row), _call(row)]
    return f"• {shorten(row.agency or _('The province'), 80)}: " + " · ".join(part for part in parts if part)
