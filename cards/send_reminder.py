"""ส่งเตือน: whom a reminder would reach now, what it costs, and who is left out."""

from collections.abc import Sequence

from cards import commands
from cards.card import Card, Choice, say
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import note, small, words
from cards.plain import shorten, twin
from cards.views_calm import NudgeView
from i18n import _, ngettext
from thai import writing

NAMES_SHOWN = 12


def send_reminder(view: NudgeView, main: Choice | None, *others: Choice) -> Card:
    """Return the preview: `main` sends to those who were told nothing today."""
    month = writing.month(view.period)
    title = _("Remind now?")
    to = _people(
        ngettext("To {count} person who still owes", "To {count} people who still owe", len(view.fresh)),
        view.fresh,
    )
    if not view.fresh:
        to = _("Everybody who still owes was told today already.")
    left_out = _left_out(view)
    choices = [choice for choice in (main, *others) if choice]
    alt = _("Remind {count} for {month}: {cost}").format(
        count=len(view.fresh), month=month, cost=cost_words(len(view.fresh), view.left)
    )
    later = _("It is outside of the hours for messages: they go out on {moment}.")
    goes = later.format(moment=writing.moment(view.goes_at)) if view.goes_at else None
    return Card(
        alt=alt,
        text=twin([title, month, to, *left_out, goes, cost_words(len(view.fresh), view.left)], choices),
        contents=bubble(
            Kind.ASK,
            title,
            words(to, maxLines=8),
            note("\n".join(f"• {line}" for line in left_out), AMBER, _("Not among them"))
            if left_out
            else None,
            small(goes) if goes else None,
            words(cost_words(len(view.fresh), view.left), weight="bold"),
            kicker=_("Reports for {month}").format(month=month),
            foot=buttons(Kind.ASK, main, *others),
        ),
    )


def nobody_to_remind(view: NudgeView) -> Card:
    """Return the answer where there is nobody whom a push would reach."""
    month = writing.month(view.period)
    if view.unreachable or view.without_officer:
        found = [_("Nobody who still owes for {month} can be reached.").format(month=month), *_left_out(view)]
        return say("\n".join(found), Choice(_("Out of reach"), _("who is out of reach")), commands.owed())
    return say(_("Everyone has reported for {month}").format(month=month), commands.summary())


def reminded(count: int, view: NudgeView) -> Card:
    """Return what was done."""
    words_ = ngettext("{count} reminder is on its way.", "{count} reminders are on their way.", count)
    later = _("They go out on {moment}.")
    goes = later.format(moment=writing.moment(view.goes_at)) if view.goes_at and count else ""
    none = _("Nothing was sent: everybody has been told.")
    return say(f"{words_.format(count=count)} {goes}".strip() if count else none, commands.owed())


def cost_words(count: int, left: int | None) -> str:
    """Return what sending costs, against what is left of the month where that is known."""
    cost = ngettext("Costs {count} message", "Costs {count} messages", count).format(count=count)
    return cost if left is None else _("{cost} of {left} left this month").format(cost=cost, left=left)


def _left_out(view: NudgeView) -> list[str]:
    told = ngettext(
        "{count} was told something today", "{count} were told something today", len(view.told_today)
    )
    blocked = ngettext("{count} cannot be reached", "{count} cannot be reached", len(view.unreachable))
    lines = [_people(told, view.told_today)] if view.told_today else []
    lines += [_people(blocked, view.unreachable)] if view.unreachable else []
    if view.without_officer:
        nobody = ngettext(
            "{count} activity has no officer", "{count} activities have no officer", view.without_officer
        )
        lines.append(nobody.format(count=view.without_officer))
    return lines


def _people(lead: str, names: Sequence[str]) -> str:
    shown = [shorten(name, 40) for name in names if name][:NAMES_SHOWN]
    more = ["…"] if len(names) > NAMES_SHOWN else []
    listed = ", ".join([*shown, *more])
    said = lead.format(count=len(names))
    return f"{said}: {listed}" if listed else said
