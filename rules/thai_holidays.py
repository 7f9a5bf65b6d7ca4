"""The days on which Thai government offices are closed, by the holidays library; rules/calendar calls it."""

import functools
import sys
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from types import MappingProxyType, ModuleType

from i18n import language

# Civil servants work on Labour Day and on the day given instead of it: it is for employees, not officials.
_NOT_FOR_CIVIL_SERVANTS = "Labor Day"
_LIBRARY_LANGUAGES = {"th": "th", "en": "en_US"}


def civil_service_holidays(year: int) -> Mapping[date, str]:
    """Return the holidays of the CE `year`, named in the language now spoken.

    Public holidays and those of the government (Royal Ploughing Day), with cabinet bridge days and substitute
    days as far as the library knows. Regional and newly announced days are missing: the office adds them.
    """
    return _holidays(year, _LIBRARY_LANGUAGES[language()])


@functools.cache
def _holidays(year: int, spoken: str) -> Mapping[date, str]:
    names, english = _library(year, spoken), _library(year, "en_US")
    return MappingProxyType(
        {day: name for day, name in names.items() if not _is_labour_day_only(english[day])}
    )


def _is_labour_day_only(name: str) -> bool:
    return all(_NOT_FOR_CIVIL_SERVANTS in part for part in name.split("; "))


def _library(year: int, spoken: str) -> dict[date, str]:
    import holidays  # slow to import, and needed only where a date is judged

    _leave_other_countries()
    found = holidays.country_holidays("TH", years=year, categories=("public", "government"), language=spoken)
    return dict(sorted(found.items()))


@functools.cache
def _leave_other_countries() -> None:
    """Let the library load Thailand alone: the package of its 250 countries would load them all, 8 MB of memory."""
    name = "holidays.countries"
    found = find_spec(name)
    if name not in sys.modules and found is not None:
        package = ModuleType(name)
        package.__path__ = list(found.submodule_search_locations or ())
        sys.modules[name] = package
