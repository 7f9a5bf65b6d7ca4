"""Giving one activity to somebody: who answers for it now, who will, alone or together."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.sheet import sheet
from cards.plain import shorten
from i18n import _


def confirm_assignment(no: int, name: str, now: Sequence[str], to: str, choices: Sequence[Choice]) -> Card:
    """`now` are those who answer for activity `no` today, `to` who shall."""
    remark = ""
    if now:
        remark = _(
            "Alone: only {name} is asked from now on. Together: all of them are, and one report is enough."
        )
    return sheet(
        Kind.ASK,
        _("Give activity {no} to {name}?").format(no=no, name=to),
        facts=[
            (_("Activity"), shorten(f"{no} {name}", 120)),
            (_("Until now"), ", ".join(now) or _("nobody")),
            (_("From now on"), to),
        ],
        remark=remark.format(name=to),
        choices=choices,
    )


def assigned(no: int, name: str, people: Sequence[str]) -> Card:
    """Return what whoever assigned it, and whoever lost it, is told."""
    return sheet(
        Kind.DONE,
        _("Activity {no} has been given").format(no=no),
        facts=[(_("Activity"), shorten(f"{no} {name}", 120)), (_("Answers for it"), ", ".join(people))],
        choices=(commands.status(no), Choice(_("Who answers for what"), _("holders"))),
    )


def you_answer_for(no: int, name: str, by: str) -> Card:
    """Return what the one is told who got it."""
    return sheet(
        Kind.ASK,
        _("Activity {no} is now yours").format(no=no),
        lead=_("{by} gave you this activity. Reminders about it come to you.").format(by=by),
        facts=[(_("Activity"), shorten(f"{no} {name}", 120))],
        choices=(commands.status(no), commands.report(no)),
    )
