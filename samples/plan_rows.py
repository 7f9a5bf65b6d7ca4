"""The real plan of Phetchaburi 2564 as it stands in the .csv; source: the province's published results (PB)."""

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

PLAN_CSV = Path(__file__).with_name("phetchaburi-2564.csv")
PLAN_XLSX = PLAN_CSV.with_suffix(".xlsx")


@dataclass(frozen=True)
class SampleActivity:
    """One line of the plan; `was_completed` says that it was completed by 30 April 2564."""

    no: int
    agency: str
    budget_satang: int
    was_completed: bool


@functools.cache
def plan_rows() -> tuple[SampleActivity, ...]:
    """Return the 23 activities by number."""
    with PLAN_CSV.open(encoding="utf-8", newline="") as source:
        return tuple(
            SampleActivity(
                int(row["activity_no"]), row["agency"], int(row["budget_baht"]) * 100,
                row["completed_by_2021_04_30"] == "true",
            )
            for row in csv.DictReader(source)
        )  # fmt: skip


def activities_of(agency: str) -> tuple[int, ...]:
    """Return the numbers of an agency's activities."""
    return tuple(activity.no for activity in plan_rows() if activity.agency == agency)
