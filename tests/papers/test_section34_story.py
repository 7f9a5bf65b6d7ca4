"""Round 1 of Section 34: announced, worded by chat, and every section of Loei's form on paper."""

import re
from datetime import date

import pytest

from bot import create_app
from documents.papers.form import Ask
from documents.papers.section34 import gather
from models.paper_round import set_paper_round
from models.paper_text import paper_texts
from rules.cause import Cause
from rules.status import Status
from tests.days import day_comes, moment
from tests.office import MARCH, reported, user_id
from tests.papers.read_back import bare, words_of_pdf
from tests.papers.test_results_story import links_in
from tests.phones import words_of

PAPER = "รายงานมาตรา 34 1/2564"
# What อนงค์ writes for section 3: two of the measures that Loei printed.
MEASURES = (
    "จังหวัดได้เชิญส่วนราชการ/อำเภอที่ได้รับงบประมาณ มาประชุมเพื่อซักซ้อมแนวทางการดำเนินงาน\nมีการประชุมติดตามเร่งรัดทุกเดือน"
)
SECTIONS = """แบบรายงาน
การตรวจติดตามประเมินผลการดำเนินการตามมาตรา ๓๔
ประจำปีงบประมาณ พ.ศ. ๒๕๖๔
รอบที่ ๑/๒๕๖๔
จังหวัดเพชรบุรี
รอบที่ ๑ ให้รายงานภายในวันที่ ๙ เมษายน ๒๕๖๔
รอบที่ ๒ ให้รายงานภายในวันที่ ๑๑ ตุลาคม ๒๕๖๔
๑. การตรวจติดตามโครงการ/กิจกรรมในความรับผิดชอบของกระทรวงที่สำคัญ (ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๔)
กลุ่มโครงการ/กิจกรรม
ผลการดำเนินงาน
หน่วยงานรับผิดชอบ
หมายเหตุ
๒. งบประมาณตามแผนปฏิบัติการประจำปี พ.ศ. ๒๕๖๔ จังหวัดเพชรบุรี
รวมทั้งหมด ๑ โครงการ ๕ กิจกรรม
รวมงบประมาณทั้งหมดจำนวน ๑๑๐,๐๐๐,๐๐๐ บาท
๓. มาตรการเร่งรัดการดำเนินโครงการและการเบิกจ่าย
๔. ปัญหา/อุปสรรค/ปัจจัยที่ส่งผลต่อความล่าช้าความสำเร็จของโครงการ
๕. แนวทางการบริหารจัดการ ตามข้อ ๔
๖. ข้อเสนอแนะของจังหวัด
๖.๑ ข้อเสนอแนะเชิงพื้นที่ (ข้อเสนอ/ความเห็น)
๖.๒ ข้อเสนอแนะเชิงนโยบาย (ข้อเสนอ/ความเห็นในระดับนโยบาย)
๗. ข้อเสนอแนะเชิงพื้นที่และข้อเสนอแนะเชิงนโยบาย โดยภาพรวมในแต่ละเรื่องที่ควรนำเสนอ สปน. เพื่อผลักดันเสนอต่อ ก.น.จ.
ลงชื่อ
ตำแหน่ง
โทร. มท.
Email :"""


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def march(house, office):
    """March as five officers' reports tell it, and both rounds in the office's table."""
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=3_665_542)
        reported(
            session, office, 14, MARCH, percent=0, baht=0, status=Status.BLOCKED, causes=(Cause.EPIDEMIC,)
        )
        reported(session, office, 15, MARCH, baht=9_000_000, causes=(Cause.CONTRACTOR_LATE,))
        reported(
            session, office, 20, MARCH, percent=100, baht=17_500_000, status=Status.COMPLETED, by="ประสิทธิ์"
        )
        office_id = office.province.id
        set_paper_round(session, office_id, 2564, 1, date(2021, 3, 31), date(2021, 4, 9))
        set_paper_round(session, office_id, 2564, 2, date(2021, 9, 30), date(2021, 10, 11))


def pdf_of(phone, browser) -> str:
    phone.says(f"เอกสาร {PAPER}")
    return bare(words_of_pdf(browser.get(links_in(phone)["pdf"]).data))


def test_every_section_and_column_of_the_form_is_there(phones, browser, march):
    said = pdf_of(phones["อนงค์"], browser)
    assert [line for line in SECTIONS.splitlines() if bare(line) not in said] == []
    for line in (
        "☑ ระหว่างดำเนินการ ☑ เบิกจ่ายแล้ว จำนวน ๓,๖๖๕,๕๔๒ บาท",
        "☑ แล้วเสร็จ ☑ เบิกจ่ายแล้ว จำนวน ๑๗,๕๐๐,๐๐๐ บาท",
        "แล้วเสร็จ จำนวน ๐ โครงการ ๑ กิจกรรม จำนวนงบประมาณ ๑๗,๕๐๐,๐๐๐ บาท",
        "ระหว่างดำเนินการ จำนวน ๑ โครงการ ๒ กิจกรรม จำนวนงบประมาณ ๕๕,๐๐๐,๐๐๐ บาท",
        "ยังไม่ดำเนินการ จำนวน ๐ โครงการ ๒ กิจกรรม จำนวนงบประมาณ ๓๗,๕๐๐,๐๐๐ บาท",
        "(๑) ผู้รับจ้างทำงานล่าช้ากว่าแผน ทำให้ไม่เป็นไปตามแผนที่กำหนดไว้ในสัญญา (รายงาน ๑ กิจกรรม: ลำดับที่ ๑๕)",
        "(๑) นายช่างผู้ควบคุมงานควรเร่งรัดให้ผู้รับจ้างดำเนินงานตามแผนและงวดงานที่กำหนดไว้ตามสัญญา",
        "ร่าง : ข้อ ๔, ๕",
        "ยังไม่มีรายงาน",
    ):
        assert bare(line) in said, line


def test_the_parts_add_up_to_the_whole(house, office, march):
    with house.db.read() as session:
        counts = gather(session, Ask(office.province, 2564, date(2021, 3, 31), 1)).context["counts"]
    parts = [counts[name] for name in ("done", "going", "awaiting", "not_begun")]
    for figure in ("projects", "activities", "budget_satang"):
        assert sum(part[figure] for part in parts) == counts["approved"][figure]


def test_the_office_words_a_section_and_takes_a_draft_over(house, office, phones, browser, march):
    anong = phones["อนงค์"]
    anong.says(f"เอกสาร {PAPER}")
    assert "ข้อ 4, 5 เป็นร่าง" in "\n".join(words_of(message) for message in anong.last)
    listed = anong.taps("ข้อความในเอกสาร")
    assert "มาตรการเร่งรัด" in listed and "ว่าง" in listed and "ร่าง" in listed

    assert "ยังไม่มีข้อความ" in anong.taps("3")
    assert "ซักซ้อมแนวทาง" in anong.says(MEASURES)
    anong.says("ข้อความในเอกสาร")
    assert "ผู้รับจ้างทำงานล่าช้า" in anong.says("4")
    anong.taps("ใช้ร่างนี้")

    said = pdf_of(anong, browser)
    assert bare("(๑) จังหวัดได้เชิญส่วนราชการ/อำเภอที่ได้รับงบประมาณ") in said
    assert bare("(๒) มีการประชุมติดตามเร่งรัดทุกเดือน") in said
    assert bare("ร่าง : ข้อ ๕") in said, "only the section nobody approved is still a draft"
    anong.says("ข้อความในเอกสาร")
    anong.says("4")
    anong.taps("กลับไปใช้ร่าง")
    with house.db.read() as session:
        assert set(paper_texts(session, office.province.id, 2564, "section-34", "1")) == {"measures"}


def test_a_question_in_between_is_answered_and_not_taken_for_words(house, office, phones, march):
    anong = phones["อนงค์"]
    anong.says(f"เอกสาร {PAPER}")
    anong.taps("ข้อความในเอกสาร")
    anong.taps("3")
    assert "13" in anong.says("สถานะ 13")
    with house.db.read() as session:
        assert paper_texts(session, office.province.id, 2564, "section-34", "1") == {}


def test_the_same_code_gives_the_same_document_whatever_was_reported_since(
    house, office, phones, browser, march
):
    anong = phones["อนงค์"]
    anong.says(f"เอกสาร {PAPER}")
    link = links_in(anong)["docx"]
    before = browser.get(link).data
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=5_000_000)
    assert browser.get(link).data == before
    answer = anong.says(f"เอกสาร {PAPER}")
    assert browser.get(links_in(anong)["docx"]).data != before
    assert re.search(r"[B-Z]{4}-[B-Z]{4}", answer)


def test_a_round_is_announced_when_it_can_be_made_and_before_it_is_due(
    house, clock, office, phones, line, march
):
    def told() -> list[str]:
        pushed = [words_of(message) for message in line.pushes(user_id("อนงค์"))]
        return [words for words in pushed if "ครบกำหนดส่ง" in words]

    clock.set(moment(3, 31, 9))
    with house.db.write() as session:
        session.get(type(office.province), office.province.id).made_at = moment(3, 31)
    for day in (1, 2):
        day_comes(house, clock, moment(4, day, 9))
    assert len(told()) == 1 and "9 เม.ย. 64" in told()[0]
    day_comes(house, clock, moment(4, 5, 9))
    assert len(told()) == 1, "once is enough"
    for day in (8, 9):
        day_comes(house, clock, moment(4, day, 9))
    assert len(told()) == 2, "and once more before it is due"
    day_comes(house, clock, moment(4, 12, 9))
    assert len(told()) == 2
