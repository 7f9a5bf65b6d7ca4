"""Handing a post over: what is asked before it is done, the code for a successor, and what each side is told."""

from dataclasses import dataclass
from datetime import date, datetime

from cards import commands
from cards.card import Card, Choice
from cards.look.colours import BLUE, Kind
from cards.look.frame import bubble
from cards.look.pieces import fact, note, rule, small, words
from cards.look.sheet import sheet
from cards.plain import shorten, twin
from i18n import _
from thai import writing


@dataclass(frozen=True)
class HandOverView:
    """`post` is the post in words; `name` who gives it away (empty: nobody held it), `successor` who takes it up
    (empty: whoever brings the code). `numbers` are the activities, `is_whole` whether the whole post goes.
    """

    post: str
    agency: str
    name: str
    successor: str
    from_on: date
    numbers: tuple[int, ...] = ()
    is_whole: bool = True


def confirm_hand_over(view: HandOverView, yes: Choice, no: Choice) -> Card:
    if view.successor:
        remark = _("From that day on everything about it goes to {name}: reminders, open cases and orders.")
        remark = remark.format(name=view.successor)
    else:
        remark = _("You get a code to pass on. Until somebody joins with it, nothing changes.")
    return sheet(Kind.ASK, _("Hand this over?"), facts=_facts(view), remark=remark, choices=(yes, no))


def successors_code(view: HandOverView, code: str, expires: datetime) -> Card:
    """Return the code to pass on to the successor."""
    facts = [(label, shorten(value, 160)) for label, value in _facts(view) if value]
    facts.append((_("Valid until"), writing.moment(expires)))
    how = _("The successor adds this account as a friend and types the code. It works once.")
    until_then = _("Until then nothing changes. To stop it, type: {word}").format(word=_("cancel hand-over"))
    title = _("Code for the successor")
    return Card(
        alt=f"{title}: {code}",
        text=twin([f"{title}: {code}", *[": ".join(each) for each in facts], how, until_then]),
        contents=bubble(
            Kind.VIEW,
            title,
            words(code, size="xxl", weight="bold", align="center", adjustMode="shrink-to-fit", wrap=False),
            rule(),
            *[fact(*each) for each in facts],
            note(until_then, BLUE),
            small(how),
        ),
    )


def handed_over(view: HandOverView) -> Card:
    """Return what whoever handed it over is told once it is taken up; the head is told the same."""
    return sheet(
        Kind.DONE,
        _("Handed over"),
        facts=_facts(view),
        remark=_("Open cases and orders went along. Nothing is lost."),
        choices=(Choice(_("Who answers for what"), _("holders")), commands.status()),
        alt=_("{what} handed over to {name} from {date}").format(
            what=_what(view), name=view.successor, date=writing.short_date(view.from_on)
        ),
    )


def thank_you(view: HandOverView, has_open_report: bool) -> Card:
    """Return what the predecessor is told. A report that was not confirmed was not stored, and that is said."""
    remark = ""
    if has_open_report:
        remark = _("Your report was still open and was not stored. Please tell {name} what is new.")
        remark = remark.format(name=view.successor)
    lead = _("{name} takes over from {date}. Thank you for your work.")
    return sheet(
        Kind.DONE,
        _("Your work has been taken over"),
        lead=lead.format(name=view.successor, date=writing.short_date(view.from_on)),
        facts=[(_("What"), _what(view)), (_("Agency"), view.agency)],
        remark=remark,
        is_warning=has_open_report,
    )


def _facts(view: HandOverView) -> list[tuple[str, str]]:
    return [
        (_("What"), _what(view)),
        (_("Agency"), view.agency),
        (_("Given by"), view.name),
        (_("Taken up by"), view.successor or _("whoever brings the code")),
        (_("From day"), writing.long_date(view.from_on)),
    ]


def _what(view: HandOverView) -> str:
    numbers = ", ".join(map(str, view.numbers[:20])) + (" …" if len(view.numbers) > 20 else "")
    if not view.is_whole:
        return _("activities {numbers}").format(numbers=numbers)
    return f"{view.post} ({numbers})" if numbers else view.post
