"""อนงค์ sends files of every kind: the bot says which it is and why, asks when unsure, and never reads what is hidden silently."""

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from bot import create_app
from models.column_mapping import mappings_of
from models.import_finding import findings_of
from models.plan import activities, activity_numbered
from models.report import history
from models.treasury_figures import latest
from tests.documents.books import HEADINGS, ROADS, TOURISM, Page, workbook
from tests.office import ACTIVITIES

LAMPANG = Path(__file__).parents[2] / "samples" / "lampang-2560.xlsx"
EXPORT = ("รหัสงบประมาณ", "รายการ", "งบประมาณหลังโอนเปลี่ยนแปลง", "ผูกพัน/PO", "เบิกจ่าย", "คงเหลือ")
CHANGES = ("กิจกรรมที่", "ประเภท", "จำนวนเงิน", "ไปกิจกรรมที่", "วันที่อนุมัติ", "เลขที่หนังสือ")
STAFF = ("ลำดับ", "ชื่อ-สกุล", "ตำแหน่ง", "สังกัด", "กิจกรรมที่รับผิดชอบ", "โทรศัพท์")
ROAD = ("0700399013", ACTIVITIES[13][0], 15_000_000, 0, 3_000_000, 12_000_000)
BRIDGE = ("0700399014", ACTIVITIES[14][0], 15_000_000, 0, 1_000_000, 14_000_000)


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def sends(phones, tmp_path):
    """Have อนงค์ send a workbook of these rows, some of them hidden, and return what the bot answered."""

    def send(*rows, hides=(), hidden_sheet=(), name="ไฟล์.xlsx") -> str:
        path = tmp_path / "file.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("ข้อมูล")
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(at, column, cell)
            for number in hides:
                sheet.set_row(number - 1, None, None, {"hidden": True})
            if hidden_sheet:
                old = book.add_worksheet("เก่า")
                for at, row in enumerate(hidden_sheet):
                    old.write_row(at, 0, row)
                old.hide()
        anong = phones["อนงค์"]
        anong.line.send_file(anong.user_id, name, path.read_bytes())
        return anong.reads()

    return send


def comments_of(browser, phone) -> str:
    """Return every comment of the annotated copy behind the newest link."""
    got = browser.get(re.search(r"/imports/\S+", phone.button("สำเนาที่ตรวจแล้ว")["uri"])[0])
    assert got.status_code == 200
    with zipfile.ZipFile(io.BytesIO(got.data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)


class TestHidden:
    def test_lines_that_an_export_hides_wait_for_a_word(self, house, office, phones, sends, browser):
        anong = phones["อนงค์"]
        title = ["ข้อมูล ณ วันที่ 30 เมษายน 2564"]
        answer = sends(title, EXPORT, ROAD, BRIDGE, hides=[4], hidden_sheet=[EXPORT, BRIDGE])
        assert "แถวที่ซ่อนไว้ 1 แถว (4) ถูกอ่านด้วย" in answer and "นำเข้าเฉพาะที่ชัดเจน" in anong.buttons()
        assert "ชีตที่ซ่อนไว้ชื่อ เก่า" in answer or "เก่า" in answer, "a hidden sheet is named"
        left = anong.taps("ไม่เอาส่วนที่ซ่อน")
        assert "1 รายการ" in left and "นำเข้า" in anong.buttons()
        assert "ไม่ใช้ตามที่บอก" in comments_of(browser, anong)
        assert "2 รายการ" in anong.taps("ใช้ส่วนที่ซ่อนด้วย")

    def test_undecided_lines_are_not_among_the_clear_ones(self, house, office, phones, sends):
        anong = phones["อนงค์"]
        with house.db.write() as session:
            for no in (13, 14):
                activity_numbered(session, office.province.id, 2564, no).code = f"0700399{no:03}"
        sends(["ข้อมูล ณ วันที่ 30 เมษายน 2564"], EXPORT, ROAD, BRIDGE, hides=[4])
        anong.taps("นำเข้าเฉพาะที่ชัดเจน")
        with house.db.read() as session:
            assert latest(session, office.activities[13]).disbursed_satang == 300_000_000
            assert latest(session, office.activities[14]) is None

    def test_a_hidden_change_is_not_made_before_somebody_says_so(self, house, office, phones, sends, browser):
        anong = phones["อนงค์"]
        kept, hidden = (
            (13, "ลด", 1_000_000, None, "15/2/2564", "พบ 1"),
            (14, "ลด", 2_000_000, None, "15/2/2564", "พบ 2"),
        )
        assert "แถวที่ซ่อนไว้ 1 แถว (3)" in sends(CHANGES, kept, hidden, hides=[3])
        assert "ยังไม่ได้เลือก" in comments_of(browser, anong)
        anong.taps("นำเข้าเฉพาะที่ชัดเจน")
        with house.db.read() as session:
            budgets = {each.no: each.budget_satang for each in activities(session, office.province.id, 2564)}
        assert (budgets[13], budgets[14]) == (1_400_000_000, 1_500_000_000)


class TestPastYears:
    def test_last_years_workbook_is_recognised_by_its_year(self, house, office, phones):
        anong = phones["อนงค์"]
        anong.line.send_file(anong.user_id, "ลำปาง.xlsx", LAMPANG.read_bytes())
        answer = anong.reads()
        assert "ผลของปีงบประมาณ 2560" in answer and "30 ก.ย. 60" in answer
        assert "อ่านเป็นผลของปีก่อน" in answer and "ในไฟล์เขียนว่าปีงบประมาณ 2560" in answer
        assert "ตัวเลขไม่สอดคล้องกัน 10 จุด" in answer
        stored = anong.taps("นำเข้า")
        assert "เก็บผลของ 8 กิจกรรมแล้ว" in stored
        with house.db.read() as session:
            (report,) = history(session, activity_numbered(session, office.province.id, 2560, 5).id)
            assert (report.disbursed_satang, report.as_of.isoformat()) == (804_513_800, "2017-09-30")
            assert len(findings_of(session, office.province.id, 2560)) == 10
        assert "2564" in anong.says("สรุป"), "people still speak of this year"

    def test_results_without_a_year_are_asked_about(self, house, office, phones, sends):
        anong = phones["อนงค์"]
        rows = (
            (*HEADINGS, "เบิกจ่าย"),
            (1, TOURISM, "ป้าย", 2_000, ROADS, 1_500),
            (2, TOURISM, "ศาลา", 500, ROADS, 500),
        )
        answer = sends(*rows)
        assert "ไฟล์นี้คืออะไร" in answer
        assert {"แผน", "ผลของปีก่อน", "ยอดคลัง"} <= set(anong.buttons())
        assert "ปีงบประมาณไหน" in anong.taps("ผลของปีก่อน")
        assert "ปีงบประมาณที่สิ้นสุดแล้ว" in anong.says("2570")
        assert "ผลของปีงบประมาณ 2562" in anong.says("ปี ๒๕๖๒")
        assert "ผลของปีงบประมาณ 2563" in (anong.taps("เปลี่ยนปี") and anong.taps("2563"))
        anong.taps("นำเข้า")
        with house.db.read() as session:
            past = {each.no: each for each in activities(session, office.province.id, 2563)}
            assert [each.budget_satang for each in past.values()] == [200_000, 50_000]
            assert history(session, past[1].id)[0].disbursed_satang == 150_000


class TestStaff:
    def test_a_list_of_staff_becomes_posts_and_codes(self, house, office, phones, sends, browser):
        anong = phones["อนงค์"]
        answer = sends(
            STAFF,
            (1, "วิชัย", "นายช่างโยธา", ROADS, "13, 14-15", "032-000-000"),
            (2, "ใครก็ไม่รู้", "เจ้าหน้าที่", "หน่วยงานที่ไม่มี", None, None),
        )
        assert "รายชื่อเจ้าหน้าที่" in answer and "วิชัย" in answer and "จะได้รหัส" in answer
        assert "หน่วยงานที่ไม่มี" in answer
        assert "ตำแหน่ง" in comments_of(browser, anong)
        told = anong.taps("นำเข้าเฉพาะที่ชัดเจน")
        code = re.search(r"(\S+)\s+วิชัย", told)[1]
        newcomer = phones.stranger("วิชัย")
        newcomer.says(code)
        newcomer.taps("ยินยอม") if "ยินยอม" in newcomer.buttons() else None
        again = sends(STAFF, (1, "วิชัย", "นายช่างโยธา", ROADS, "13, 14-15", "032-000-000"))
        assert "ยังไม่มีรหัส 0 คน" in again and "นำเข้า" not in anong.buttons()


class TestExplaining:
    def test_an_export_whose_paid_column_has_a_strange_name_can_be_explained(
        self, house, office, phones, sends
    ):
        anong = phones["อนงค์"]
        rows = (["ข้อมูล ณ วันที่ 30 เมษายน 2564"], (*EXPORT[:4], "ตัดงวดแล้ว", EXPORT[5]), ROAD)
        answer = sends(*rows)
        assert "ยอดคลัง" in answer and "ไม่มีคอลัมน์" in answer
        assert "3,000,000" in anong.says("คอลัมน์ E คือ เบิกจ่าย")
        anong.taps("หยุด")
        assert "เบิกจ่าย 3,000,000" in sends(*rows) or "3,000,000 บาท" in sends(*rows)
        with house.db.read() as session:
            assert list(mappings_of(session, office.province.id, "treasury").values()) == ["disbursed"]

    def test_changes_and_staff_are_explained_in_the_same_way(self, house, office, phones, sends):
        anong = phones["อนงค์"]
        headings = (*CHANGES[:4], "เมื่อใด", CHANGES[5])
        assert "ไม่มีคอลัมน์" in sends(headings, (13, "ลด", 1_000, None, "15/2/2564", "พบ 1"))
        assert "1 การเปลี่ยนแปลง" in (said := anong.says("คอลัมน์ E คือ วันที่อนุมัติ")) or "15 ก.พ." in said
        anong.taps("หยุด")
        assert "ไม่มีคอลัมน์" in sends(
            ("ลำดับ", "รายนามบุคลากร", *STAFF[2:]), (1, "วิชัย", "นายช่าง", ROADS, "13", "032")
        )
        assert "วิชัย" in anong.says("คอลัมน์ B คือ ชื่อ")

    def test_a_column_without_a_heading_is_explained_for_the_file(self, house, office, phones, sends):
        anong = phones["อนงค์"]
        sends((*HEADINGS[:3], None, HEADINGS[4]), (30, TOURISM, "ป้าย", 2_000_000, ROADS))
        assert "2,000,000" in anong.says("คอลัมน์ D คือ งบประมาณ")
        assert "ไม่มีคอลัมน์ ZZ" in anong.says("คอลัมน์ ZZ คือ หน่วยงาน")
        assert "บันทึกแล้ว" in anong.taps("นำเข้า")

    def test_columns_that_sheets_head_differently_are_told_apart(self, house, office, phones, tmp_path):
        anong = phones["อนงค์"]
        one = [(*HEADINGS[:3], "ยอดที่ได้", HEADINGS[4]), (30, TOURISM, "ป้าย", 2_000_000, ROADS)]
        two = [(*HEADINGS[:3], "เงินที่ขอ", HEADINGS[4]), (31, TOURISM, "ศาลา", 700_000, ROADS)]
        path = workbook(tmp_path / "plan.xlsx", Page(one, name="ก"), Page(two, name="ข"))
        anong.line.send_file(anong.user_id, "แผน.xlsx", path.read_bytes())
        anong.reads()
        assert "มีหัวต่างกัน" in anong.says("คอลัมน์ D คือ งบประมาณ")
        anong.taps("D ยอดที่ได้")
        answer = anong.taps("งบประมาณ")
        assert "1 กิจกรรม" in answer and "700,000" not in answer
        assert "2 กิจกรรม" in anong.says("คอลัมน์ D คือ งบประมาณ"), "only one of them is left to explain"
        with house.db.read() as session:
            assert len(mappings_of(session, office.province.id, "plan")) == 2
