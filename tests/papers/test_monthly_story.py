"""The workbook of the acceleration meeting: last month beside now, the treasury beside the reports, a sheet an agency."""

import io
import zipfile
from datetime import date, datetime

from python_calamine import CalamineWorkbook

from documents.papers.form import Ask
from documents.papers.made import shipped_template, written
from documents.papers.monthly import gather
from documents.papers.monthly_form import FORM
from models.treasury import MatchedBy, TreasuryLine, TreasurySnapshot
from rules.cause import Cause
from tests.office import APRIL, MARCH, PUBLIC_WORKS, RURAL_ROADS, reported

TODAY = date(2021, 4, 30)


def workbook(house, office, clock):
    with house.db.write() as session:
        for no in (13, 14, 20):
            reported(session, office, no, MARCH, percent=30, baht=2_000_000)
        reported(session, office, 13, APRIL, percent=45, baht=3_500_000)
        reported(session, office, 14, APRIL, percent=30, baht=2_000_000, causes=(Cause.CONTRACTOR_LATE,))
        treasury(session, office, clock)
    with house.db.read() as session:
        paper = gather(session, Ask(session.merge(office.province, load=False), 2564, TODAY))
    return paper, written(FORM, paper, shipped_template(FORM), "BCDF-GHJK", TODAY, "xlsx")


def treasury(session, office, clock) -> None:
    """The treasury paid half a million more of 13 than its officer said, and knows nothing of the others."""
    snapshot = TreasurySnapshot(
        province_id=office.province.id,
        year_be=2564,
        as_of=TODAY,
        file_name="export.xlsx",
        sha256="0" * 64,
        imported_at=datetime(2021, 5, 3, tzinfo=clock.now().tzinfo),
    )
    session.add(snapshot)
    session.flush()
    line = TreasuryLine(
        snapshot_id=snapshot.id,
        row=2,
        name="ถนน",
        disbursed_satang=4_000_000_00,
        activity_id=office.activities[13].id,
        matched_by=MatchedBy.PERSON,
    )
    session.add(line)


def test_every_activity_stands_with_last_month_and_the_treasury(house, office, clock):
    paper, content = workbook(house, office, clock)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = {row[0]: row for row in book.get_sheet_by_index(1).to_python() if isinstance(row[0], float)}
    # work last month and now; disbursed last month, now, gained; treasury and its difference
    assert rows[13][6:8] == [30, 45] and rows[13][8:11] == [2_000_000, 3_500_000, 1_500_000]
    assert rows[13][12:14] == [4_000_000, 500_000] and rows[20][12:14] == ["", ""]
    assert rows[14][14] and not rows[13][14]
    assert paper.cells["13.disbursed"].value == 3_500_000_00


def test_there_is_a_sheet_for_each_agency_and_they_add_up_to_the_whole(house, office, clock):
    paper, content = workbook(house, office, clock)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert [each["agency"] for each in paper.context["agencies"]] == [PUBLIC_WORKS, RURAL_ROADS]
    assert book.sheet_names[2:] == ["01", "02"]
    totals = [
        next(row for row in book.get_sheet_by_name(name).to_python() if row[1] == "รวมทั้งสิ้น")[4]
        for name in ("01", "02")
    ]
    assert sum(totals) == 110_000_000
    first = book.get_sheet_by_index(0).to_python()
    whole = next(row for row in first if row[1] == "รวมทั้งสิ้น")
    assert whole[2:6] == [5, 110_000_000, 6_000_000, 7_500_000] and whole[7] == 6.82


def test_the_workbook_draws_the_agencies(house, office, clock):
    _paper, content = workbook(house, office, clock)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (chart,) = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawn = archive.read(chart).decode()
    assert "$F$" in drawn and "เบิกจ่ายแยกตามหน่วยงาน" in drawn
