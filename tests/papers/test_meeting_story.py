"""The governor's page of the week, and the paper and minutes of the meeting that is held where nothing moves."""

import subprocess
from datetime import date, datetime, timedelta

import pytest

from documents.papers import meeting, week
from documents.papers.form import Ask, Gathered
from documents.papers.made import shipped_template, written
from documents.papers.meeting_forms import MEETING_FORM, MINUTES_FORM, WEEKLY_FORM
from engine.clock import BANGKOK
from models.case import StepKind, record_step
from models.case_verbs import promise, put_on_agenda
from models.order import Order
from rules.order import OrderKind, OrderState
from rules.role import Role
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, reported
from tests.papers.read_back import bare, words_of_pdf

TODAY = date(2021, 5, 17)
ORDERED = "ให้เร่งรัดผู้รับจ้างตามแผนงวดงาน"


@pytest.fixture
def stuck(house, clock, office):
    """Activity 20 stands on the agenda with an overdue order; 13 gained a million baht this week."""
    clock.set(datetime(2021, 5, 17, 9, 0, tzinfo=BANGKOK))
    with house.db.write() as session:
        for activity in office.activities.values():
            session.merge(activity).made_at = datetime(2020, 10, 1, tzinfo=BANGKOK)
        for no in office.activities:
            reported(session, office, no, MARCH)
            reported(session, office, no, APRIL, baht=3_250_000 if no == 13 else 2_250_000).sent_at = (
                clock.now() - timedelta(days=1 if no == 13 else 12)
            )
        case = stuck_case(
            session, office, 20,
            on=date(2021, 5, 3), now=clock.now(), since=MARCH, actors=[],
            text="ไม่มีความคืบหน้าตั้งแต่วันที่ 1 มีนาคม",
        )  # fmt: skip
        put_on_agenda(session, case, by=None, on=date(2021, 5, 10), now=clock.now())
        promise(
            session,
            case,
            by=office.people["มาลี"].id,
            on=date(2021, 5, 31),
            text="เพิ่มคนงานสองชุด",
            now=clock.now(),
        )
        record_step(session, case, StepKind.MEETING, clock.now())
        session.add(order(office, case.id))
    return office


def order(office, case_id) -> Order:
    given = datetime(2021, 5, 6, 9, tzinfo=BANGKOK)
    return Order(
        province_id=office.province.id,
        activity_id=office.activities[20].id,
        case_id=case_id,
        kind=OrderKind.ORDER,
        text=ORDERED,
        assignee=Role.HEAD,
        given_by=office.people["ท่านผู้ว่าฯ"].id,
        given_at=given,
        due_on=date(2021, 5, 13),
        state=OrderState.OPEN,
        state_since=given,
    )


def gathered(house, office, gather) -> Gathered:
    with house.db.read() as session:
        return gather(session, Ask(session.merge(office.province, load=False), 2564, TODAY))


def said(form, paper) -> str:
    return bare(words_of_pdf(written(form, paper, shipped_template(form), "BCDF-GHJK", TODAY, "pdf")))


def test_the_week_stands_beside_the_week_before(house, stuck):
    paper = gathered(house, stuck, week.gather)
    assert paper.context["disbursed_satang"] == (5 * 2_250_000 + 1_000_000) * 100
    assert paper.context["gained_satang"] == 1_000_000 * 100
    assert (paper.context["overdue"], paper.context["on_agenda"]) == (1, 1)
    page = said(WEEKLY_FORM, paper)
    assert bare("เพิ่มขึ้นจากสัปดาห์ก่อน 1,000,000 บาท") in page
    assert bare("เกินกำหนด 1 เรื่อง") in page and bare(ORDERED) in page


def test_the_week_is_one_page_with_its_chart_however_long_the_names(house, stuck):
    paper = gathered(house, stuck, week.gather)
    long = {"no": 20, "name": ("ก่อสร้างถนนลาดยาง " * 9)[:65], "agency": ("สำนักงานโยธาธิการและผังเมือง " * 9)[:40], "days": 200, "is_unreported": True,
            "unpaid_satang": 99_999_999_99, "why": ("ผู้รับจ้างขาดแรงงาน " * 9)[:50]}  # fmt: skip
    orders = [{**paper.context["orders"][0], "text": ("เร่งรัดผู้รับจ้าง " * 9)[:90]} for _each in range(3)]
    paper.context.update(stuck=[long] * 5, stuck_more=12, orders=orders)
    content = written(WEEKLY_FORM, paper, shipped_template(WEEKLY_FORM), "BCDF-GHJK", TODAY, "pdf")
    facts = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True).stdout.decode()
    assert "Pages:           1\n" in facts
    images = subprocess.run(
        ["pdfimages", "-list", "-"], input=content, capture_output=True, check=True
    ).stdout
    assert b"image" in images


def test_the_agenda_holds_the_stuck_case_with_its_plan_and_its_order(house, stuck):
    paper = gathered(house, stuck, meeting.gather)
    (matter,) = paper.context["matters"]
    assert (matter["no"], matter["plan"], matter["plan_on"]) == (20, "เพิ่มคนงานสองชุด", date(2021, 5, 31))
    page = said(MEETING_FORM, paper)
    for words in ("ระเบียบวาระที่ ๔", "กิจกรรมที่ ๒๐", "เพิ่มคนงานสองชุด", ORDERED, "(เกินกำหนด)"):
        assert bare(words) in page


def test_the_minutes_leave_the_resolutions_to_the_meeting(house, stuck):
    page = said(MINUTES_FORM, gathered(house, stuck, meeting.gather))
    assert page.count(bare("มติที่ประชุม")) == 2
    assert bare("ผู้จดรายงานการประชุม") in page


def test_a_quiet_province_has_a_paper_without_matters(house, office):
    paper = gathered(house, office, meeting.gather)
    assert paper.context["matters"] == () and bare("จำนวน๐กิจกรรม") in said(MEETING_FORM, paper)
