"""A long list as one message: a few rows per bubble, as many as LINE carries; all of it in the text."""

from collections.abc import Sequence

from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble, carousel
from cards.look.pieces import Piece, rule
from cards.plain import twin
from i18n import _

PER_BUBBLE = 6
BUBBLES = 5


def list_card(
    *,
    kind: Kind,
    title: str,
    subtitle: str,
    alt: str,
    pieces: Sequence[Piece],
    lines: Sequence[str],
    choices: Sequence[Choice] = (),
) -> Card:
    """Return the card; `lines` are the rows in words."""
    pages = [pieces[start : start + PER_BUBBLE] for start in range(0, len(pieces), PER_BUBBLE)][:BUBBLES]
    bubbles = [
        bubble(
            kind,
            title,
            *_ruled(page),
            kicker=_page(number, len(pages)),
            subtitle=subtitle,
        )
        for number, page in enumerate(pages, start=1)
    ]
    return Card(
        alt=alt,
        text=twin([title, subtitle, "", *lines], choices),
        contents=carousel(bubbles),
        choices=tuple(choices[:13]),
    )


def _page(number: int, pages: int) -> str:
    return _("Page {number} of {all}").format(number=number, all=pages) if pages > 1 else ""


def _ruled(page: Sequence[Piece]) -> list[Piece]:
    ruled = [part for piece in page for part in (piece, rule())]
    return ruled[:-1]
