"""Why a printed total differs from the sum of its rows: a row left out, counted twice, misprinted, or missing here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from documents.misprints import SATANG, Slip, Why, slip_between

# More rows than these are too many to try two by two.
TRIED_AT_MOST = 200
BALANCED = ("disbursed", "remaining", "left_over")


class Printed(Protocol):
    """A row of figures."""

    @property
    def row(self) -> int: ...
    @property
    def money(self) -> Mapping[str, int]: ...


@dataclass(frozen=True)
class Gaps:
    """By how much each printed total exceeds its rows (satang by field), with likelier values put in."""

    by_field: Mapping[str, int]

    @staticmethod
    def of(rows: Sequence[Printed], total: Printed, likelier: Mapping[tuple[int, str], int]) -> "Gaps":
        """Compare each column."""
        return Gaps(
            {
                name: printed - sum(likelier.get((row.row, name), row.money.get(name, 0)) for row in rows)
                for name, printed in total.money.items()
            }
        )

    @property
    def is_a_row(self) -> bool:
        """Return whether the gaps together look like one row that is not here: they are positive and balance."""
        budget, disbursed = self.by_field.get("budget", 0), self.by_field.get("disbursed")
        if budget <= 0 or (disbursed is not None and not 0 <= disbursed <= budget):
            return False
        parts = [self.by_field[name] for name in BALANCED if name in self.by_field]
        return len(parts) < 2 or sum(parts) == budget

    def details(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, str(gap)) for name, gap in self.by_field.items())


def explain_total(
    printed: int,
    values: Mapping[int, int],
    likelier: Mapping[int, int],
    name: str = "budget",
    gaps: Gaps | None = None,
) -> Why:
    """Return the likeliest reason; `values` and `likelier` are satang by the row's number, `name` the column's field."""
    corrected = {**values, **likelier}
    summed = sum(values.values())
    return (
        _left_out_or_twice(printed - summed, values)
        or (
            _agrees(Slip.AFTER_CORRECTION, likelier)
            if likelier and sum(corrected.values()) == printed
            else None
        )
        or (_left_out_of(printed, corrected, likelier) if likelier else None)
        or _misprinted(printed, summed, name)
        or _two_left_out(printed - summed, values)
        or (Why(Slip.SATANG_ONLY) if abs(printed - sum(corrected.values())) < SATANG else None)
        or _row_missing(gaps, name)
        or Why(Slip.UNKNOWN)
    )


def _misprinted(printed: int, summed: int, name: str) -> Why | None:
    slip = slip_between(printed, summed)
    return Why(slip, (("field", name), ("likely", str(summed)))) if slip else None


def _left_out_or_twice(gap: int, values: Mapping[int, int]) -> Why | None:
    for row, value in values.items():
        if value and gap == -value:
            return Why(Slip.ROW_LEFT_OUT, (("rows", str(row)), ("amount", str(value))))
        if value and gap == value:
            return Why(Slip.ROW_TWICE, (("rows", str(row)), ("amount", str(value))))
    for row, value in values.items():  # a minus sign that only the total saw
        if value and gap == -2 * value:
            return Why(
                Slip.LOST_MINUS, (("rows", str(row)), ("printed", str(value)), ("likely", str(-value)))
            )
    return None


def _two_left_out(gap: int, values: Mapping[int, int]) -> Why | None:
    if gap >= 0 or len(values) > TRIED_AT_MOST:
        return None
    for (one, first), (other, second) in combinations(values.items(), 2):
        if first > 0 and second > 0 and first + second == -gap:
            return Why(Slip.ROW_LEFT_OUT, (("rows", f"{one}, {other}"), ("amount", str(-gap))))
    return None


def _agrees(slip: Slip, likelier: Mapping[int, int]) -> Why:
    return Why(slip, (("rows", ", ".join(map(str, sorted(likelier)))),))


def _left_out_of(printed: int, corrected: Mapping[int, int], likelier: Mapping[int, int]) -> Why | None:
    """Return the rows that the total leaves out, once the others are as they were probably meant."""
    gap = sum(corrected.values()) - printed
    for count in (1, 2):
        for rows in combinations([row for row, value in corrected.items() if value], count):
            if sum(corrected[row] for row in rows) == gap:
                others = sorted(set(likelier) - set(rows))
                details = (("rows", ", ".join(map(str, rows))), ("others", ", ".join(map(str, others))))
                return Why(Slip.ROWS_LEFT_OUT_AFTER_CORRECTION if others else Slip.ROW_LEFT_OUT, details)
        if len(corrected) > TRIED_AT_MOST:
            return None
    return None


def _row_missing(gaps: Gaps | None, name: str) -> Why | None:
    if gaps is None or not gaps.is_a_row or not gaps.by_field.get(name):
        return None
    return Why(Slip.ROW_MISSING, gaps.details())
