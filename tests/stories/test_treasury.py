"""The treasury's export comes by chat: kept beside reports, never over them; the officer is asked first and privately."""

import re

import pytest

from bot import create_app
from models.plan import Activity
from models.report import history
from models.treasury_figures import latest
from models.treasury_gap import GapReason, open_gaps
from tests.days import day_comes, moment
from tests.documents.books import workbook
from tests.office import ACTIVITIES, MARCH, reported

HEADINGS = ("รหัสงบประมาณ", "รายการ", "งบประมาณหลังโอนเปลี่ยนแปลง", "ผูกพัน/PO", "เบิกจ่าย", "คงเหลือ")


def line_of(no, disbursed, code=None, name=None):
    _name, baht, _agency = ACTIVITIES[no]
    return (code, name or _name, baht, 0, disbursed, baht - disbursed)


@pytest.fixture
def export(tmp_path):
    """Send an export as of 30 April 2564 with these lines, and return what the bot answered."""

    def send(phone, *lines) -> str:
        rows = [["ข้อมูล ณ วันที่ 30 เมษายน 2564"], list(HEADINGS), *map(list, lines)]
        phone.line.send_file(
            phone.user_id, "gfmis.xlsx", workbook(tmp_path / "gfmis.xlsx", rows).read_bytes()
        )
        return phone.reads()

    return send


@pytest.fixture
def coded(house, office):
    """Activities 13, 14 and 15 have budget codes; March was reported."""
    with house.db.write() as session:
        for no in (13, 14, 15):
            session.get_one(Activity, office.activities[no].id).code = f"0700399{no}"
            reported(session, office, no, MARCH)


def figures(house, office, no):
    with house.db.read() as session:
        return latest(session, office.activities[no])


def test_lines_are_matched_by_code_and_others_need_a_yes(house, office, phones, coded, export):
    anong = phones["อนงค์"]
    answer = export(
        anong,
        line_of(13, 3_000_000, "070039913"),
        line_of(20, 5_000_000, None, "เขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์ หมู่ 11 ตำบลหนองหญ้าปล้อง"),
        line_of(21, 1_000, None, "ค่าเช่าบ้าน"),
    )
    assert "30 เม.ย. 2564" in answer or "30 เม.ย. 64" in answer
    asked = anong.taps("นำเข้า")
    assert "ตามรหัสงบประมาณ: 1" in asked and "คือกิจกรรมไหน" in asked
    assert figures(house, office, 20) is None, "a likely line is nothing without a yes"
    done = anong.taps("20")
    assert "กระทบยอด" in done
    assert figures(house, office, 13).disbursed_satang == 300_000_000
    assert figures(house, office, 20).disbursed_satang == 500_000_000
    again = export(anong, line_of(20, 6_000_000, None, "เขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์ หมู่ 11 ตำบลหนองหญ้าปล้อง"))
    assert "ตามที่เคยยืนยัน: 1" in again, "the yes is remembered"


def test_reports_are_never_changed(house, office, phones, coded, export):
    anong = phones["อนงค์"]
    export(anong, line_of(13, 3_000_000, "070039913"))
    anong.taps("นำเข้า")
    with house.db.read() as session:
        assert [each.disbursed_satang for each in history(session, office.activities[13].id)] == [225_000_000]


def test_the_reconciliation_says_who_why_and_since_when(house, office, phones, coded, export, clock):
    anong = phones["อนงค์"]
    export(
        anong,
        line_of(13, 3_000_000, "070039913"),
        line_of(14, 2_250_000, "070039914"),
        line_of(15, 1_000_000, "070039915"),
    )
    anong.taps("นำเข้า")
    clock.set(moment(5, 10, 9, 0))
    card = anong.says("กระทบยอด")
    assert "ตรงกัน 1" in card or "ตรงกัน" in card
    assert "คลังมากกว่า" in card and "รายงานมากกว่า" in card
    assert "ต่างกัน 750,000 บาท" in card and "สมชาย" in card and "10 วัน" in card
    sheet = re.search(r"/imports/reconciliation/\S+", anong.button("ไฟล์ตาราง")["uri"])[0]
    browser = create_app(house=house).test_client()
    assert browser.get(sheet).status_code == 200
    assert "ต่างกัน" not in phones["ประสิทธิ์"].says("กระทบยอด"), "another agency sees nothing of theirs"


def test_the_officer_is_asked_first_and_privately(house, office, phones, coded, export, clock):
    anong, somchai = phones["อนงค์"], phones["สมชาย"]
    export(anong, line_of(13, 3_000_000, "070039913"), line_of(14, 2_250_000, "070039914"))
    anong.taps("นำเข้า")
    day_comes(house, clock, moment(5, 6, 8, 40))
    assert "ต่างกัน" not in somchai.reads(), (
        "the report of April is still to come, and begins with the treasury's figure"
    )
    day_comes(house, clock, moment(5, 12, 8, 40))
    asked = somchai.reads()
    assert "กิจกรรมที่ 13" in asked and "ต่างกัน 750,000 บาท" in asked
    assert "750,000" not in phones["มาลี"].reads() and "750,000" not in phones["ประสิทธิ์"].reads()
    assert "ส่งเบิกแล้ว" in somchai.taps("ส่งเบิกแล้ว คลังยังไม่บันทึก")
    with house.db.read() as session:
        gap = open_gaps(session, [office.activities[13].id])[office.activities[13].id]
        assert gap.reason is GapReason.TREASURY_LATER
    assert "ส่งเบิกแล้ว" in anong.says("กระทบยอด")


def test_the_words_of_the_button_do_the_same(house, office, phones, coded, export):
    export(phones["อนงค์"], line_of(13, 3_000_000, "070039913"))
    phones["อนงค์"].taps("นำเข้า")
    assert "บันทึกเหตุผล" in phones["สมชาย"].says("คลัง 13 เบิกจ่ายหลังรายงาน")
    assert "บันทึกเหตุผล" not in phones["ประสิทธิ์"].says("คลัง 13 เบิกจ่ายหลังรายงาน")


def test_the_report_starts_from_what_the_treasury_knows(house, office, phones, coded, export):
    export(phones["อนงค์"], line_of(13, 3_000_000, "070039913"))
    phones["อนงค์"].taps("นำเข้า")
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    asked = somchai.taps("กำลังทำ")
    assert "คลังเบิกแล้ว 3,000,000 บาท" in asked and "ถูกต้องไหม" in asked
    somchai.taps("คลัง 3,000,000")
    card = somchai.says("45%")
    assert "3,000,000" in card


def test_a_report_in_words_shows_the_treasurys_figure_and_takes_it_with_one_tap(
    house, office, phones, coded, export
):
    export(phones["อนงค์"], line_of(13, 3_000_000, "070039913"))
    phones["อนงค์"].taps("นำเข้า")
    somchai = phones["สมชาย"]
    assert "คลังเบิกแล้ว 3,000,000 บาท" in somchai.says("13 ผลงาน 45%")
    assert "3,000,000" in somchai.taps("ใช้ยอดคลัง")
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].disbursed_satang == 300_000_000


def test_another_reason_is_typed_and_told_to_the_office(house, office, phones, coded, export):
    anong, somchai = phones["อนงค์"], phones["สมชาย"]
    export(anong, line_of(13, 3_000_000, "070039913"))
    anong.taps("นำเข้า")
    assert "พิมพ์สั้น ๆ" in somchai.says("คลัง 13 เหตุผลอื่น")
    assert "กิจกรรมที่ 13" in somchai.says("สถานะ 13"), "a command stays a command"
    somchai.says("คลัง 13 เหตุผลอื่น")
    assert "คืนเงินค่าปรับงวดแรก" in somchai.says("คืนเงินค่าปรับงวดแรก")
    assert "คืนเงินค่าปรับงวดแรก" in anong.says("กระทบยอด")


def test_a_wrong_report_is_corrected_with_the_treasurys_figure_by_two_taps(
    house, office, phones, coded, export, clock
):
    anong, somchai = phones["อนงค์"], phones["สมชาย"]
    export(anong, line_of(13, 1_000_000, "070039913"))
    anong.taps("นำเข้า")
    day_comes(house, clock, moment(5, 6, 8, 40))
    somchai.reads()
    asked = somchai.taps("รายงานต้องแก้ไข")
    assert "คลังเบิกแล้ว 1,000,000 บาท" in asked
    somchai.taps("คลัง 1,000,000")
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].disbursed_satang == 100_000_000
    assert "ตรงกัน 1" in anong.says("กระทบยอด")


def test_a_difference_that_grew_is_asked_about_anew(house, office, phones, coded, export, clock):
    anong, somchai = phones["อนงค์"], phones["สมชาย"]
    export(anong, line_of(13, 3_000_000, "070039913"))
    anong.taps("นำเข้า")
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai.reads()
    somchai.taps("เบิกจ่ายหลังรายงาน")
    day_comes(house, clock, moment(5, 13, 8, 40))
    assert "กิจกรรมที่ 13" not in somchai.reads(), "an answered difference is not asked about again"
    export(anong, line_of(13, 4_000_000, "070039913"))
    anong.taps("นำเข้า")
    day_comes(house, clock, moment(5, 14, 8, 40))
    assert "ต่างกัน 1,750,000 บาท" in somchai.reads()


def test_what_only_the_officer_knows_has_an_age_and_an_owner_too(house, office, phones, coded, export, clock):
    anong = phones["อนงค์"]
    export(anong, line_of(14, 2_250_000, "070039914"))
    anong.taps("นำเข้า")
    clock.set(moment(5, 10, 9, 0))
    card = anong.says("กระทบยอด")
    assert "ไม่มีที่คลัง" in card and "สมชาย · 40 วัน" in card


def test_an_officer_can_explain_from_the_reconciliation_at_any_time(
    house, office, phones, coded, export, clock
):
    somchai = phones["สมชาย"]
    export(phones["อนงค์"], line_of(13, 3_000_000, "070039913"))
    phones["อนงค์"].taps("นำเข้า")
    assert "คลังมากกว่า" in somchai.says("กระทบยอด")
    assert "เพราะอะไร" in somchai.taps("ชี้แจง 13")
    assert "บันทึกเหตุผล" in somchai.taps("เบิกจ่ายหลังรายงาน")
    somchai.says("กระทบยอด")
    assert "ชี้แจง 13" not in somchai.buttons(), "it is explained"
    assert "ต่างกัน 750,000 บาท" in somchai.says("ชี้แจงคลัง 13"), "what is typed does the same"
    assert "เพราะอะไร" not in phones["ประสิทธิ์"].says("ชี้แจงคลัง 13")


def test_lines_that_were_left_can_be_matched_later_by_number(house, office, phones, coded, export):
    anong = phones["อนงค์"]
    export(anong, line_of(21, 4_000, None, "งานจ้างเหมาตามสัญญา 5/2564"), line_of(13, 2_250_000, "070039913"))
    anong.taps("นำเข้า")
    assert "จับคู่ไม่ได้ 1" in anong.says("กระทบยอด")
    assert "งานจ้างเหมาตามสัญญา" in anong.taps("จับคู่รายการ")
    assert "ไม่มีกิจกรรมที่ 99" in anong.says("99") and figures(house, office, 21) is None
    assert "กระทบยอด" in anong.says("21")
    assert figures(house, office, 21).disbursed_satang == 400_000
    assert "งานจ้างเหมา" not in phones["ประสิทธิ์"].says("จับคู่รายการคลัง")
