"""The yearly evaluation with Lampang's own figures of 2560: every row balances, and the printed totals come out."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from documents.papers.evaluation import gather
from documents.papers.evaluation_form import FORM
from documents.papers.form import Ask
from documents.papers.made import make_paper, write_paper
from engine.clock import BANGKOK
from models.agency import ensure_agency
from models.paper_text import set_paper_text
from models.plan import Activity, Project
from models.province import Province
from models.record import Entry, record_reports
from models.report import Kind
from models.target import set_target
from rules.figures import Figures
from rules.status import Status
from tests.papers.read_back import bare, words_of_pdf

# Table 4 as Lampang printed it: budget, disbursed and left over in baht; what remains is the rest.
TABLE = {
    "ยุทธศาสตร์ที่ 1": ("41059300", "35306693", "3530617"),
    "ยุทธศาสตร์ที่ 2": ("13313000", "8175005.17", "5137994.83"),
    "ยุทธศาสตร์ที่ 3": ("60645900", "52161737.19", "8330162.81"),
    "ประเด็นยุทธศาสตร์ที่ 4": ("128985000", "98176441.58", "24748558.42"),
    "ประเด็นยุทธศาสตร์ที่ 5": ("9100000", "8045138", "1058962"),
    "ยุทธศาสตร์ที่ 6": ("5035500", "3427864.92", "1638235.08"),
    "ประเด็นยุทธศาสตร์ที่ 7": ("500000", "422281", "77719"),
    "ค่าใช้จ่ายในการบริหารงานจังหวัดแบบบูรณาการ": ("10000000", "9740245.74", "0"),
}
# What the printed table and our reckoning disagree on is stated, and nothing is mended.
REMARK = "ตารางต้นฉบับพิมพ์งบประมาณรวม 274,504,700.00 บาท แต่ผลบวกของแถวได้ 268,638,700.00 บาท"
LAST_DAY, NOW = date(2017, 9, 30), datetime(2017, 10, 5, 9, tzinfo=BANGKOK)


def satang(baht: str) -> int:
    return int(Decimal(baht) * 100)


@pytest.fixture
def lampang(db) -> Province:
    with db.write() as session:
        province = Province(name="ลำปาง", made_at=NOW)
        session.add(province)
        session.flush()
        agency = ensure_agency(session, province.id, "สำนักงานจังหวัดลำปาง")
        for no, (issue, figures) in enumerate(TABLE.items(), start=1):
            _report(session, province, agency.id, no, issue, figures)
        for quarter, percent in enumerate((30, 22, 21, 23), start=1):
            set_target(session, province.id, 2560, "overall", "disbursed", quarter, Decimal(percent))
        set_paper_text(session, province.id, 2560, "evaluation", "", "remarks", REMARK, NOW)
        return province


def _report(session, province, agency_id, no, issue, figures) -> None:
    budget, disbursed, left_over = (satang(each) for each in figures)
    project = Project(
        province_id=province.id, year_be=2560, no=no, name=f"โครงการที่ {no}", strategic_issue=issue
    )
    session.add(project)
    session.flush()
    activity = Activity(
        province_id=province.id,
        year_be=2560,
        project_id=project.id,
        agency_id=agency_id,
        no=no,
        name=f"กิจกรรมที่ {no}",
        budget_satang=budget,
        made_at=NOW,
    )
    session.add(activity)
    session.flush()
    said = Figures(
        status=Status.COMPLETED,
        progress_percent=Decimal(100),
        disbursed_satang=disbursed,
        left_over_satang=left_over,
    )
    entry = Entry(activity, date(2017, 9, 1), LAST_DAY, said, Kind.REPORT)
    record_reports(session, [entry], reporter_id=None, sent_at=NOW)


def test_every_row_balances_and_the_percentages_are_lampangs(db, lampang):
    with db.read() as session:
        paper = gather(session, Ask(lampang, 2560, LAST_DAY)).context
    for row in (*paper["issues"], paper["total"]):
        rest = row["remaining_satang"] + row["left_over_satang"]
        assert row["budget_satang"] == row["disbursed_satang"] + rest
    shares = [str(row["percent"]) for row in paper["issues"]]
    assert shares == ["85.99", "61.41", "86.01", "76.11", "88.41", "68.07", "84.46", "97.40"]
    assert paper["issues"][0]["remaining_satang"] == satang("2221990")
    assert paper["issues"][7]["remaining_satang"] == satang("259754.26")


def test_all_seven_sections_are_on_paper_and_differences_are_stated(db, lampang):
    with db.write() as session:
        paper = make_paper(session, FORM, Ask(lampang, 2560, LAST_DAY), NOW)
        said = bare(words_of_pdf(write_paper(session, paper, "pdf")))
    for line in (
        "รายงานการประเมินผลตามแผนปฏิบัติราชการ",
        "๑. พ.ร.บ. งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ๒๕๖๐ ที่จังหวัดลำปางได้รับจัดสรร",
        "๒. มาตรการเพิ่มประสิทธิภาพการใช้จ่ายงบประมาณประจำปีงบประมาณ พ.ศ. ๒๕๖๐",
        "ภาพรวม ๙๖ ๓๐ ๒๒ ๒๑ ๒๓",
        "๓. สรุปสาระและขั้นตอนการดำเนินงานติดตามการบริหารงานงบประมาณจังหวัด",
        "๔. ผลการวิเคราะห์งบประมาณของจังหวัด ประจำปีงบประมาณ พ.ศ. ๒๕๖๐",
        "41,059,300.00 35,306,693.00 2,221,990.00 3,530,617.00 85.99",
        "13,313,000.00 8,175,005.17 - 5,137,994.83 61.41",
        "268,638,700.00",
        "ตารางต้นฉบับพิมพ์งบประมาณรวม ๒๗๔,๕๐๔,๗๐๐.๐๐ บาท",
        "๕. ปัญหา/อุปสรรคการบริหารงบประมาณของจังหวัด",
        "๖.๑ สรุปข้อมูลแนวทางการดำเนินงานที่ดีของจังหวัดที่มีการเบิกจ่ายงบประมาณสูง",
        "๖.๒ สรุปข้อมูลแนวทางการดำเนินงานที่ดีของจังหวัด",
        "การดำเนินการตามระเบียบพัสดุ",
        "๗. การนำไปใช้ประโยชน์",
    ):
        assert bare(line) in said, line
