"""Which field of a central system takes which figure: data that the office edits, kept with its province."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from documents.papers.known import Known
from documents.papers.words import why_of
from models.province import Province
from rules.fiscal_year import BUDDHIST_ERA
from rules.rest_of_budget import rest_of_budget
from rules.shares import percent_of
from thai import writing
from thai.keying import FIELDS, SYSTEMS

CHOSEN, KEYED = "keying_fields", "keyed_codes"
MOST_FIELDS, LONGEST_LABEL = 60, 200
BY_HAND = "by_hand"  # a field of the system for which the bot knows nothing
Mapping = Sequence[tuple[str, str]]
SATANG_PER_BAHT = 100


def _money(satang: int | None) -> str:
    """Return baht without separators, as a screen takes it."""
    return "" if satang is None else f"{Decimal(satang) / SATANG_PER_BAHT:.2f}"


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m}/{day.year + BUDDHIST_ERA}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}"


def _rest(known: Known) -> tuple[int, int]:
    rest = rest_of_budget(known.figures, known.activity.budget_satang)
    return rest.remaining_satang, rest.left_over_satang


SOURCES: dict[str, Callable[[Known], str]] = {
    "activity_no": lambda known: str(known.activity.no),
    "code": lambda known: known.activity.code or "",
    "project": lambda known: known.project.name,
    "strategic_issue": lambda known: known.project.strategic_issue or "",
    "funding_source": lambda known: known.project.funding_source or "",
    "activity": lambda known: known.activity.name,
    "place": lambda known: known.activity.place or "",
    "agency": lambda known: known.agency.name,
    "budget": lambda known: _money(known.activity.budget_satang),
    "disbursed": lambda known: _money(known.figures.disbursed_satang),
    "committed": lambda known: _money(known.figures.committed_satang),
    "remaining": lambda known: _money(_rest(known)[0]),
    "left_over": lambda known: _money(_rest(known)[1]),
    "percent": lambda known: _number(percent_of(known.disbursed_satang, known.activity.budget_satang)),
    "progress": lambda known: _number(known.figures.progress_percent),
    "status": lambda known: writing.status_name(known.figures.status) if known.figures.status else "",
    "problem": lambda known: why_of(known.figures),
    "planned_start": lambda known: _day(known.activity.planned_start),
    "planned_end": lambda known: _day(known.activity.planned_end),
    "latitude": lambda known: _degrees(known.activity.latitude),
    "longitude": lambda known: _degrees(known.activity.longitude),
    "reported_as_of": lambda known: _day(known.report.as_of if known.report else None),
    BY_HAND: lambda _known: "",
}


def fields_of(province: Province, system: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a system in their order: (label, source), the office's own before the shipped ones."""
    chosen: dict[str, Any] = province.chosen.get(CHOSEN) or {}
    own = chosen.get(system)
    return tuple((str(label), str(source)) for label, source in own) if own else FIELDS[system]


def is_own(province: Province, system: str) -> bool:
    """Return whether the office entered the fields of its own screen."""
    return bool((province.chosen.get(CHOSEN) or {}).get(system))


def choose_fields(province: Province, system: str, fields: Mapping | None) -> None:
    """Let a system's sheet have these fields; None goes back to the shipped ones. ValueError names what cannot be."""
    for label, source in fields or ():
        if source not in SOURCES:
            raise ValueError(source)
        if not 0 < len(label) <= LONGEST_LABEL:
            raise ValueError(label)
    if fields is not None and not 0 < len(fields) <= MOST_FIELDS:
        raise ValueError(str(len(fields)))
    kept = {name: value for name, value in (province.chosen.get(CHOSEN) or {}).items() if name != system}
    if fields is not None:
        kept[system] = [list(pair) for pair in fields]
    province.chosen = {**province.chosen, CHOSEN: kept}


def keyed_code(province: Province, system: str) -> str | None:
    """Return the code of the sheet that was keyed last, None before the first."""
    code = (province.chosen.get(KEYED) or {}).get(system)
    return str(code) if code else None


def note_keyed(province: Province, systems: Sequence[str], code: str) -> None:
    """Remember that the sheet with this code was keyed into these systems: the next tells what changed since."""
    now = {system: code for system in systems if system in SYSTEMS}
    province.chosen = {**province.chosen, KEYED: {**(province.chosen.get(KEYED) or {}), **now}}
