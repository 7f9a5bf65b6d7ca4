"""A whole list of cases with the buttons of the governor's minute: what waits, and the agenda of the meeting."""

from collections.abc import Sequence

from cards.card import Card, Choice, say
from cards.governor_case import case_piece, needs_lines, ruled
from cards.governor_views import Needs
from cards.look.colours import Kind
from cards.look.frame import bubble, carousel
from cards.plain import twin
from i18n import _, ngettext

PER_BUBBLE = 2
BUBBLES = 8


def cases_page(
    title: str, cases: Sequence[Needs], nothing: str, choices: Sequence[Choice], with_buttons: bool = True
) -> Card:
    """Return the cases two to a bubble; those that LINE cannot carry stand in the text."""
    if not cases:
        return say(twin([nothing], choices), *choices)
    count = ngettext("{count} case", "{count} cases", len(cases)).format(count=len(cases))
    pages = [cases[at : at + PER_BUBBLE] for at in range(0, len(cases), PER_BUBBLE)][:BUBBLES]
    bubbles = [
        bubble(
            Kind.LATE,
            title,
            *ruled([case_piece(each, with_buttons) for each in page]),
            kicker=_("Page {number} of {all}").format(number=at, all=len(pages)) if len(pages) > 1 else "",
            subtitle=count,
        )
        for at, page in enumerate(pages, start=1)
    ]
    lines = needs_lines(cases, with_buttons=with_buttons)[1:]
    return Card(
        alt=f"{title}: {count}",
        text=twin([title, count, *lines], choices),
        contents=carousel(bubbles),
        choices=tuple(choices),
    )
