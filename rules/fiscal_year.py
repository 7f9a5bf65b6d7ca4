"""Thai fiscal years, their quarters and the months reported on; every room calls it.

A fiscal year runs from 1 October to 30 September and is called by the Buddhist year in which it ends
(e-Plan 2566 section 5, Lampang 2560 section 2). A period is the first day of the month reported on.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

BUDDHIST_ERA = 543
# Nobody reports for a CE year after 2399 or a BE year before 2400: the number itself tells the era.
_FIRST_BUDDHIST_YEAR = 2400


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year (BE) that `day` lies in: 1 October 2020 lies in 2564."""
    return day.year + BUDDHIST_ERA + (day.month >= 10)


def first_day(year_be: int) -> date:
    """Return 1 October, the day fiscal year `year_be` begins."""
    return date(year_be - BUDDHIST_ERA - 1, 10, 1)


def last_day(year_be: int) -> date:
    """Return 30 September, the day fiscal year `year_be` ends."""
    return date(year_be - BUDDHIST_ERA, 9, 30)


def quarter_of(day: date) -> int:
    """Return the fiscal quarter (1 to 4) of `day`; October to December is quarter 1."""
    return (day.month - 10) % 12 // 3 + 1


def quarter_end(year_be: int, quarter: int) -> date:
    """Return the last day of `quarter` (1 to 4); ValueError for any other number."""
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"a fiscal year has quarters 1 to 4, not {quarter}")
    return last_day_of(periods(year_be)[quarter * 3 - 1])


def periods(year_be: int) -> tuple[date, ...]:
    """Return the twelve periods of the year, October first."""
    found = [first_day(year_be)]
    while len(found) < 12:
        found.append(next_period(found[-1]))
    return tuple(found)


def period_of(day: date) -> date:
    """Return the period that `day` lies in: the first day of its month."""
    return day.replace(day=1)


def period_just_ended(today: date) -> date:
    """Return the period that a report written `today` is about: the month before this one."""
    return previous_period(period_of(today))


def next_period(period: date) -> date:
    """Return the period after `period`."""
    return last_day_of(period) + timedelta(days=1)


def previous_period(period: date) -> date:
    """Return the period before `period`."""
    return period_of(period_of(period) - timedelta(days=1))


def last_day_of(period: date) -> date:
    """Return the last day of the month, the as-of date of a monthly report."""
    return period.replace(day=monthrange(period.year, period.month)[1])


def usual_as_of(period: date, sent_on: date) -> date:
    """Return the as-of date of a report that names none: its month's last day, or the day sent if earlier.

    Figures cannot be newer than the message that brings them.
    """
    return min(last_day_of(period), sent_on)


def period_key(period: date) -> str:
    """Return "2564-04", the name of a period in commands, links and stored keys."""
    return f"{period.year + BUDDHIST_ERA}-{period.month:02d}"


def parse_period(key: str) -> date:
    """Read "2564-04" or "2021-04"; ValueError for anything else."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", key.strip(), re.ASCII)
    if not found:
        raise ValueError(f"a period looks like 2564-04, not {key!r}")
    year, month = int(found[1]), int(found[2])
    return date(year - BUDDHIST_ERA if year >= _FIRST_BUDDHIST_YEAR else year, month, 1)
