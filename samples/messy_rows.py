"""What the messy workbooks are drawn from: the real plan's rows, and the pen that writes them."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.plan_rows import PLAN_CSV

Row = dict[str, str]
HEADINGS = ("ที่", "โครงการ", "กิจกรรมหลัก", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบ")


def plan() -> list[Row]:
    """Return the 23 activities as the .csv has them."""
    with PLAN_CSV.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def rows_of(activities: list[Row]) -> list[list[Any]]:
    """Return activities as rows under the usual headings."""
    return [
        [
            int(a["activity_no"]),
            a["project"],
            a["main_activity"],
            a["activity"],
            int(a["budget_baht"]),
            a["agency"],
        ]
        for a in activities
    ]


def messy_book(path: Path) -> xlsxwriter.Workbook:
    """Open a workbook in which every text stays a text."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return xlsxwriter.Workbook(path, options)


def write_rows(sheet: Any, rows: Sequence[Sequence[Any]], first: int = 0) -> None:
    """Write rows from row `first` (0 is the top); None leaves a cell blank."""
    for at, row in enumerate(rows, start=first):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, column, cell)
