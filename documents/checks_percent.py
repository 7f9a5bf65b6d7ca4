"""Recomputes a printed percentage: disbursed / budget, half up, to the decimals that were printed."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from documents.misprints import Slip, Why, slip_between


def wrong_percent(money: Mapping[str, int], percent: Decimal | None) -> tuple[int, int, Why] | None:
    """Return the printed and the right percentage, in hundredths, and why they may differ; None where they agree."""
    budget, disbursed = money.get("budget"), money.get("disbursed")
    if percent is None or not budget or disbursed is None:
        return None
    places = min(2, max(0, -int(percent.normalize().as_tuple().exponent)))  # as many as were printed
    step = Decimal(1).scaleb(-places)
    exact = Decimal(disbursed) * 100 / budget
    if percent in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(Decimal("0.01"), ROUND_HALF_UP)):
        return None
    return _hundredths(percent), _hundredths(exact), _why(money, percent, exact, step)


def _why(money: Mapping[str, int], percent: Decimal, exact: Decimal, step: Decimal) -> Why:
    budget, disbursed = money["budget"], money["disbursed"]
    if percent == exact.quantize(step, ROUND_DOWN):
        return Why(Slip.CUT_OFF)
    used = disbursed + money.get("committed", 0)
    if used != disbursed and percent == (Decimal(used) * 100 / budget).quantize(step, ROUND_HALF_UP):
        return Why(Slip.OF_USED)
    rest = budget - money.get("left_over", 0)
    if 0 < rest < budget and percent == (Decimal(disbursed) * 100 / rest).quantize(step, ROUND_HALF_UP):
        return Why(Slip.OF_REST)
    slip = slip_between(_hundredths(percent), _hundredths(exact))
    return Why(
        slip or Slip.UNKNOWN, (("field", "percent"), ("likely", str(_hundredths(exact)))) if slip else ()
    )


def _hundredths(percent: Decimal) -> int:
    return int((percent * 100).to_integral_value(ROUND_HALF_UP))
