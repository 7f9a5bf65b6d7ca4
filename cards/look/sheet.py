"""A sheet of facts: a lead, facts in two columns, a note, and buttons; for confirmations and notices about people."""

from collections.abc import Sequence

from cards.card import Card, Choice
from cards.look.colours import AMBER, BLUE, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import fact, note, rule, words
from cards.plain import shorten, twin


def sheet(
    kind: Kind,
    title: str,
    *,
    lead: str = "",
    facts: Sequence[tuple[str, str]] = (),
    remark: str = "",
    is_warning: bool = False,
    choices: Sequence[Choice] = (),
    alt: str = "",
) -> Card:
    """Return the card; facts without a value are left out, `remark` stands on a tinted ground."""
    shown = [(label, shorten(value, 160)) for label, value in facts if value]
    return Card(
        alt=shorten(alt or f"{title}: {lead or ', '.join(value for _label, value in shown)}", 150),
        text=twin([title, lead or None, *[": ".join(each) for each in shown], remark or None], choices),
        contents=bubble(
            kind,
            title,
            words(lead, maxLines=6) if lead else None,
            rule() if lead and shown else None,
            *[fact(*each) for each in shown],
            note(remark, AMBER if is_warning else BLUE) if remark else None,
            foot=buttons(kind, *choices),
        ),
    )
