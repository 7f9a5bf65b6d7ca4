"""The few settings that a province may choose otherwise than the defaults; they live with the province."""

from datetime import time

from models.province import Province
from rules.quiet_hours import QuietHours

QUIET_HOURS = "quiet_hours"


def quiet_hours_of(province: Province) -> QuietHours:
    """Return when the province's people are not written to."""
    chosen = province.chosen.get(QUIET_HOURS)
    return QuietHours(*[time.fromisoformat(each) for each in chosen]) if chosen else QuietHours()


def choose_quiet_hours(province: Province, quiet: QuietHours) -> None:
    """Set when the province's people are not written to."""
    hours = [quiet.begin.isoformat("minutes"), quiet.end.isoformat("minutes")]
    province.chosen = {**province.chosen, QUIET_HOURS: hours}
