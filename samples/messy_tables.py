"""Messy files that are no plan: a month's plan with results, an export, a list of staff, a list of changes.

All speak of the real plan of Phetchaburi 2564. Drawn beside the plans by `python -m samples.messy_plans FOLDER`.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.file_kind import FileKind
from samples.messy_rows import messy_book, plan, write_rows

Table = list[list[Any]]
ROADS = "แขวงทางหลวงชนบทเพชรบุรี"


@dataclass(frozen=True)
class MessyTable:
    """One file, and the kind as which it is to be recognised."""

    file: str
    messes: str
    draw: Callable[[Path], None]
    kind: FileKind


def two_units(path: Path) -> None:
    """Budgets in millions under one merged heading, payments in baht; subtotals, Thai digits, a wrong percentage."""
    with messy_book(path) as book:
        sheet, pen = book.add_worksheet("แผน-ผล"), book.add_format()
        sheet.merge_range(0, 0, 0, 9, "แผนและผลการปฏิบัติงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", pen)
        for column, heading in enumerate(("ที่", "โครงการ", "กิจกรรม\nย่อย")):
            sheet.merge_range(1, column, 2, column, heading, pen)
        sheet.merge_range(1, 3, 1, 5, "งบประมาณ (ล้านบาท)", pen)
        sheet.write_row(2, 3, ["งบดำเนินงาน", "งบลงทุน", "รวม"])
        for column, heading in enumerate(
            ("เบิกจ่าย (บาท)", "คงเหลือ (บาท)", "ร้อยละ", "หน่วยงานที่รับผิดชอบ"), start=6
        ):
            sheet.merge_range(1, column, 2, column, heading, pen)
        sheet.merge_range(3, 1, 4, 1, "โครงการพัฒนาด้านการท่องเที่ยว\nและบริการ", pen)
        rows: Table = [
            ["๑", None, "ป้ายบอก\nทาง", "-", "๒.๐", "๒.๐", "๕๐๐,๐๐๐.๐๐", 1_500_000, 25, ROADS],
            ["๒", None, "ศาลาริมทาง", 0.5, "-", 0.5, 100_000, 400_000, 20, "แขวงทางหลวงชนบท เพชรบุรี"],
            [None, "รวม ๒ กิจกรรม", None, 0.5, 2, 2.5, 600_000, 1_900_000, 24],
            ["๓", "โครงการถนน", "ซ่อมถนน", None, 1.25, 1.25, 250_000, 1_000_000, 25, ROADS],
            [None, "รวมทั้งสิ้น", None, 0.5, 3.25, 3.75, 850_000, 2_900_000, 22.67],
        ]
        write_rows(sheet, rows, first=3)


def export_with_parents(path: Path) -> None:
    """Windows Thai text: a line that adds up others, a refund in brackets, a broken name, a total that is wrong."""
    road, bridge = plan()[12]["activity"], plan()[13]["activity"]
    rows = [
        ["รายงานสถานะการใช้จ่ายงบประมาณ"],
        ["ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๔"],
        ["หน่วย : บาท"],
        [],
        ["รหัสงบประมาณ", "ชื่อรหัสงบประมาณ", "หน่วยเบิกจ่าย", "งปม.หลังโอนฯ", "PO", "เบิกจ่าย", "คงเหลือ", "%เบิกจ่าย"],
        ["07003", "แผนงานพัฒนา", "", "30,000,000.00", "0.00", "3,000,000.00", "27,000,000.00", "10.00"],
        ["070039913", road.replace(" ", "\n", 1), ROADS, "15,000,000.00", "-", "4,000,000.00", "11,000,000.00", "26.67"],
        ["070039914", bridge, ROADS, "15,000,000.00", "-", "(1,000,000.00)", "16,000,000.00", "-6.67"],
        ["", "ค่าเช่าบ้าน", "สำนักงานจังหวัดเพชรบุรี", "10,000.00", "", "10,000.00", "", "100.00"],
        ["รวมทั้งสิ้น", "", "", "30,010,000.00", "0.00", "3,100,000.00", "27,000,000.00", "10.33"],
    ]  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode("cp874"))


def staff_in_merged_cells(path: Path) -> None:
    """Headings in two rows, one merged agency for three people, marks for the same as above, ranges in Thai digits."""
    with messy_book(path) as book:
        sheet, pen = book.add_worksheet("บัญชีรายชื่อ"), book.add_format()
        sheet.merge_range(0, 0, 0, 5, "บัญชีรายชื่อเจ้าหน้าที่ผู้รายงาน", pen)
        for column, heading in enumerate(("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด/หน่วยงาน")):
            sheet.merge_range(1, column, 2, column, heading, pen)
        sheet.merge_range(1, 4, 1, 5, "รายละเอียด", pen)
        sheet.write_row(2, 4, ["กิจกรรมที่", "เบอร์โทร"])
        sheet.merge_range(3, 3, 5, 3, "แขวงทางหลวงชนบท\nเพชรบุรี", pen)
        rows: Table = [
            ["๑", "วิชัย", "ผู้อำนวยการแขวง"],
            ["๒", "สมศรี", "นายช่างโยธา", None, "๑๓ และ ๑๔ - ๑๕"],
            ["๓", "บุญมี", '"', None, "13", "08-0000-0000"],
            ["๔", "อำนวย", "ปลัดจังหวัด"],
            ["รวม ๔ คน"],
        ]
        write_rows(sheet, rows, first=3)


def changes_in_thousands(path: Path) -> None:
    """Amounts in thousands by heading, one letter merged over two changes, dates as people write them, a hidden row."""
    with messy_book(path) as book:
        sheet, pen = book.add_worksheet("โอนเปลี่ยนแปลง"), book.add_format()
        rows: Table = [
            ["บัญชีโอนเปลี่ยนแปลงงบประมาณ ครั้งที่ ๑"],
            ["จากกิจกรรมที่", "ประเภท", "จำนวนเงิน (พันบาท)", "ไปกิจกรรมที่", "วันที่อนุมัติ", "เลขที่หนังสือ"],
            ["๑๓", "โอนเปลี่ยนแปลง", "1,000", "๑๔", "๑๕ ก.พ. ๒๕๖๔"],
            [14, "ลดงบประมาณ", 500, None, "15/2/2564"],
            [15, "ยกเลิก", None, None, "1/3/2564", "มติ ก.บ.จ. 2/2564"],
            ["รวม", None, 1_500],
        ]
        write_rows(sheet, rows)
        sheet.merge_range(2, 5, 3, 5, "พบ 0017.2/123", pen)
        sheet.set_row(4, None, None, {"hidden": True})


TABLES = (
    MessyTable("13-units.xlsx", "millions and baht beside each other", two_units, FileKind.PLAN),
    MessyTable("14-export.csv", "sums among the lines, refunds in brackets", export_with_parents, FileKind.TREASURY),
    MessyTable("15-staff.xlsx", "merged cells, marks, two heading rows", staff_in_merged_cells, FileKind.PEOPLE),
    MessyTable("16-changes.xlsx", "thousands, a merged letter, a hidden row", changes_in_thousands, FileKind.CHANGES),
)  # fmt: skip
