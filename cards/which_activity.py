"""The question when words fit several activities, or none: which one is meant?"""

from collections.abc import Sequence

from cards import wording
from cards.card import Card, Choice
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.pieces import listed, small
from cards.plain import shorten, twin
from cards.views import ActivityView
from i18n import _

SHOWN = 10


def which_activity(
    candidates: Sequence[ActivityView], question: str = "", choices: Sequence[Choice] = (), title: str = ""
) -> Card:
    """Return the candidates, best first; `choices` run beside them, those left over become quick replies.

    `question` is the line under the title, such as the words that fitted several activities.
    """
    heading = title or _("Which activity?")
    taps = [*choices[: len(candidates)], *[None] * (len(candidates) - len(choices))]
    shown = [
        listed(each.no, wording.short_name(each, 80), shorten(each.agency, 60), tap=tap)
        for each, tap in zip(candidates[:SHOWN], taps, strict=False)
    ]
    more = len(candidates) - SHOWN
    rest = small(_("and {count} more").format(count=wording.activities_words(more))) if more > 0 else None
    lines = [
        f"{each.no} {wording.short_name(each)}" + (f" → {tap.text}" if tap else "")
        for each, tap in zip(candidates, taps, strict=True)
    ]
    others = choices[len(candidates) :]
    ask = question or _("Tap one, or type its number.")
    return Card(
        alt=f"{heading} {wording.numbers(candidates)}".strip(),
        text=twin([heading, ask, *lines], others),
        contents=bubble(Kind.ASK, heading, *shown, rest, subtitle=shorten(ask, 120)) if shown else None,
        choices=tuple(others[:13]),
    )
