"""A join code, as the admin who made it passes it on."""

from datetime import datetime

from cards.card import Card
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.pieces import fact, rule, small, words
from cards.plain import shorten, twin
from i18n import _
from rules.role import Role
from thai import writing


def invite(code: str, role: Role, agency: str, expires: datetime) -> Card:
    """`expires` is the moment after which the code no longer works."""
    facts = [
        (_("For"), writing.role_name(role)),
        (_("Agency"), shorten(agency, 120)),
        (_("Valid until"), writing.moment(expires)),
    ]
    shown = [(label, value) for label, value in facts if value]
    how = _("The new member adds this account as a friend and types the code. It works once.")
    title = _("Join code")
    return Card(
        alt=_("Join code {code} for {role}").format(code=code, role=writing.role_name(role)),
        text=twin([f"{title}: {code}", *[": ".join(each) for each in shown], how]),
        contents=bubble(
            Kind.VIEW,
            title,
            words(code, size="xxl", weight="bold", align="center", adjustMode="shrink-to-fit", wrap=False),
            rule(),
            *[fact(*each) for each in shown],
            small(how),
        ),
    )
