"""What a province chose of the ladder and of the findings' limits; everything else is the default of rules/."""

from dataclasses import fields, replace
from typing import Any

from models.province import Province
from rules.findings_limits import FindingLimits
from rules.ladder import LadderSteps
from rules.stall import StallLimits

LADDER, FINDINGS = "ladder", "findings"
_STALL = ("working_days", "start_quarter")


def ladder_steps_of(province: Province) -> LadderSteps:
    """Return the province's ladder in working days."""
    return LadderSteps(**_known(province, LADDER, LadderSteps))


def choose_ladder(province: Province, **steps: int) -> None:
    """Let a province set some numbers of its ladder by their names in LadderSteps; ValueError for an impossible one."""
    for name, number in steps.items():
        most = 4 if name == "summary_weekday" else 250
        least = 0 if name == "summary_weekday" else 1
        if not least <= number <= most:
            raise ValueError(f"{name} lies between {least} and {most}, not {number}")
    replace(ladder_steps_of(province), **steps)  # a name that no ladder has is refused here
    province.chosen = {**province.chosen, LADDER: {**_chosen(province, LADDER), **steps}}


def finding_limits_of(province: Province) -> FindingLimits:
    """Return how much is too much in this province."""
    known = _known(province, FINDINGS, FindingLimits)
    stall = {name: number for name, number in _chosen(province, FINDINGS).items() if name in _STALL}
    return FindingLimits(stall=replace(StallLimits(), **stall), **known)


def choose_finding_limits(province: Province, **limits: int) -> None:
    """Let a province set some limits by their names in FindingLimits, or working_days and start_quarter of StallLimits."""
    names = {field.name for field in fields(FindingLimits)} - {"stall"} | set(_STALL)
    for name, number in limits.items():
        if name not in names or number < 1:
            raise ValueError(f"{name} = {number} is no limit")
    province.chosen = {**province.chosen, FINDINGS: {**_chosen(province, FINDINGS), **limits}}


def _chosen(province: Province, room: str) -> dict[str, Any]:
    found = province.chosen.get(room)
    return found if isinstance(found, dict) else {}


def _known(province: Province, room: str, kind: type[Any]) -> dict[str, int]:
    """Return what was chosen of the numbers that `kind` has; names of another version are passed over."""
    names = {field.name for field in fields(kind)} - {"stall"}
    return {name: int(number) for name, number in _chosen(province, room).items() if name in names}
