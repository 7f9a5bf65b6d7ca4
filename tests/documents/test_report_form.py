"""The form as a workbook: what it shows, what can be changed in it, and how it comes back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from documents.refusals import PlanFileRefused, Refusal
from documents.report_form import Form, FormRow, is_workbook
from documents.report_form_cells import Fault
from documents.report_form_code import FormCode, code_in, written_code
from documents.report_form_reading import read_form
from documents.report_form_sheet import form_workbook
from i18n import speaking
from rules.figures import Figures
from rules.status import Status
from tests.documents.books import comma_text, open_document
from tests.documents.filled_forms import fill, parts, shown

SECRET = "a secret of the tests"
MARCH, APRIL = date(2021, 3, 1), date(2021, 4, 1)
CODE = FormCode(person_id=7, year_be=2564, period=APRIL)
LAST = Figures(Status.IN_PROGRESS, Decimal("30.50"), 225_000_050)
FORM = Form(
    code=CODE,
    whose="สมชาย · แขวงทางหลวงชนบทเพชรบุรี",
    issued_on=date(2021, 5, 3),
    rows=(
        FormRow(13, "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ", 1_500_000_000, LAST, MARCH),
        FormRow(14, '=HYPERLINK("http://example.com","ถนน")', 1_500_000_000),
        FormRow(15, "ก่อสร้างถนนลาดยาง สายแยกทางหลวงหมายเลข 37", 4_000_000_000, LAST, APRIL, owes=False),
    ),
)
# Rows as Excel numbers them: 13 in row 7, 14 in row 8, a divider, 15 in row 10.
STATUS, DISBURSED, PERCENT, PROBLEM = "HIJK"


@pytest.fixture
def blank() -> bytes:
    return form_workbook(FORM, SECRET)


def back(content: bytes, name: str = "form.xlsx"):
    reading = read_form(content, name, SECRET)
    assert reading is not None
    return reading


def test_shows_the_month_and_last_months_figures_in_thai(blank):
    rows = shown(blank)
    assert "เมษายน 2564" in rows[0][0]
    assert "สมชาย" in rows[1][0]
    assert rows[6][:7] == [13, FORM.rows[0].name, 15_000_000, "มี.ค. 64", "กำลังดำเนินการ", 2_250_000.5, 30.5]
    assert rows[7][:7] == [14, FORM.rows[1].name, 15_000_000, "", "", "", ""], (
        "what was never said is no zero"
    )
    assert "แก้ไข" in rows[8][0]
    assert rows[9][0] == 15


def test_a_name_that_looks_like_a_formula_stays_a_name(blank):
    assert "<f>" not in parts(blank)
    assert "hyperlink" not in parts(blank).lower()


def test_offers_the_states_and_locks_what_is_not_asked(blank):
    sheet = parts(blank)
    assert "ยังไม่ดำเนินการ,จัดซื้อจัดจ้าง,กำลังดำเนินการ,ติดปัญหา ทำต่อไม่ได้,แล้วเสร็จ,เท่าเดิม" in sheet
    assert "ยกเลิกกิจกรรม" not in sheet, "cancelling is for the provincial office"
    assert "<sheetProtection" in sheet
    assert 'fitToHeight="0"' in sheet and 'orientation="landscape"' in sheet


def test_an_untouched_form_says_nothing(blank):
    reading = back(blank)
    assert reading.code == CODE
    assert reading.rows == ()
    assert reading.blank_rows == 3


def test_a_filled_row_comes_back_with_its_number_in_excel(blank):
    filled = fill(blank, {"H7": "กำลังดำเนินการ", "I7": 3665542.32, "J7": 45, "K7": "ฝนตก", "H10": "เท่าเดิม"})
    first, second = back(filled).rows
    assert (first.row, first.no, first.name) == (7, 13, FORM.rows[0].name)
    assert first.state.status is Status.IN_PROGRESS
    assert (first.disbursed_satang, first.progress_percent) == (366_554_232, Decimal("45.00"))
    assert first.problem == "ฝนตก"
    assert (second.row, second.no, second.state.is_same) == (10, 15, True)


@pytest.mark.parametrize(
    ("written", "baht"),
    [
        (0, "0"),
        (2_500_000, "2500000"),
        ("๓,๖๖๕,๕๔๒.๓๒ บาท", "3665542.32"),
        ("1.2 ล้าน", "1200000"),
        ("1.2ลบ.", "1200000"),
        ("สามล้านหก", "3600000"),
        ("2 ล้าน 5 แสน", "2500000"),
        ("500 บาท", "500"),
    ],
)
def test_amounts_in_any_safe_writing(blank, written, baht):
    (row,) = back(fill(blank, {"I7": written})).rows
    assert row.unread == ()
    assert row.disbursed_satang == int(Decimal(baht) * 100)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("เก้าแสนกว่า", Fault.AMOUNT),
        ("ประมาณ 2 ล้าน", Fault.AMOUNT),
        ("2,500,000?", Fault.AMOUNT),
        ("1,25,000", Fault.AMOUNT),
        ("45%", Fault.AMOUNT),
        (-500, Fault.AMOUNT),
        ("-500,000", Fault.AMOUNT),
        ("9" * 20, Fault.AMOUNT),
        (4.5, Fault.AMOUNT_UNIT),
        ("4.5", Fault.AMOUNT_UNIT),
        ("-", Fault.DASH),
    ],
)
def test_amounts_that_are_not_certain_are_named_not_guessed(blank, written, fault):
    (row,) = back(fill(blank, {"I7": written})).rows
    assert [each.fault for each in row.unread] == [fault]
    assert row.disbursed_satang is None


@pytest.mark.parametrize(
    ("written", "percent"),
    [(0, "0"), (100, "100"), ("๔๕", "45"), ("45 %", "45"), ("1%", "1"), (33.3333, "33.33")],
)
def test_percents(blank, written, percent):
    (row,) = back(fill(blank, {"J7": written})).rows
    assert row.unread == ()
    assert row.progress_percent == Decimal(percent)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (0.45, Fault.PERCENT_OR_SHARE),
        (1, Fault.PERCENT_OR_SHARE),
        (120, Fault.PERCENT),
        (-5, Fault.PERCENT),
        ("ครึ่งทาง", Fault.PERCENT),
        ("—", Fault.DASH),
    ],
)
def test_percents_that_are_not_certain(blank, written, fault):
    (row,) = back(fill(blank, {"J7": written})).rows
    assert [each.fault for each in row.unread] == [fault]


def test_a_state_outside_the_list_or_of_the_office_only(blank):
    first, second = back(fill(blank, {"H7": "ใกล้แล้ว", "H8": "ยกเลิกกิจกรรม"})).rows
    assert first.unread[0].fault is Fault.STATUS
    assert first.unread[0].shown == "ใกล้แล้ว"
    assert second.unread[0].fault is Fault.ADMIN_ONLY


def test_a_form_in_english_is_read_by_a_bot_that_speaks_thai():
    with speaking("en"):
        english = form_workbook(FORM, SECRET)
    (row,) = back(fill(english, {"H7": "In progress", "J7": 45})).rows
    assert (row.state.status, row.progress_percent) == (Status.IN_PROGRESS, Decimal(45))


def test_comes_back_from_other_programs_too(blank, tmp_path):
    """Saved as CSV or ODS, cells are text, hidden things are gone, and the code is still there."""
    rows = [[cell or None for cell in row] for row in shown(fill(blank, {"H7": "แล้วเสร็จ", "I7": 15_000_000}))]
    comma = comma_text([[cell or "" for cell in row] for row in rows]).encode("utf-8-sig")
    for reading in (
        back(comma, "แบบฟอร์ม.CSV"),
        back(open_document(tmp_path / "form.ods", rows).read_bytes(), "form.ods"),
    ):
        assert reading.code == CODE
        (row,) = reading.rows
        assert (row.no, row.state.status, row.disbursed_satang) == (13, Status.COMPLETED, 1_500_000_000)


def test_a_code_that_was_changed_or_signed_elsewhere_is_no_code(blank):
    changed = shown(blank)[3][0].replace("tamngan-form:", "tamngan-form:x")
    assert back(fill(blank, {"A4": changed, "J7": 45})).code is None
    assert back(fill(blank, {"A4": "", "J7": 45})).code is None
    elsewhere = form_workbook(FORM, "another secret")
    assert back(elsewhere).code is None
    assert code_in(written_code(CODE, SECRET), SECRET) == CODE


def test_two_codes_in_one_file_are_none(blank):
    other = written_code(replace(CODE, period=MARCH), SECRET)
    assert back(fill(blank, {"K8": other})).code is None


def test_a_workbook_of_something_else_is_no_form(tmp_path):
    content = comma_text([["รายการ", "ราคา"], ["ปูนซีเมนต์", 120]]).encode()
    assert read_form(content, "quotation.csv", SECRET) is None


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "form.xlsx", Refusal.EMPTY),
        (b"MZ this is a program", "form.xlsx", Refusal.DAMAGED),
        (b"PK\x03\x04 half of it", "form.xlsx", Refusal.DAMAGED),
        (b"<html><table></table></html>", "form.xls", Refusal.WEB_PAGE),
    ],
)
def test_files_that_are_broken_or_something_else_are_refused(content, name, code):
    with pytest.raises(PlanFileRefused) as refused:
        read_form(content, name, SECRET)
    assert refused.value.code is code


def test_far_too_many_rows_are_refused(blank):
    head = [[cell or "" for cell in row] for row in shown(blank)[:6]]
    rows = [[no, "ถนน", "", "", "", "", "", "แล้วเสร็จ"] for no in range(1, 1_200)]
    with pytest.raises(PlanFileRefused) as refused:
        read_form(comma_text([*head, *rows]).encode(), "form.csv", SECRET)
    assert refused.value.code is Refusal.TOO_MANY_ROWS


def test_knows_workbooks_by_their_names():
    assert is_workbook("แบบฟอร์ม.XLSX") and is_workbook("a.csv")
    assert not is_workbook("photo.jpg") and not is_workbook("") and not is_workbook(None)
