"""One agency: whom to ask, its money, its activities."""

import re

from cards import commands, wording
from cards.card import Card
from cards.look.colours import LATE_INK, MONEY_BAR, MUTED, Kind
from cards.look.figures import measured, share
from cards.look.frame import bubble
from cards.look.pieces import Piece, columns, listed, rows, rule, small, words
from cards.plain import shorten, twin
from cards.views import ActivityView
from cards.views_office import AgencyView, Contact
from i18n import _
from thai import writing

SHOWN = 12


def agency(view: AgencyView) -> Card:
    paid, percent = _("Disbursed"), share(view.disbursed_satang, view.budget_satang)
    money = _("{amount} of {budget}").format(
        amount=writing.baht(view.disbursed_satang), budget=writing.baht(view.budget_satang)
    )
    count = wording.activities_words(len(view.activities))
    duty = (
        _("{owed} reports owed, {late} of them late").format(owed=view.owed, late=view.late)
        if view.owed
        else ""
    )
    more = len(view.activities) - SHOWN
    body = [
        *[_person(each) for each in view.people[:6]],
        rule() if view.people else None,
        measured(paid, writing.percent(percent), percent, MONEY_BAR, money),
        small(duty or _("No report is owed."), size="sm", color=LATE_INK if view.owed else MUTED),
        rule(),
        *[_activity(each) for each in view.activities[:SHOWN]],
        small(_("and {count} more").format(count=wording.activities_words(more))) if more > 0 else None,
    ]
    return Card(
        alt=shorten(
            wording.sentences(f"{view.name}: {count}", f"{paid} {writing.percent(percent)}", duty), 300
        ),
        text=twin(_lines(view, f"{paid}: {writing.percent(percent)} ({money})", duty)),
        contents=bubble(Kind.VIEW, shorten(view.name, 120), *body, kicker=_("Agency"), subtitle=count),
    )


def phone_action(phone: str, label: str) -> dict[str, str] | None:
    """Return the tap that dials `phone`, or None where it holds no number that can be dialled."""
    digits = re.sub(r"[^0-9+]", "", re.split(r"[,/;]|ต่อ|ext", phone)[0])
    if len(digits) < 4:
        return None
    return {"type": "uri", "label": shorten(label, 40), "uri": f"tel:{digits[:20]}"}


def _person(person: Contact) -> Piece:
    action = phone_action(person.phone, person.name)
    phone = words(shorten(person.phone, 40), size="sm", align="end", weight="bold", flex=4, maxLines=2)
    name = rows(
        words(shorten(person.name, 60), maxLines=2),
        small(writing.role_name(person.role)),
        spacing="none",
        flex=6,
    )
    alarm = small(_("Not on LINE: please phone"), color=LATE_INK) if person.is_unreachable else None
    line = rows(columns(name, phone if person.phone else None), alarm, spacing="none")
    return {**line, "action": action} if action else line


def _activity(activity: ActivityView) -> Piece:
    alarm = _("Report late") if activity.late else ""
    figures = wording.brief_line(wording.figures_of(activity)) if activity.status else _("No report yet")
    tap = commands.status(activity.no)
    return listed(activity.no, wording.short_name(activity), figures, alarm=alarm, tap=tap)


def _lines(view: AgencyView, money: str, duty: str) -> list[str]:
    people = [
        f"{writing.role_name(each.role)}: {each.name} {each.phone}".strip()
        + (f" ({_('Not on LINE: please phone')})" if each.is_unreachable else "")
        for each in view.people
    ]
    activities = [
        f"{each.no} {wording.short_name(each, 40)}: {wording.figures_line(wording.figures_of(each))}"
        for each in view.activities
    ]
    return [shorten(view.name, 200), *people, money, duty or _("No report is owed."), "", *activities]
