"""Draws samples/phetchaburi-2564.xlsx from the .csv, as a provincial office keeps such a sheet; run by hand:

python -m samples.make_xlsx
"""

import csv
import datetime
from itertools import groupby
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
SOURCE = HERE / "phetchaburi-2564.csv"
TARGET = HERE / "phetchaburi-2564.xlsx"

FONT = {"font_name": "TH SarabunPSK", "font_size": 14}
TITLES = (
    "บัญชีโครงการ/กิจกรรมตามแผนปฏิบัติราชการประจำปีของจังหวัดเพชรบุรี",
    "ประจำปีงบประมาณ พ.ศ. 2564",
)
HEADINGS = ("ที่", "โครงการ", "กิจกรรมหลัก", "กิจกรรมย่อย", "งบประมาณ\n(บาท)", "หน่วยงานรับผิดชอบ")
WIDTHS = (5, 26, 30, 58, 16, 34)
FIRST_ROW = 5
# A fixed moment, so that the same plan always gives the same file.
MADE_AT = datetime.datetime(2020, 10, 1, 9, 0)  # noqa: DTZ001 (Excel knows no zones)


def main() -> None:
    with SOURCE.open(encoding="utf-8", newline="") as source:
        activities = list(csv.DictReader(source))
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(TARGET, options) as book:
        book.set_properties({"title": " ".join(TITLES), "created": MADE_AT})
        sheet = book.add_worksheet("แผนปี 2564")
        looks = _looks(book)
        _write_head(sheet, looks)
        _write_activities(sheet, looks, activities)
        _write_total(sheet, looks, activities)


def _looks(book: xlsxwriter.Workbook) -> dict[str, Format]:
    cell = {**FONT, "border": 1, "valign": "top", "text_wrap": True}
    return {
        "title": book.add_format({**FONT, "font_size": 16, "bold": True, "align": "center"}),
        "unit": book.add_format({**FONT, "align": "right"}),
        "heading": book.add_format(
            {**cell, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"}
        ),
        "text": book.add_format(cell),
        "number": book.add_format({**cell, "align": "center"}),
        "money": book.add_format({**cell, "num_format": "#,##0"}),
        "total": book.add_format({**cell, "bold": True, "align": "center"}),
        "total_money": book.add_format({**cell, "bold": True, "num_format": "#,##0"}),
    }


def _write_head(sheet: Worksheet, looks: dict[str, Format]) -> None:
    for row, title in enumerate(TITLES):
        sheet.merge_range(row, 0, row, len(HEADINGS) - 1, title, looks["title"])
    sheet.write(FIRST_ROW - 2, len(HEADINGS) - 1, "หน่วย : บาท", looks["unit"])
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(FIRST_ROW - 1, column, heading, looks["heading"])
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.repeat_rows(FIRST_ROW - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_activities(sheet: Worksheet, looks: dict[str, Format], activities: list[dict[str, str]]) -> None:
    for row, activity in enumerate(activities, start=FIRST_ROW):
        sheet.write_number(row, 0, int(activity["activity_no"]), looks["number"])
        sheet.write_string(row, 3, activity["activity"], looks["text"])
        sheet.write_number(row, 4, int(activity["budget_baht"]), looks["money"])
        sheet.write_string(row, 5, activity["agency"], looks["text"])
    _write_merged(sheet, looks, 1, [f"{one['project_no']}. {one['project']}" for one in activities])
    _write_merged(sheet, looks, 2, [one["main_activity"] for one in activities])


def _write_merged(sheet: Worksheet, looks: dict[str, Format], column: int, texts: list[str]) -> None:
    """Write a column whose equal neighbours are one merged cell, as offices draw it."""
    row = FIRST_ROW
    for text, group in groupby(texts):
        count = len(list(group))
        if count > 1:
            sheet.merge_range(row, column, row + count - 1, column, text, looks["text"])
        else:
            sheet.write(row, column, text, looks["text"])
        row += count


def _write_total(sheet: Worksheet, looks: dict[str, Format], activities: list[dict[str, str]]) -> None:
    row = FIRST_ROW + len(activities)
    projects = len({one["project_no"] for one in activities})
    label = f"รวมทั้งสิ้น {projects} โครงการ {len(activities)} กิจกรรม"
    sheet.merge_range(row, 0, row, 3, label, looks["total"])
    total = sum(int(one["budget_baht"]) for one in activities)
    sheet.write_formula(
        row, 4, f"=SUM(E{FIRST_ROW + 1}:E{row})", looks["total_money"], total,
    )  # fmt: skip
    sheet.write(row, 5, "", looks["text"])


if __name__ == "__main__":
    main()
