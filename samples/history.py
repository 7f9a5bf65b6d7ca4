"""The invented monthly reports of the demo, from history.csv: October 2563 to March 2564, and April beside them.

Amounts, dates and reasons are made up around three published facts: six activities were completed by 30 April 2564,
seventeen were going on, and 26,756,440 baht were disbursed (PB). March ends at 21,036,940 baht.
"""

import csv
import functools
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status
from samples.cast import officer_of

HISTORY_CSV = Path(__file__).with_name("history.csv")
APRIL = date(2021, 4, 1)
DISBURSED_IN_APRIL_SATANG = 26_756_440 * 100


@dataclass(frozen=True)
class SampleReport:
    """One report: `period` is the first day of the month reported, money is cumulative satang, sent_at has a zone.

    left_over_satang is declared where the work is completed for less than its budget (เหลือจ่าย).
    """

    activity_no: int
    period: date
    status: Status
    progress_percent: Decimal
    disbursed_satang: int
    committed_satang: int
    left_over_satang: int | None
    causes: tuple[Cause, ...]
    problem_text: str | None
    reporter_key: str
    sent_at: datetime
    is_no_change: bool = False

    @property
    def figures(self) -> Figures:
        """Return what was reported, without who and when."""
        return Figures(
            status=self.status,
            progress_percent=self.progress_percent,
            disbursed_satang=self.disbursed_satang,
            committed_satang=self.committed_satang,
            causes=self.causes,
            problem_text=self.problem_text,
            left_over_satang=self.left_over_satang,
        )


def monthly_reports() -> tuple[SampleReport, ...]:
    """Return what was sent for October 2563 to March 2564, in the order in which it was sent."""
    return tuple(report for report in _all_reports() if report.period < APRIL)


def april_reports() -> tuple[SampleReport, ...]:
    """Return what would be sent for April 2564: with it the published figures of 30 April are reached."""
    return tuple(report for report in _all_reports() if report.period == APRIL)


@functools.cache
def _all_reports() -> tuple[SampleReport, ...]:
    last: dict[int, Figures] = {}
    reports = []
    with HISTORY_CSV.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            report = _report(row, last.get(int(row["activity_no"])))
            last[report.activity_no] = report.figures
            reports.append(report)
    return tuple(sorted(reports, key=lambda report: report.sent_at))


def _report(row: dict[str, str], last: Figures | None) -> SampleReport:
    figures = Figures(
        status=Status(row["status"]),
        progress_percent=Decimal(row["progress_percent"]),
        disbursed_satang=int(row["disbursed_baht"]) * 100,
        committed_satang=int(row["committed_baht"]) * 100,
        causes=tuple(Cause(cause) for cause in row["causes"].split()),
        problem_text=row["problem"] or None,
        left_over_satang=int(row["left_over_baht"]) * 100 if row["left_over_baht"] else None,
    )
    return SampleReport(
        **vars(figures),
        activity_no=int(row["activity_no"]),
        period=date.fromisoformat(row["period"]),
        reporter_key=officer_of(int(row["activity_no"])).key,
        sent_at=datetime.fromisoformat(row["sent_at"]),
        is_no_change=figures == last,
    )
