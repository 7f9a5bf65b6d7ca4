"""The ladder that a case climbs, from the officer to the inspector."""

from enum import StrEnum


class Level(StrEnum):
    """Who is asked now. The officer is asked privately first; the inspector only where a person decides so.

    Sources: Lampang 2560 section 6.1-3(9) (governor and heads), KPI 3.1.2 (inspector where the province alone cannot).
    """

    OFFICER = "officer"
    HEAD = "head"
    OFFICE = "office"
    EXECUTIVE = "executive"
    INSPECTOR = "inspector"

    @property
    def height(self) -> int:
        """How high the level is, 0 for the officer."""
        return list(Level).index(self)


def next_level(level: Level) -> Level:
    """Return the level above; the inspector has none and stays."""
    return list(Level)[min(level.height + 1, len(Level) - 1)]


def levels_from(level: Level) -> tuple[Level, ...]:
    """Return this level and all above it."""
    return tuple(list(Level)[level.height :])
