"""How many activities move, stand still, are unreported or finished: four counters and the same in words."""

from collections.abc import Mapping

from cards.look.colours import CONDITION_TINT
from cards.look.pieces import Piece, columns, counter
from cards.views import CONDITIONS
from cards.wording import condition_name


def counters(counts: Mapping[str, int]) -> Piece:
    """Return the four groups side by side; a group that is missing counts none."""
    return columns(
        *[
            counter(str(counts.get(name, 0)), condition_name(name), CONDITION_TINT[name])
            for name in CONDITIONS
        ]
    )


def counted(counts: Mapping[str, int]) -> str:
    return " · ".join(f"{condition_name(name)} {counts.get(name, 0)}" for name in CONDITIONS)
