"""What the office does with papers in chat: one activity's report, keying, fields of a screen, and where a figure comes from."""

import pytest

from bot import create_app
from documents.papers.keying_fields import fields_of, keyed_code
from models.paper_text import paper_texts
from models.plan import Activity, Project
from models.province import Province
from rules.status import Status
from tests.days import moment
from tests.office import APRIL, MARCH, reported
from tests.papers.read_back import bare, words_of_pdf
from tests.papers.test_results_story import links_in
from tests.phones import words_of

TODAY = "3 พ.ค. 64"


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def anong(house, clock, office, phones):
    clock.set(moment(5, 3, 9))
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=2_250_000)
        reported(
            session, office, 20, APRIL, percent=100, baht=17_500_000, status=Status.COMPLETED, by="ประสิทธิ์"
        )
    return phones["อนงค์"]


def province(session, office) -> Province:
    return session.get(Province, office.province.id)


def test_the_report_of_one_activity_is_had_by_a_tap_or_by_its_number(anong, browser):
    anong.says("เอกสาร")
    anong.taps("รายงานเมื่อแล้วเสร็จ")
    anong.taps("กิจกรรมที่ 20")
    said = bare(words_of_pdf(browser.get(links_in(anong)["pdf"]).data))
    assert bare("กิจกรรมที่ ๒๐") in said and bare("กิจกรรมที่ ๑๓") not in said
    assert "กิจกรรมที่ 13" in anong.says("เอกสาร รายงานเมื่อแล้วเสร็จ 13"), "one that goes on as well"
    assert "/papers/" not in str(links_in(anong) if "99" in anong.says("เอกสาร รายงานเมื่อแล้วเสร็จ 99") else "")


def test_what_was_keyed_is_noted_and_can_be_taken_back(house, office, anong):
    anong.says(f"เอกสาร ใบบันทึกระบบกลาง {TODAY}")
    assert "e-Plan" in anong.taps("คีย์ e-Plan แล้ว")
    with house.db.read() as session:
        assert keyed_code(province(session, office), "eplan")
        assert keyed_code(province(session, office), "padme") is None
    assert "ยกเลิกแล้ว" in anong.taps("ยังไม่ได้คีย์")
    with house.db.read() as session:
        assert not keyed_code(province(session, office), "eplan")
    anong.says("คีย์ PADME แล้ว")
    with house.db.read() as session:
        assert keyed_code(province(session, office), "padme"), "typed like the button, on a PC"


def test_the_office_types_the_fields_of_its_screen(house, office, anong):
    anong.says(f"เอกสาร ใบบันทึกระบบกลาง {TODAY}")
    assert "1. โครงการ = โครงการ" in anong.taps("ช่องของ PADME")
    refused = anong.says("รหัสโครงการ = เงินเดือน\nผลการเบิกจ่าย = เบิกจ่ายสะสม")
    assert "เงินเดือน" in refused and "ยังไม่ได้แก้" in refused
    answer = anong.says("รหัสโครงการ = เลขกิจกรรม\nผลการเบิกจ่าย = เบิกจ่ายสะสม\nผู้รับรอง")
    assert "2. ผลการเบิกจ่าย = เบิกจ่ายสะสม" in answer and "3. ผู้รับรอง = กรอกเอง" in answer
    with house.db.read() as session:
        own = fields_of(province(session, office), "padme")
    assert own == (("รหัสโครงการ", "activity_no"), ("ผลการเบิกจ่าย", "disbursed"), ("ผู้รับรอง", "by_hand"))
    assert "1. โครงการ = โครงการ" in anong.taps("กลับไปใช้ช่องเดิม")
    assert "13" in anong.says("สถานะ 13"), "what is no field is answered as ever"


def test_a_figure_is_traced_to_the_words_that_an_officer_wrote(phones, anong):
    somchai = phones["สมชาย"]
    somchai.says("กิจกรรม 14 คืบหน้า 30% เบิกจ่าย 1.5 ล้าน")
    somchai.taps("ยืนยัน")
    anong.says("เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64")
    listed = anong.taps("ที่มาของตัวเลข")
    assert "เบิกจ่าย: 21,250,000" in listed and "กิจกรรม" in listed
    code = listed.split()[1]
    answer = anong.says(f"ที่มา {code} 14")
    assert "14 เบิกจ่าย: 1,500,000" in answer
    answer = anong.taps("14 เบิกจ่าย")
    assert "สมชาย" in answer and "“กิจกรรม 14 คืบหน้า 30% เบิกจ่าย 1.5 ล้าน”" in answer
    assert "จากรายงาน 3 ฉบับ" in anong.says(f"ที่มา {code.lower()} เบิกจ่าย")
    assert "ไม่มีตัวเลข" in anong.says(f"ที่มา {code} 99.disbursed")
    assert "ไม่มีรายงานอยู่เบื้องหลัง" in anong.says(f"ที่มา {code} 13.budget")
    assert "ไม่มีเอกสารรหัส" in anong.says("ที่มา BBBB-BBBB")


def test_nobody_else_traces_keys_or_makes(phones, anong):
    listed = anong.says("เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64")
    code = next(word for word in listed.split() if len(word) == 9 and word[4] == "-")
    for name in ("สมชาย", "มาลี", "ประสิทธิ์"):
        assert "เฉพาะสำนักงานจังหวัด" in phones[name].says(f"ที่มา {code}"), name
        assert "เฉพาะสำนักงานจังหวัด" in phones[name].says("เอกสาร รายงานเมื่อแล้วเสร็จ 20"), name


def test_a_command_is_never_taken_for_the_words_of_a_section(house, office, anong):
    anong.says("เอกสาร รายงานมาตรา 34 1/2564")
    anong.taps("ข้อความในเอกสาร")
    anong.taps("3")
    for command in ("เอกสาร", "ปฏิทิน", "เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64"):
        anong.says("เอกสาร รายงานมาตรา 34 1/2564")
        anong.taps("ข้อความในเอกสาร")
        anong.taps("3")
        assert "ข้อ 3" not in anong.says(command)
    with house.db.read() as session:
        assert paper_texts(session, office.province.id, 2564, "section-34", "1") == {}


def test_papers_of_the_year_before_are_had_once_another_year_has_begun(house, clock, office, anong):
    with house.db.write() as session:
        session.add(project := Project(province_id=office.province.id, year_be=2565, no=1, name="โครงการใหม่"))
        session.flush()
        old = session.get(Activity, office.activities[13].id)
        session.add(Activity(province_id=office.province.id, project_id=project.id, agency_id=old.agency_id, no=1,
                             year_be=2565, name="งานใหม่", budget_satang=1_000_000_00, made_at=clock.now()))  # fmt: skip
    clock.set(moment(12, 1, 9))
    assert "2565" in anong.says("เอกสาร")
    listed = anong.taps("เอกสารปี 2564")
    assert "ประกาศผลและข้อมูลเปิด 2564" in listed and "หนังสือเร่งรัด" not in listed
    anong.taps("ประกาศผลและข้อมูลเปิด 2564")
    assert "30 กันยายน 2564" in "\n".join(words_of(message) for message in anong.last)
