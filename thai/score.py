"""Scores readings against a labelled corpus: exact, asked, wrong, and dangerous.

Dangerous: a figure, activity or status that would be stored, after a tap on a card that says nothing of a doubt or
without any card, and that is not what the label says. Asked: not exact, but nothing would be stored without a question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]
_FIELDS = (
    "activity_no",
    "status",
    "progress_percent",
    "disbursed_baht",
    "disbursed_mode",
    "resulting_cumulative_baht",
    "as_of",
)
_STORED = ("status", "progress_percent", "resulting_cumulative_baht", "as_of")


@dataclass
class Score:
    """Counts of messages, and the ids of those that differ with what differs."""

    exact: int = 0
    asked: int = 0
    wrong: int = 0
    dangerous: int = 0
    differing: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.exact + self.asked + self.wrong + self.dangerous

    @property
    def exact_percent(self) -> float:
        return 100 * self.exact / self.total if self.total else 100.0


def score(expected: Iterable[Json], got: Iterable[Json]) -> Score:
    """Return the score of `got` against the lines of `expected` ({"id", "expected": {...}}), matched in order."""
    result = Score()
    for want_line, have in zip(expected, got, strict=True):
        want = want_line.get("expected", want_line)
        differences = differences_between(want, have)
        verdict = _verdict(want, have, differences)
        setattr(result, verdict, getattr(result, verdict) + 1)
        if differences:
            result.differing.append((str(want_line.get("id")), verdict, "; ".join(differences)))
    return result


def differences_between(want: Json, have: Json) -> list[str]:
    """Return what differs, in words; empty where the reading is exactly right."""
    found = [
        f"{name}: {have.get(name)!r} instead of {want.get(name)!r}"
        for name in ("intent", "record")
        if want.get(name) != have.get(name)
    ]
    if sorted(want.get("clarify") or ()) != sorted(have.get("clarify") or ()):
        found.append(f"clarify: {have.get('clarify')} instead of {want.get('clarify')}")
    wanted, had = _by_activity(want), _by_activity(have)
    if list(wanted) != list(had):
        return [*found, f"activities: {list(had)} instead of {list(wanted)}"]
    for key, report in wanted.items():
        found += [f"{key[0]}.{line}" for line in _report_differences(report, had[key])]
    return found


def _by_activity(reading: Json) -> dict[tuple[Any, int], Json]:
    """Return the reports by activity and how often it came, in a fixed order."""
    reports = list(reading.get("reports") or ())
    keyed: dict[tuple[Any, int], Json] = {}
    for report in sorted(
        reports, key=lambda one: (one.get("activity_no") is None, one.get("activity_no") or 0)
    ):
        number = report.get("activity_no")
        keyed[(number, sum(1 for no, _ in keyed if no == number))] = report
    return keyed


def _report_differences(want: Json, have: Json) -> list[str]:
    found = [
        f"{name}: {have.get(name)!r} instead of {want.get(name)!r}"
        for name in _FIELDS
        if want.get(name) != have.get(name)
    ]
    if _causes(want) != _causes(have):
        found.append(f"problem_causes: {have.get('problem_causes')} instead of {want.get('problem_causes')}")
    return found


def _causes(report: Json) -> set[str] | None:
    causes = report.get("problem_causes")
    return None if causes is None else set(causes)


def _verdict(want: Json, have: Json, differences: list[str]) -> str:
    if not differences:
        return "exact"
    if have.get("record") == "no":
        return "asked" if have.get("clarify") else "wrong"
    if have.get("intent") == "retract" and want.get("intent") != "retract":
        return "dangerous"
    return "dangerous" if _would_store_wrongly(want, have) else "wrong"


def _would_store_wrongly(want: Json, have: Json) -> bool:
    """Return whether a value would be stored that the label does not hold."""
    if have.get("record") == "now" and want.get("record") != "now":
        return True
    wanted = _by_activity(want)
    for key, report in _by_activity(have).items():
        if key not in wanted and have.get("reports"):
            return True
        stored = {name: report.get(name) for name in _STORED if report.get(name) is not None}
        if any(wanted[key].get(name) != value for name, value in stored.items()):
            return True
    return False
