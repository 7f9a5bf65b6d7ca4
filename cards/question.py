"""The frame of every question of the report dialogue: activity, question, last answer, choices."""

from collections.abc import Collection, Sequence

from cards import wording
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.pieces import Piece, grid, rule, small, words
from cards.plain import shorten, twin
from cards.views import ActivityView
from i18n import _

QUICK_REPLIES = 13


def question(
    activity: ActivityView,
    asked: str,
    last: str,
    choices: Sequence[Choice],
    *,
    steps: Sequence[Choice] = (),
    hint: str = "",
    step: str = "",
    across: int = 2,
    ticked: Collection[str] = (),
) -> Card:
    """Return one question.

    `choices` are tiles inside the card, so that they stay tappable on a PC and after a day; `steps` (back,
    stop) are quick replies. `last` is what the last report said, empty where there was none.
    """
    before = _("Last report: {answer}").format(answer=last) if last else ""
    name = wording.short_name(activity)
    body: list[Piece | None] = [
        words(asked, size="lg", weight="bold", maxLines=4),
        words(before, size="sm") if before else None,
        small(hint) if hint else None,
        rule() if choices else None,
        *grid(choices, across, ticked),
    ]
    number = f"{activity.no} {wording.short_name(activity, 40)}"
    return Card(
        alt=shorten(f"{asked} ({number})", 300),
        text=twin([f"{activity.no} {name}", asked, before or None, hint or None], [*choices, *steps]),
        contents=bubble(Kind.ASK, wording.titled(activity), *body, kicker=step, subtitle=name),
        choices=tuple(steps[:QUICK_REPLIES]),
    )
