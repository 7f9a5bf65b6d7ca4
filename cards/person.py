"""Who somebody is to the bot: shown once they have joined, and whenever they ask."""

from cards import commands, wording
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, fact, listed, rule, small, words
from cards.plain import shorten, twin
from cards.views_office import PersonView
from i18n import _
from rules.role import Role
from thai import writing

SHOWN = 8


def joined(person: PersonView) -> Card:
    """Return the card that ends joining: you are in, and this is the first thing to do."""
    first = commands.report() if person.role is Role.OFFICER else commands.status()
    choices = [first, commands.help_me()]
    lead = _("You are in. Reminders will come to this chat.")
    alt = _("You have joined as {role}").format(role=writing.role_name(person.role))
    return _person(person, Kind.DONE, _("You have joined"), lead=lead, alt=alt, choices=choices)


def whoami(person: PersonView) -> Card:
    alt = " · ".join(part for part in (person.name, writing.role_name(person.role), person.agency) if part)
    choices = [commands.my_data(), commands.help_me()]
    return _person(person, Kind.VIEW, person.name, lead="", alt=shorten(alt, 110), choices=choices)


def _person(
    person: PersonView, kind: Kind, title: str, *, lead: str, alt: str, choices: list[Choice]
) -> Card:
    facts = _facts(person)
    body = [
        words(lead) if lead else None,
        *[fact(*each) for each in facts],
        *_activities(person),
    ]
    lines = [f"{wording.short_name(each, 80)}" for each in person.activities]
    numbered = [f"{each.no} {line}" for each, line in zip(person.activities, lines, strict=True)]
    heading = [_("Activities to report:")] if numbered else []
    return Card(
        alt=alt,
        text=twin([title, lead or None, *[": ".join(each) for each in facts], *heading, *numbered], choices),
        contents=bubble(
            kind, title, *body, kicker=_("TamNgan"), foot=buttons(kind, choices[0], *choices[1:])
        ),
    )


def _facts(person: PersonView) -> list[tuple[str, str]]:
    language = {"th": _("Thai"), "en": _("English")}.get(person.language, person.language)
    facts = [
        (_("Name"), person.name),
        (_("Role"), writing.role_name(person.role)),
        (_("Post"), person.post),
        (_("Agency"), person.agency),
        (_("Province"), person.province),
        (_("Language"), language),
    ]
    return [(label, shorten(value, 160)) for label, value in facts if value]


def _activities(person: PersonView) -> list[Piece]:
    if not person.activities:
        return []
    shown = [
        listed(each.no, wording.short_name(each), tap=commands.status(each.no))
        for each in person.activities[:SHOWN]
    ]
    more = len(person.activities) - SHOWN
    rest = [small(_("and {count} more").format(count=wording.activities_words(more)))] if more > 0 else []
    return [rule(), small(_("Activities to report:")), *shown, *rest]
