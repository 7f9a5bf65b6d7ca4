"""Days as they pass: the clock is set, what has fallen due runs, and its messages arrive."""

from datetime import datetime

from engine.clock import BANGKOK, StoppedClock
from engine.house import House
from jobs.ticker import tick


def moment(month: int, day: int, hour: int = 8, minute: int = 30, year: int = 2021) -> datetime:
    """Return a moment in Bangkok."""
    return datetime(year, month, day, hour, minute, tzinfo=BANGKOK)


def day_comes(house: House, clock: StoppedClock, at: datetime) -> dict[str, dict[str, int]]:
    """Set the clock, run what has fallen due and deliver it; return each duty's counts by its name."""
    clock.set(at)
    ran = {name: counts for name, _due, counts in tick(house)}
    assert house.work.drain(), "the bot did not come to rest"
    return ran
