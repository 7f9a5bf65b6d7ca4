"""อนงค์ sends the office's workbooks into the chat: she sees what was understood before anything is stored."""

import io
import re
import zipfile

import pytest
import xlsxwriter

from bot import create_app
from models.column_mapping import mappings_of
from models.person import Person
from models.plan import activities
from tests.documents.books import ROADS, TOURISM, Page, workbook

HEADINGS = ("ที่", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบ")


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def sends(tmp_path):
    """Send a workbook of these pages, and return what the bot answered."""

    def send(phone, *pages, name="แผน.xlsx") -> str:
        phone.line.send_file(phone.user_id, name, workbook(tmp_path / "file.xlsx", *pages).read_bytes())
        return phone.reads()

    return send


def plan_of(house, office):
    with house.db.read() as session:
        return {each.no: each for each in activities(session, office.province.id, 2564)}


def test_a_plan_is_shown_first_and_stored_with_one_tap(house, office, phones, sends):
    anong = phones["อนงค์"]
    answer = sends(
        anong,
        [HEADINGS, [30, TOURISM, "ป้ายบอกทาง", 2_000_000, ROADS], [31, TOURISM, "ศาลาริมทาง", 500_000, ROADS]],
    )
    assert "2 กิจกรรม" in answer and "2,500,000" in answer
    assert "งบประมาณ" in answer and "แผน.xlsx" in answer
    assert 30 not in plan_of(house, office), "nothing is stored before the tap"
    tapped = anong.button("นำเข้า")["data"]
    assert "บันทึกแล้ว" in anong.taps("นำเข้า")
    stored = plan_of(house, office)
    assert stored[30].budget_satang == 200_000_000 and stored[13].budget_satang == 1_500_000_000
    anong.line.tap(anong.user_id, tapped)
    assert "ไม่ได้บันทึกซ้ำ" in anong.reads()


def test_a_column_is_explained_once_and_remembered(house, office, phones, sends):
    anong = phones["อนงค์"]
    headings = (*HEADINGS[:3], "ยอดที่ได้", HEADINGS[4])
    page = [headings, [30, TOURISM, "ป้ายบอกทาง", 2_000_000, ROADS]]
    assert "ไม่มีคอลัมน์" in sends(anong, page)
    answer = anong.says("คอลัมน์ D คือ งบประมาณ")
    assert "1 กิจกรรม" in answer and "2,000,000" in answer
    anong.taps("หยุด")
    again = sends(anong, page)
    assert "2,000,000" in again, "the office's own heading is known from now on"
    with house.db.read() as session:
        assert list(mappings_of(session, office.province.id, "plan").values()) == ["budget"]


def test_columns_can_be_explained_with_buttons_alone(house, office, phones, sends):
    anong = phones["อนงค์"]
    sends(anong, [(*HEADINGS[:3], "ยอดที่ได้", HEADINGS[4]), [30, TOURISM, "ป้าย", 2_000_000, ROADS]])
    anong.taps("บอกคอลัมน์")
    anong.taps("D ยอดที่ได้")
    assert "2,000,000" in anong.taps("งบประมาณ")


def test_the_link_gives_a_copy_with_the_doubtful_cells_marked(house, office, phones, sends, browser):
    anong = phones["อนงค์"]
    sends(anong, [HEADINGS, [30, TOURISM, "ป้าย", "๑๐,๐๐๐,๐๐", ROADS], [31, TOURISM, "ศาลา", 500, ROADS]])
    path = re.search(r"/imports/\S+", anong.button("สำเนาที่ตรวจแล้ว")["uri"])[0]
    got = browser.get(path)
    assert got.status_code == 200
    with zipfile.ZipFile(io.BytesIO(got.data)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        comments = "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)
    assert "๑๐,๐๐๐,๐๐" in texts, "nothing is repaired"
    assert re.search(r'ref="D2".*?อ่านได้', comments, re.DOTALL)
    assert browser.get("/imports/W1.forged").status_code == 404
    with house.db.write() as session:
        session.get_one(Person, office.people["อนงค์"].id).link_generation += 1
    assert browser.get(path).status_code == 410, "cancelled links are dead"


def test_doubtful_rows_stay_out_unless_the_clear_ones_are_asked_for(house, office, phones, sends):
    anong = phones["อนงค์"]
    sends(anong, [HEADINGS, [30, TOURISM, "ป้าย", "๑๐,๐๐๐,๐๐", ROADS], [31, TOURISM, "ศาลา", 500, ROADS]])
    anong.taps("นำเข้าเฉพาะที่ชัดเจน")
    stored = plan_of(house, office)
    assert 31 in stored and 30 not in stored


def test_hidden_rows_are_named_and_the_office_says_what_becomes_of_them(
    house, office, phones, tmp_path, browser
):
    anong, path = phones["อนงค์"], tmp_path / "file.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("แผน")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, [30, TOURISM, "ป้าย", 2_000_000, ROADS])
        sheet.write_row(2, 0, [31, TOURISM, "ศาลาเดิม", 500_000, ROADS])
        sheet.set_row(2, None, None, {"hidden": True})
    anong.line.send_file(anong.user_id, "แผน.xlsx", path.read_bytes())
    answer = anong.reads()
    assert "แถวที่ซ่อนไว้ 1 แถว (3) ถูกอ่านด้วย" in answer and "2,500,000" in answer
    assert "นำเข้าเฉพาะที่ชัดเจน" in anong.buttons()
    assert "2,500,000" in anong.taps("ใช้ส่วนที่ซ่อนด้วย")
    assert "นำเข้า" in anong.buttons() and "ใช้ส่วนที่ซ่อนด้วย" not in anong.buttons()
    left = anong.taps("ไม่เอาส่วนที่ซ่อน")
    assert "1 กิจกรรม" in left and "2,500,000" not in left
    copy = browser.get(re.search(r"/imports/\S+", anong.button("สำเนาที่ตรวจแล้ว")["uri"])[0])
    with zipfile.ZipFile(io.BytesIO(copy.data)) as book:
        comments = "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)
    assert "ไม่ใช้ตามที่บอก" in comments
    anong.taps("นำเข้า")
    stored = plan_of(house, office)
    assert 30 in stored and 31 not in stored


def test_a_wrong_file_leaves_the_database_untouched(house, office, phones, tmp_path):
    anong = phones["อนงค์"]
    before = len(plan_of(house, office))
    anong.line.send_file(anong.user_id, "แผน.xlsx", b"PK\x03\x04 this is no workbook")
    assert anong.reads()
    assert len(plan_of(house, office)) == before


def test_nobody_else_imports(house, office, phones, sends):
    for name in ("สมชาย", "ประสิทธิ์", "มาลี"):
        answer = sends(phones[name], [HEADINGS, [30, TOURISM, "ป้าย", 2_000_000, ROADS]])
        assert "2,000,000" not in answer and "นำเข้า" not in answer
    assert 30 not in plan_of(house, office)


def test_approved_changes_are_dated_and_the_original_budget_stays_visible(house, office, phones, sends):
    anong = phones["อนงค์"]
    answer = sends(
        anong,
        Page(
            [
                ("กิจกรรมที่", "ประเภท", "จำนวนเงิน", "ไปกิจกรรมที่", "วันที่อนุมัติ", "เลขที่หนังสือ"),
                (13, "โอนเปลี่ยนแปลง", 1_000_000, 14, "15/2/2564", "พบ 0017.2/123"),
                (20, "ยกเลิก", None, None, "1/3/2564", "มติ ก.บ.จ. 2/2564"),
            ],
            name="เปลี่ยนแปลง",
        ),
        name="เปลี่ยนแปลง.xlsx",
    )
    assert "โอนออก 1,000,000" in answer and "พบ 0017.2/123" in answer
    anong.taps("นำเข้า")
    stored = plan_of(house, office)
    assert (stored[13].budget_satang, stored[14].budget_satang) == (1_400_000_000, 1_600_000_000)
    history = phones["สมชาย"].says("ประวัติ 13")
    assert "งบเดิม 15,000,000" in history and "14,000,000" in history
    assert "พบ 0017.2/123" in history and "ไปกิจกรรมที่ 14" in history


def test_a_transfer_of_more_than_there_is_is_refused(house, office, phones, sends):
    anong = phones["อนงค์"]
    answer = sends(
        anong,
        [
            ("กิจกรรมที่", "ประเภท", "จำนวนเงิน", "ไปกิจกรรมที่", "วันที่อนุมัติ"),
            (13, "โอนเปลี่ยนแปลง", 99_000_000, 14, "15/2/2564"),
        ],
    )
    assert "มากกว่างบของกิจกรรม" in answer
    assert plan_of(house, office)[14].budget_satang == 1_500_000_000
    assert "นำเข้า" not in anong.buttons()
