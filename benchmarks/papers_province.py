"""An invented province for papers: as many activities as wanted, of sixty agencies, with a report for each month."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.agency import ensure_agency
from models.plan import Activity, Project
from models.province import Province
from models.report import Kind, Report
from rules.cause import Cause
from rules.fiscal_year import last_day_of
from rules.status import Status

YEAR_BE = 2564
AGENCIES, PROJECTS = 60, 40
MONTHS = (date(2021, 2, 1), date(2021, 3, 1), date(2021, 4, 1))
NOW = datetime(2021, 5, 17, 2, 0, tzinfo=UTC)
BUDGET_SATANG = 1_500_000_00
CAUSES = (Cause.CONTRACTOR_LATE, Cause.EPIDEMIC, Cause.REBID, Cause.SITE_NOT_READY)


def found_province(session: Session, count: int) -> Province:
    """Make the province with `count` activities; every fifth is done, every seventh is late."""
    province = Province(name="เพชรบุรี", made_at=NOW)
    session.add(province)
    session.flush()
    agencies = [
        ensure_agency(session, province.id, f"สำนักงานส่วนราชการที่ {no + 1} จังหวัดเพชรบุรี").id
        for no in range(min(AGENCIES, count))
    ]
    projects = _projects(session, province)
    rows = [_activity(province.id, no, projects, agencies) for no in range(1, count + 1)]
    session.execute(insert(Activity), rows)
    ids = {activity.no: activity.id for activity in session.query(Activity)}
    reports = [
        _report(province.id, ids[no], no, month)
        for no in ids
        for month in MONTHS
        if not _is_silent(no, month)
    ]
    session.execute(insert(Report), reports)
    return province


def _is_silent(no: int, month: date) -> bool:
    """Return whether nobody reported: every seventh is late with its last month."""
    return no % 7 == 0 and month == MONTHS[-1]


def _projects(session: Session, province: Province) -> list[int]:
    made = [
        Project(
            province_id=province.id,
            year_be=YEAR_BE,
            no=no,
            name=f"โครงการพัฒนาจังหวัดด้านที่ {no}",
            strategic_issue=f"ประเด็นการพัฒนาที่ {no % 5 + 1}",
            funding_source="งบพัฒนาจังหวัด",
        )
        for no in range(1, PROJECTS + 1)
    ]
    session.add_all(made)
    session.flush()
    return [project.id for project in made]


def _activity(province_id: int, no: int, projects: list[int], agencies: list[int]) -> dict[str, Any]:
    return {
        "province_id": province_id,
        "year_be": YEAR_BE,
        "project_id": projects[no % len(projects)],
        "agency_id": agencies[no % len(agencies)],
        "no": no,
        "name": f"ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านหนองปลาไหล {no} หมู่ที่ {no % 15 + 1} ตำบลหนองหญ้าปล้อง",
        "budget_satang": BUDGET_SATANG + no * 100,
        "expense_class": "investment",
        "planned_start": date(2020, 11, 1),
        "planned_end": date(2021, 8, 31),
        "made_at": NOW,
    }


def _report(province_id: int, activity_id: int, no: int, month: date) -> dict[str, Any]:
    step = MONTHS.index(month) + 1
    is_done, is_stuck = no % 5 == 0 and step == len(MONTHS), no % 7 == 0
    paid = BUDGET_SATANG * (0 if is_stuck else step) // 4
    return {
        "province_id": province_id,
        "activity_id": activity_id,
        "period": month,
        "revision": 1,
        "kind": Kind.REPORT,
        "as_of": last_day_of(month),
        "sent_at": datetime(month.year, month.month + 1, 5, 3, 0, tzinfo=UTC),
        "receipt_no": f"64-{no:05d}",
        "message_ids": [],
        "status": Status.COMPLETED if is_done else Status.BLOCKED if is_stuck else Status.IN_PROGRESS,
        "progress_percent": Decimal(100 if is_done else 25 * step),
        "disbursed_satang": paid,
        "causes": [str(CAUSES[no % len(CAUSES)])] if is_stuck else [],
        "problem_text": f"ผู้รับจ้างขาดแรงงาน ช่วงที่ {no % 9}" if is_stuck else None,
    }
