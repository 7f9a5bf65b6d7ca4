"""Decides whether an empty project or main heading cell repeats the one above it or is really empty."""

from collections.abc import Sequence
from itertools import pairwise

from documents.levels import Level
from documents.lines import Line
from documents.plan_words import key


def is_carried_down(field: str, lines: Sequence[Line], levels: Sequence[Level]) -> bool:
    """Return whether a column names each thing once and leaves the cells below it empty.

    A column that repeats a name in neighbouring rows, or merges cells, fills every row: there empty is empty.
    """
    activities = [line for line, level in zip(lines, levels, strict=True) if level is Level.ACTIVITY]
    if not any(line.text(field) for line in activities) or all(line.text(field) for line in activities):
        return False
    repeats = any(
        line.is_shared(field) or (line.text(field) and key(line.text(field)) == key(above.text(field)))
        for above, line in pairwise(activities)
    )
    return not repeats
