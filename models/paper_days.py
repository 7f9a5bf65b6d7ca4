"""Which papers an office wants to hear of by the clock, and on which day of the month; kept with its province."""

from dataclasses import replace
from typing import Any

from models.province import Province
from rules.paper_calendar import PAPER_DAYS, Every, PaperDay

CHOSEN = "paper_days"
OFF, DAY = "off", "day"
LAST_DAY = 28  # of a month, that every month has


def paper_days_of(province: Province) -> list[PaperDay]:
    """Return the rows that the office wants, with the days that it chose."""
    return [row for row in every_paper_day(province) if is_wanted(province, row.name)]


def every_paper_day(province: Province) -> list[PaperDay]:
    """Return all rows, with the days that the office chose."""
    return [_moved(province, row) for row in PAPER_DAYS]


def is_wanted(province: Province, name: str) -> bool:
    """Return whether the office wants to hear of a row."""
    return not _chosen(province, name).get(OFF)


def want(province: Province, name: str, wanted: bool) -> None:
    """Let the office hear of a row, or not any more."""
    _keep(province, name, {OFF: not wanted})


def move_to(province: Province, name: str, day: int | None) -> None:
    """Let a row come on this day of its month, as the rules of days off move it; None goes back to the rule's own.

    ValueError for a day that not every month has, and for what comes by the week.
    """
    row = next(each for each in PAPER_DAYS if each.name == name)
    if row.every is Every.WEEK or (day is not None and not 1 <= day <= LAST_DAY):
        raise ValueError(day)
    _keep(province, name, {DAY: day})


def _moved(province: Province, row: PaperDay) -> PaperDay:
    """Return a row with the day that the office chose: then it is that very day, and not some working days after it."""
    day = _chosen(province, row.name).get(DAY)
    return row if day is None else replace(row, day=int(day), later=0)


def _chosen(province: Province, name: str) -> dict[str, Any]:
    found: dict[str, Any] = (province.chosen.get(CHOSEN) or {}).get(name) or {}
    return found


def _keep(province: Province, name: str, values: dict[str, Any]) -> None:
    whole = province.chosen.get(CHOSEN) or {}
    province.chosen = {**province.chosen, CHOSEN: {**whole, name: {**_chosen(province, name), **values}}}
