"""Settles rows that may be heading or activity: a heading's amount is the sum of what stands below it."""

from collections.abc import Sequence

from documents.drafts import Unit, read_budget
from documents.levels import HEADINGS, Level
from documents.lines import Line


def settle_levels(lines: Sequence[Line], levels: list[Level], unit: Unit) -> list[int]:
    """Turn UNCLEAR, NO_AGENCY and NO_NAME rows into headings, totals or activities, in place.

    Returns the places that stay UNCLEAR: they have rows below that add up to something else.
    """
    amounts = [read_budget(line, unit)[0].satang for line in lines]
    for at, level in enumerate(levels):
        if level is Level.UNCLEAR:
            below = _below(at, levels, amounts, (Level.UNCLEAR, Level.PROJECT, Level.ISSUE, Level.RESERVE))
            if not below or sum(below) == amounts[at]:
                levels[at] = Level.PROJECT if below else Level.ACTIVITY
        elif level is Level.NO_AGENCY:
            below = _below(at, levels, amounts, (*HEADINGS, Level.UNCLEAR, Level.NO_AGENCY))
            levels[at] = Level.MAIN if below and sum(below) == amounts[at] else Level.ACTIVITY
    _nameless_totals(lines, levels, amounts)
    return [at for at, level in enumerate(levels) if level is Level.UNCLEAR]


def sum_below(at: int, levels: Sequence[Level], lines: Sequence[Line], unit: Unit) -> int:
    """Return the satang of the activities between this row and the next that may be a project."""
    amounts = [read_budget(line, unit)[0].satang for line in lines]
    return sum(_below(at, levels, amounts, (Level.UNCLEAR, Level.PROJECT, Level.ISSUE, Level.RESERVE)))


def _below(
    at: int, levels: Sequence[Level], amounts: Sequence[int | None], until: tuple[Level, ...]
) -> list[int]:
    below = []
    for place in range(at + 1, len(levels)):
        if levels[place] in until:
            break
        if levels[place] is Level.ACTIVITY:
            below.append(amounts[place] or 0)
    return below


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
