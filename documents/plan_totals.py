"""Compares printed totals with the sums of their rows; a difference is shown, never repaired."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.checks_sums import explain_total
from documents.drafts import Draft
from documents.levels import counted_activities, is_grand_total
from documents.misprints import Why
from documents.plan_reading import Doubt, PrintedTotal
from documents.plan_remarks import Remark

Range = tuple[int, int]


@dataclass
class TotalClaim:
    """A printed total and the drafts it may stand for, likeliest first; a heading's range comes late.

    `chosen` is the range for which it is taken in the end.
    """

    sheet: str
    row: int
    label: str
    printed_satang: int
    ranges: list[Range] = field(default_factory=list)
    chosen: Range = (0, 0)


def likely_ranges(
    label: str, subtotal_from: int, sheet_from: int, levels_from: Sequence[int], now: int
) -> list[Range]:
    """Return what a total may stand for: the rows since the last total, a project, the sheet, the file."""
    whole = [(sheet_from, now), (0, now)]
    if is_grand_total(label) or subtotal_from == now:
        return whole
    return [(subtotal_from, now), *((start, now) for start in levels_from), *whole]


def settle(claims: Sequence[TotalClaim], drafts: Sequence[Draft]) -> tuple[list[PrintedTotal], list[Doubt]]:
    """Return the totals beside their sums and a doubt for each that counts its activities otherwise."""
    ways = [_running(drafts, *way) for way in ((True, False), (False, False), (True, True))]
    totals, doubts = [], []
    for claim in claims:
        said = counted_activities(claim.label)
        options = [
            (running[last] - running[first], counting[last] - counting[first], (first, last))
            for first, last in claim.ranges
            for running, counting in ways
        ]
        fits = [option for option in options if option[0] == claim.printed_satang]
        summed, counted, claim.chosen = next(
            (fit for fit in fits if said in (None, fit[1])), (fits or options)[0]
        )
        why = None if fits else _why(claim, drafts)
        totals.append(PrintedTotal(claim.sheet, claim.row, claim.label, claim.printed_satang, summed, why))
        if said is not None and said != counted:
            details = (("printed", str(said)), ("counted", str(counted)))
            doubts.append(Doubt(claim.sheet, claim.row, Remark.TOTAL_COUNT, claim.label, details))
    return totals, doubts


def _why(claim: TotalClaim, drafts: Sequence[Draft]) -> Why:
    first, last = claim.chosen
    counted = [draft for draft in drafts[first:last] if not draft.is_left_out and not draft.is_reserve]
    values = {draft.line.number: draft.budget_satang for draft in counted if draft.sheet == claim.sheet}
    return explain_total(claim.printed_satang, values, {})


def _running(drafts: Sequence[Draft], with_reserve: bool, with_copies: bool) -> tuple[list[int], list[int]]:
    """Return running sums and counts; a second sheet's total may count rows taken from the first."""
    sums, counts = [0], [0]
    for draft in drafts:
        is_read = not draft.is_left_out or (with_copies and draft.is_copy)
        counts_in = is_read and (with_reserve or not draft.is_reserve)
        sums.append(sums[-1] + (draft.budget_satang if counts_in else 0))
        counts.append(counts[-1] + counts_in)
    return sums, counts
