"""The personal-data notice that a new friend accepts or declines before anything is kept.

Source: Personal Data Protection Act B.E. 2562, section 23 (purpose, what is kept, how long, whom to ask).
"""

from cards.card import Card, Choice
from cards.look.colours import MUTED, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, rows, words
from cards.plain import twin
from cards.views_office import PersonView
from i18n import _
from thai import writing


def consent(person: PersonView, accept: Choice, decline: Choice, contact: str = "") -> Card:
    """`contact` is whom to ask about personal data, with a phone; the provincial office where it is empty."""
    title = _("Before we begin: your data")
    who = " · ".join(part for part in (writing.role_name(person.role), person.agency) if part)
    points = _points(contact)
    body = [
        words(_("You are joining as {who}.").format(who=who), weight="bold"),
        *[_point(*each) for each in points],
    ]
    return Card(
        alt=_("Please read the personal-data notice and answer: {accept} or {decline}").format(
            accept=accept.text, decline=decline.text
        ),
        text=twin(
            [title, _("You are joining as {who}.").format(who=who), ""]
            + [f"{name}: {text}" for name, text in points],
            [accept, decline],
        ),
        contents=bubble(
            Kind.ASK,
            title,
            *body,
            kicker=person.name,
            foot=buttons(Kind.ASK, accept, decline),
            subtitle=_("PDPA notice"),
        ),
    )


def _points(contact: str) -> list[tuple[str, str]]:
    return [
        (_("Why"), _("To follow up budgeted activities: reports, reminders and summaries. Nothing else.")),
        (
            _("What is kept"),
            _(
                "Your name, post, agency, LINE account and, if you give it, phone; what you send here, and when."
            ),
        ),
        (
            _("How long"),
            _("While you hold this duty. Reports stay with the province as official records."),
        ),
        (
            _("Your rights"),
            _("See, correct or delete your data, or leave, at any time: type “my data”."),
        ),
        (_("Whom to ask"), contact or _("The provincial office")),
    ]


def _point(name: str, text: str) -> Piece:
    return rows(words(name, size="xs", color=MUTED, weight="bold"), words(text, maxLines=6), spacing="none")
