"""How far the work should be by its own plan: the share of the planned time that has passed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

BEHIND_BY = Decimal(5)  # percentage points; the first warning band (docs/rules.md)


def planned_percent(planned_start: date | None, planned_end: date | None, on: date) -> Decimal | None:
    """Return the percent of work that even progress would have reached on a day, or None without a planned time."""
    if planned_start is None or planned_end is None or planned_end <= planned_start:
        return None
    passed = (on - planned_start).days / Decimal((planned_end - planned_start).days) * 100
    return min(Decimal(100), max(Decimal(0), passed)).quantize(Decimal("1"), ROUND_HALF_UP)


def is_behind(progress: Decimal | None, planned: Decimal | None) -> bool:
    """Return whether reported work lies clearly behind its plan; unknown figures are not behind."""
    return progress is not None and planned is not None and progress < planned - BEHIND_BY
