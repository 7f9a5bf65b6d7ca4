"""When an activity last moved, read from what was reported of it; rules/stall judges what follows from it.

Movement is a higher percentage of work, more money disbursed or bound by contract, or a later step. New
words, photos and corrections downward are not. docs/rules.md says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rules.figures import Figures
from rules.status import STEP

_NOTHING_YET = (Decimal(0), 0, 0, 0)
_Levels = tuple[Decimal, int, int, int]


@dataclass(frozen=True)
class Observation:
    """What a standing report says: the figures as they were on `as_of`, whenever the message was sent."""

    as_of: date
    figures: Figures


def last_moved_on(observations: Sequence[Observation]) -> date | None:
    """Return the as-of date of the newest report that shows movement, or None where none does.

    These figures cannot fall by themselves, so a later lower one says that the earlier was too high: a rise
    counts only as far as it has been held ever since. A first report counts if it shows anything at all.
    Several observations of one date are revisions: the last one stands.
    """
    standing = in_order(observations)
    levels = _held_levels([observation.figures for observation in standing])
    before = [_NOTHING_YET, *levels]
    moved = [
        observation.as_of
        for observation, old, new in zip(standing, before, levels, strict=False)
        if _is_higher(old, new)
    ]
    return moved[-1] if moved else None


def moved_by_report_or_treasury(
    observations: Sequence[Observation], treasury: Sequence[Observation], today: date
) -> date | None:
    """Return the last movement up to `today`, whoever tells of it; None where neither does."""
    known = [observation for observation in observations if observation.as_of <= today]
    paid = [observation for observation in treasury if observation.as_of <= today]
    moved = (last_moved_on(known), last_paid_on(known, paid))
    return max((day for day in moved if day is not None), default=None)


def last_paid_on(observations: Sequence[Observation], treasury: Sequence[Observation]) -> date | None:
    """Return the newest date on which the treasury shows more money than was known before, or None.

    What a report had already told is no news, so a first treasury figure that repeats it is no movement.
    """
    paid_on, paid = None, 0
    for each in in_order(treasury):
        told = [one.figures.disbursed_satang or 0 for one in observations if one.as_of <= each.as_of]
        if (each.figures.disbursed_satang or 0) > max([paid, *told]):
            paid_on = each.as_of
        paid = max(paid, each.figures.disbursed_satang or 0)
    return paid_on


def _is_higher(old: _Levels, new: _Levels) -> bool:
    return new[0] > old[0] or new[1] > old[1] or new[2] > old[2] or new[3] > old[3]


def in_order(observations: Sequence[Observation]) -> list[Observation]:
    """Return the observations by as-of date, one for each date: the last given."""
    newest = {observation.as_of: observation for observation in observations}
    return [newest[as_of] for as_of in sorted(newest)]


def _held_levels(reports: Sequence[Figures]) -> list[_Levels]:
    """Return the levels reached at each report, lowered to the least said of them since."""
    held: list[_Levels] = []
    for levels in reversed(_said_levels(reports)):
        least = held[-1] if held else levels
        held.append(_least(levels, least))
    return held[::-1]


def _least(one: _Levels, other: _Levels) -> _Levels:
    return (min(one[0], other[0]), min(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _said_levels(reports: Sequence[Figures]) -> list[_Levels]:
    """Return percent of work, disbursed, used and step at each report; what is not said stays as it was."""
    said: list[_Levels] = []
    committed = 0
    for figures in reports:
        progress, disbursed, _used, step = said[-1] if said else _NOTHING_YET
        progress = progress if figures.progress_percent is None else figures.progress_percent
        disbursed = disbursed if figures.disbursed_satang is None else figures.disbursed_satang
        committed = committed if figures.committed_satang is None else figures.committed_satang
        # Paying out of a contract turns committed into disbursed: only their sum shows a new contract.
        said.append((progress, disbursed, disbursed + committed, _step(figures, step)))
    return said


def _step(figures: Figures, before: int) -> int:
    """BLOCKED and CANCELLED are no steps: the activity stays where it was."""
    return before if figures.status is None else STEP.get(figures.status, before)
