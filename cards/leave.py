"""Leave: what is asked before it is written down, and what each of those concerned is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards import commands
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.sheet import sheet
from i18n import _
from thai import writing


@dataclass(frozen=True)
class LeaveView:
    """`acting` is empty where nobody acts: then `heads` (who may be empty too) are reminded instead.

    `numbers` are the activities that the person answers for; `by` is who wrote it down, where that is another.
    """

    name: str
    first: date
    last: date
    acting: str = ""
    heads: str = ""
    numbers: tuple[int, ...] = ()
    by: str = ""


def confirm_leave(view: LeaveView, yes: Choice, no: Choice) -> Card:
    return sheet(
        Kind.ASK,
        _("Write this leave down?"),
        facts=_facts(view),
        remark=_who_is_asked(view),
        is_warning=not view.acting and not view.heads,
        choices=(yes, no),
    )


def leave_written(view: LeaveView) -> Card:
    """Return the answer to whoever wrote the leave down."""
    return sheet(
        Kind.DONE,
        _("Leave written down"),
        facts=_facts(view),
        remark=_who_is_asked(view),
        choices=(commands.status(), Choice(_("Cancel leave"), _("cancel leave"))),
    )


def you_act(view: LeaveView) -> Card:
    """Return what the acting holder is told."""
    lead = _("You act for {name}. On these days reminders, cases and orders come to you, and you can report.")
    return sheet(
        Kind.ASK,
        _("You act for {name}").format(name=view.name),
        lead=lead.format(name=view.name),
        facts=[(_("Days"), days_words(view.first, view.last)), (_("Activities"), _numbers(view))],
        choices=(commands.status(), commands.report()),
        alt=_("You act for {name} {days}").format(name=view.name, days=days_words(view.first, view.last)),
    )


def you_are_away(view: LeaveView) -> Card:
    """Return what somebody is told whose leave another wrote down."""
    lead = _("{by} wrote your leave down. If it is not right, type: {word}")
    return sheet(
        Kind.VIEW,
        _("Your leave"),
        lead=lead.format(by=view.by, word=_("cancel leave")),
        facts=_facts(view)[1:],
        choices=(commands.status(), Choice(_("Cancel leave"), _("cancel leave"))),
    )


def nobody_acts(view: LeaveView) -> Card:
    """Return what the head is told: somebody is away and nobody acts, so the head is asked."""
    lead = _("{name} is away and nobody acts, so on these days what {name} would be asked comes to you.")
    return sheet(
        Kind.ASK,
        _("{name} is away").format(name=view.name),
        lead=lead.format(name=view.name),
        facts=[(_("Days"), days_words(view.first, view.last)), (_("Activities"), _numbers(view))],
        choices=(commands.status(), commands.report()),
        alt=_("{name} is away {days}, nobody acts").format(
            name=view.name, days=days_words(view.first, view.last)
        ),
    )


def leave_ended(view: LeaveView, for_acting: bool = False) -> Card:
    """Return what is said once a leave is cancelled: to whoever cancelled it, or to who was to act."""
    lead = (
        _("You no longer act for {name}. Thank you.")
        if for_acting
        else _("From now on reminders go to {name} again.")
    )
    return sheet(
        Kind.DONE,
        _("Leave cancelled"),
        lead=lead.format(name=view.name),
        facts=[(_("Days"), days_words(view.first, view.last))],
        choices=(commands.status(),),
    )


def standing_in(names: Sequence[str]) -> str:
    """Return for whom else somebody is asked, nothing where it is for themselves alone."""
    if not names:
        return ""
    return _("Also for {names}, who is away.").format(names=", ".join(names))


def days_words(first: date, last: date) -> str:
    """Return "5–12 พ.ค. 64", as short as the two days allow."""
    if first == last:
        return writing.short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{writing.short_date(last)}"
    return f"{writing.short_date(first)} – {writing.short_date(last)}"


def _facts(view: LeaveView) -> list[tuple[str, str]]:
    return [
        (_("Away"), view.name),
        (_("Days"), days_words(view.first, view.last)),
        (_("Acting"), view.acting or _("nobody")),
        (_("Activities"), _numbers(view)),
    ]


def _who_is_asked(view: LeaveView) -> str:
    if view.acting:
        return _("On these days reminders, cases and orders go to {name}.").format(name=view.acting)
    if view.heads:
        return _("Nobody acts: reminders, cases and orders go to the head, {name}.").format(name=view.heads)
    return _("Nobody acts and there is no head to ask: reminders stay with {name}.").format(name=view.name)


def _numbers(view: LeaveView) -> str:
    return ", ".join(map(str, view.numbers[:20])) + (" …" if len(view.numbers) > 20 else "")
