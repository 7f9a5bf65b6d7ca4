"""Messages as สมชาย sends them: his three activities, last month's figures, and the whole plan of Phetchaburi 2564."""

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from rules.figures import Figures
from rules.status import Status
from thai.reading import Context, Mode, Named, Reading, ReportReading
from thai.understand import understand

PLAN_FILE = Path(__file__).parents[2] / "samples" / "phetchaburi-2564.csv"
SENT_AT = datetime(2021, 5, 4, 9, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
SOMCHAI = (13, 14, 15)


def plan() -> tuple[Named, ...]:
    with PLAN_FILE.open(encoding="utf-8-sig") as file:
        return tuple(
            Named(int(row["activity_no"]), row["activity"], row["agency"], int(row["budget_baht"]) * 100)
            for row in csv.DictReader(file)
        )


PLAN = plan()


def last_month(disbursed_baht: int = 0, percent: int = 30, status: Status = Status.IN_PROGRESS) -> Figures:
    return Figures(status, Decimal(percent), disbursed_baht * 100)


def context(assigned=SOMCHAI, last=None, **more) -> Context:
    if last is None:
        last = {no: last_month() for no in assigned}
    return Context(
        assigned=tuple(one for one in PLAN if one.no in assigned),
        others=tuple(one for one in PLAN if one.no not in assigned),
        sent_at=SENT_AT,
        period=date(2021, 4, 1),
        last=last,
        **more,
    )


def read(text: str, assigned=SOMCHAI, **more) -> Reading:
    """Return what is understood of a message by สมชาย, or of someone with other activities."""
    return understand(text, context(assigned, **more))


def one(text: str, assigned=(13,), **more) -> ReportReading:
    """Return the only report in a message by someone who answers for one activity."""
    reports = read(text, assigned, **more).reports
    assert len(reports) == 1, f"{text}: {reports}"
    return reports[0]


def shown(no: int = 13, **fields) -> ReportReading:
    """Return a report as it stands on the confirm card: 54 %, two million baht."""
    standing = {
        "status": Status.IN_PROGRESS,
        "progress_percent": Decimal(54),
        "disbursed_satang": 200_000_000,
        "disbursed_mode": Mode.CUMULATIVE,
        "resulting_cumulative_satang": 200_000_000,
    }
    return ReportReading(no, **{**standing, **fields})


def numbers(reading):
    """Return the numbers of the activities a reading reports on."""
    return [report.activity_no for report in reading.reports]
