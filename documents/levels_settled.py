"""Settles rows that may be heading or activity: a heading's amount is the sum of what stands below it."""

from collections.abc import Iterator, Sequence

from documents.drafts import Unit, read_budget
from documents.levels import HEADINGS, Level, heading_level
from documents.lines import Line

ENDS = (Level.PROJECT, Level.ISSUE, Level.RESERVE)
UNTIL = {Level.UNCLEAR: (Level.UNCLEAR,), Level.NO_AGENCY: (Level.UNCLEAR, Level.NO_AGENCY, *HEADINGS)}


def settle_levels(lines: Sequence[Line], levels: list[Level], unit: Unit) -> dict[int, int]:
    """Turn UNCLEAR, NO_AGENCY and NO_NAME rows into headings, totals or activities, in place.

    Returns the rows that stay UNCLEAR, by place, with the satang of the rows below them: not their own amount.
    """
    amounts = [read_budget(line, unit)[0].satang for line in lines]
    unclear: dict[int, int] = {}
    # From below, so that the headings inside a project are settled before the project.
    first = tuple(levels)
    for at in reversed(range(len(levels))):
        if levels[at] not in (Level.UNCLEAR, Level.NO_AGENCY):
            continue
        below = [amounts[place] or 0 for place in _below(at, lines, first) if levels[place] is Level.ACTIVITY]
        if below and sum(below) == amounts[at]:
            levels[at] = Level.MAIN if levels[at] is Level.NO_AGENCY else heading_level(lines[at])
        elif below and levels[at] is Level.UNCLEAR:
            unclear[at] = sum(below)
        else:
            levels[at] = Level.ACTIVITY
    _nameless_totals(lines, levels, amounts)
    return unclear


def _below(at: int, lines: Sequence[Line], levels: Sequence[Level]) -> Iterator[int]:
    """Give the places below a row up to the next of its kind: by number where it has one, else by level."""
    depth = lines[at].depth
    until = UNTIL[levels[at]]
    for place in range(at + 1, len(levels)):
        is_next = 0 < lines[place].depth <= depth if depth else levels[place] in until
        if is_next or levels[place] in ENDS:
            return
        yield place


def _nameless_totals(lines: Sequence[Line], levels: list[Level], amounts: Sequence[int | None]) -> None:
    """Turn an amount without name and agency into a total where it is the sum of the rows above it."""
    since_total = whole = 0
    for at, level in enumerate(levels):
        if level is Level.ACTIVITY:
            since_total += amounts[at] or 0
            whole += amounts[at] or 0
        elif level is Level.NO_NAME:
            is_sum = not lines[at].has_agency and amounts[at] in (since_total, whole) and whole > 0
            levels[at] = Level.TOTAL if is_sum else Level.ACTIVITY
        if levels[at] is Level.TOTAL:
            since_total = 0
