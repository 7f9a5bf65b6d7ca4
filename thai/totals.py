"""Works out the total paid: an amount held against last month's, and against the budget it must not exceed."""

from dataclasses import dataclass
from decimal import Decimal

from thai.money import Money, round_to_satang
from thai.reading import Clarify, Mode, Named


@dataclass(frozen=True)
class Total:
    """`satang` as said, `mode` as read, and the `resulting` cumulative total in satang, or the `doubt` that bars it."""

    satang: int | None = None
    mode: Mode | None = None
    resulting: int | None = None
    doubt: Clarify | None = None


def total(
    money: Money | None, activity: Named | None, last: int | None, is_correction: bool, is_back_dated: bool
) -> Total:
    """Return the amount and what the total becomes; unknown where the activity or the reading is."""
    if money is None:
        return Total()
    mode = Mode.CUMULATIVE if is_correction and money.mode is Mode.AMBIGUOUS else money.mode
    satang = _satang(money, activity)
    if satang is None:
        return Total(None, mode, None, money.doubt)
    if mode is Mode.AMBIGUOUS and money.percent is not None:
        mode = Mode.CUMULATIVE
    if activity is None:
        return Total(satang, mode, satang if mode is Mode.CUMULATIVE else None)
    if is_correction or is_back_dated:
        return _free_of_last(satang, mode, activity)
    return _against_last(satang, mode, activity.budget_satang, last or 0)


def _satang(money: Money, activity: Named | None) -> int | None:
    if money.satang is not None:
        return money.satang
    budget = activity.budget_satang if activity else 0
    if not budget or money.doubt:
        return None
    if money.is_full:
        return budget
    return round_to_satang(Decimal(budget) / 100 * money.percent / 100) if money.percent is not None else None


def _free_of_last(satang: int, mode: Mode, activity: Named) -> Total:
    """A correction or an older month is not measured by the latest figure, only by the budget."""
    if _exceeds(satang, activity.budget_satang):
        return Total(satang, mode, satang, Clarify.EXCEEDS_BUDGET)
    if mode is Mode.CUMULATIVE:
        return Total(satang, mode, satang)
    return Total(satang, mode, None, Clarify.CUMULATIVE_OR_INCREMENTAL)


def _exceeds(satang: int, budget: int) -> bool:
    return bool(budget) and satang > budget


def _against_last(satang: int, mode: Mode, budget: int, last: int) -> Total:
    if mode is Mode.INCREMENTAL:
        total = last + satang
        return Total(satang, mode, total, Clarify.EXCEEDS_BUDGET if _exceeds(total, budget) else None)
    if mode is Mode.CUMULATIVE:
        if _exceeds(satang, budget):
            return Total(satang, mode, satang, Clarify.EXCEEDS_BUDGET)
        return Total(satang, mode, satang, Clarify.DECREASED_CUMULATIVE if satang < last else None)
    as_total = satang >= last and not _exceeds(satang, budget)
    as_addition = not _exceeds(last + satang, budget)
    if not last or not satang:
        return Total(satang, mode, last + satang, None if as_addition else Clarify.EXCEEDS_BUDGET)
    if as_total and as_addition:
        return Total(satang, mode, None, Clarify.CUMULATIVE_OR_INCREMENTAL)
    if as_total or as_addition:
        return Total(satang, mode, satang if as_total else last + satang)
    return Total(satang, mode, None, Clarify.EXCEEDS_BUDGET)
