"""Tells the provincial office that the bot itself is not well, what to do about it, and when it is well again."""

from collections.abc import Sequence

from cards.card import Card, say
from cards.duty_names import duty_name
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.pieces import Piece, rows, small, words
from cards.plain import twin
from i18n import _


def unwell(troubles: Sequence[str]) -> Card:
    """`troubles` are the names that jobs/watch_self gives: events, notices, sending, disk, or a duty."""
    title = _("The bot is not well")
    found = [_trouble(each) for each in troubles]
    nothing_lost = _("Nothing is lost: what people send is kept, and done as soon as this is over.")
    return Card(
        alt=f"{title}: {found[0][0]}",
        text=twin([title, *[f"• {what} {todo}" for what, todo in found], nothing_lost]),
        contents=bubble(
            Kind.LATE,
            title,
            *[_row(*each) for each in found],
            small(nothing_lost),
            kicker=_("TamNgan itself"),
        ),
    )


def well_again(troubles: Sequence[str]) -> Card:
    title = _("The bot is well again")
    return say("\n".join([title, *[f"• {_over(each)}" for each in troubles]]))


def _row(what: str, todo: str) -> Piece:
    return rows(words(what, weight="bold", maxLines=3), small(todo, maxLines=4), spacing="none")


def _trouble(name: str) -> tuple[str, str]:
    ask = _("Please ask whoever runs the bot to look.")
    if name.startswith("duty "):
        what = _("“{duty}” has not run although it is due.")
        return what.format(duty=duty_name(name.removeprefix("duty "))), ask
    return {
        "events": (_("Messages have been waiting for over five minutes."), ask),
        "notices": (_("Messages that are due are not being sent."), ask),
        "sending": (
            _("LINE does not take several of our messages."),
            _("LINE may be out of order, or the access token has expired."),
        ),
        "disk": (
            _("The disk is nearly full."),
            _("Please have room made: photos and the database are kept there."),
        ),
    }.get(name, (name, ask))


def _over(name: str) -> str:
    if name.startswith("duty "):
        return _("“{duty}” has run.").format(duty=duty_name(name.removeprefix("duty ")))
    return {
        "events": _("No message is waiting any more."),
        "notices": _("What was due has been sent."),
        "sending": _("LINE takes our messages."),
        "disk": _("There is room on the disk."),
    }.get(name, name)
