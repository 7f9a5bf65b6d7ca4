"""Everything that is kept about one person, on one card for that person alone.

Source: Personal Data Protection Act B.E. 2562, sections 30 and 35 (the right to see and to correct one's data).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice
from cards.look.colours import BLUE, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import fact, note, rule, small
from cards.plain import shorten, twin
from i18n import _
from rules.role import Role
from thai import writing


@dataclass(frozen=True)
class HeldPost:
    """A post that a person holds, or held until the day `until`."""

    role: Role
    title: str
    agency: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class MyDataView:
    """`messages` are all messages and taps received; `contact` is who at the provincial office can be asked.

    `orders` were given, `answers` sent to orders; the many who never do either read nothing of them.
    """

    name: str
    phone: str
    province: str
    language: str
    joined_on: date
    posts: tuple[HeldPost, ...]
    reports: int = 0
    photos: int = 0
    files: int = 0
    messages: int = 0
    orders: int = 0
    answers: int = 0
    contact: str = ""


def my_data(view: MyDataView, choices: Sequence[Choice]) -> Card:
    """`choices` are the buttons that change what is wrong."""
    title = _("What is kept about you")
    facts = [(label, shorten(value, 160)) for label, value in _facts(view)]
    points = [(_("How long"), _how_long()), (_("To leave"), _how_to_leave(view))]
    alt = _("Kept about you: name, post and {count} reports").format(count=view.reports)
    return Card(
        alt=alt,
        text=twin([title, *[": ".join(each) for each in [*facts, *points]]], choices),
        contents=bubble(
            Kind.VIEW,
            title,
            *[fact(*each) for each in facts],
            rule(),
            *[note(text, BLUE, name) for name, text in points],
            small(_("Only you see this card.")),
            subtitle=view.name,
            foot=buttons(Kind.VIEW, *choices),
        ),
    )


def _facts(view: MyDataView) -> list[tuple[str, str]]:
    languages = {"th": _("Thai"), "en": _("English")}
    return [
        (_("Name"), view.name),
        (_("Phone"), view.phone or _("not given")),
        *[(_("Post"), _post(post)) for post in view.posts],
        (_("Province"), view.province),
        (_("Language"), languages.get(view.language, view.language)),
        (_("Member since"), writing.long_date(view.joined_on)),
        (_("Reports"), str(view.reports)),
        (_("Photos"), str(view.photos)),
        (_("Files and recordings"), str(view.files)),
        *([(_("Orders given"), str(view.orders))] if view.orders else []),
        *([(_("Answers to orders"), str(view.answers))] if view.answers else []),
        (_("Messages"), str(view.messages)),
    ]


def _post(post: HeldPost) -> str:
    days = _("since {date}").format(date=writing.short_date(post.since))
    if post.until is not None:
        days += " " + _("until {date}").format(date=writing.short_date(post.until))
    return " · ".join(part for part in (writing.role_name(post.role), post.title, post.agency, days) if part)


def _how_long() -> str:
    return _("While you hold this duty. Reports stay with the province as official records.")


def _how_to_leave(view: MyDataView) -> str:
    who = view.contact or _("The provincial office")
    return _(
        "Type “{word}”: your name, phone and messages are then deleted. {who} can help. "
        "To stop all messages at once, block this account."
    ).format(word=_("delete my data"), who=who)
