"""Tells the lines of an export that only add up the lines below them, as their longer codes show."""

from collections.abc import Sequence
from typing import Protocol

from documents.checks import FigureRow, TotalRow


class Coded(Protocol):
    """A line with a budget code, or without one."""

    @property
    def code(self) -> str | None: ...


def parents_among(rows: Sequence[Coded], figures: Sequence[FigureRow]) -> dict[int, int]:
    """Return the place of each line that adds others up, with the place after the last of them.

    A line is one where at least one of its amounts is the sum below it: the others are then compared with their sums.
    """
    found: dict[int, int] = {}
    for at in range(len(rows) - 1, -1, -1):
        end = _end_of_children(rows, at)
        leaves = [figures[each] for each in range(at + 1, end) if each not in found]
        if leaves and _adds_up(figures[at], leaves):
            found[at] = end
    return found


def totals_of_parents(parents: dict[int, int], figures: Sequence[FigureRow]) -> list[TotalRow]:
    """Return the parents as totals over the lines that are no parents, by the places of those."""
    before = [0]
    for at in range(len(figures)):
        before.append(before[-1] + (at not in parents))
    return [TotalRow(figures[at], before[at], before[end]) for at, end in sorted(parents.items())]


def _end_of_children(rows: Sequence[Coded], at: int) -> int:
    code, end = rows[at].code, at + 1
    while code and end < len(rows) and _is_below(rows[end].code, code):
        end += 1
    return end


def _is_below(code: str | None, parent: str) -> bool:
    return code is not None and code != parent and code.startswith(parent)


def _adds_up(parent: FigureRow, leaves: Sequence[FigureRow]) -> bool:
    sums = {name: sum(leaf.money.get(name, 0) for leaf in leaves) for name in parent.money}
    agreeing = [name for name, satang in parent.money.items() if sums[name] == satang]
    return any(sums[name] for name in agreeing) or len(agreeing) == len(sums)
