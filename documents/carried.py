"""Decides whether an empty project or main heading cell repeats the one above it or is really empty."""

from collections.abc import Sequence
from itertools import pairwise

from documents.lines import Line
from documents.plan_words import key


def is_carried_down(field: str, activities: Sequence[Line]) -> bool:
    """Return whether a column names each thing once and leaves the cells below it empty.

    A column that repeats a name in neighbouring rows, or merges cells, fills every row: there empty is empty.
    """
    if all(line.text(field) for line in activities):
        return False
    return not any(
        line.is_shared(field) or (line.text(field) and key(line.text(field)) == key(above.text(field)))
        for above, line in pairwise(activities)
    )
