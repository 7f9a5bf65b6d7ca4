"""Draws twelve workbooks as provinces really keep them, all from the real plan of Phetchaburi 2564.

Each holds messes of its own; `expected` says what must be read. Run by hand: python -m samples.messy_plans FOLDER
"""

import csv
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from documents.refusals import Refusal
from samples.plan_rows import PLAN_CSV

Row = dict[str, str]
HEADINGS = ("ที่", "โครงการ", "กิจกรรมหลัก", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบ")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
OFFICE = "สำนักงาน"
OLD = Path(__file__).with_name("messy-old.xls")


@dataclass(frozen=True)
class Messy:
    """One workbook.

    `budget_baht` is the sum to be read; `left_out` rows are named and not read; `refused` says why none is read.
    """

    file: str
    messes: str
    draw: Callable[[Path], None]
    activities: int = 23
    budget_baht: int = 181_750_000
    left_out: int = 0
    differing_totals: int = 0
    refused: Refusal | None = None
    codes: tuple[str, ...] = field(default=())


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


def _book(path: Path) -> xlsxwriter.Workbook:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return xlsxwriter.Workbook(path, options)


def _write(sheet: Any, rows: list[list[Any]], first: int = 0) -> None:
    for at, row in enumerate(rows, start=first):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, column, cell)


def merged_cells(path: Path) -> None:
    """Projects and main headings are merged downwards, the headings across two rows and sideways."""
    with _book(path) as book:
        sheet, plain = book.add_worksheet("แผน"), book.add_format()
        sheet.merge_range(0, 0, 0, 5, "แผนปฏิบัติราชการจังหวัดเพชรบุรี ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", plain)
        for column, heading in ((0, "ที่"), (1, "โครงการ"), (4, "งบประมาณ"), (5, "หน่วยงาน\nรับผิดชอบ")):
            sheet.merge_range(1, column, 2, column, heading, plain)
        sheet.merge_range(1, 2, 1, 3, "กิจกรรม", plain)
        sheet.write_row(2, 2, ["กิจกรรมหลัก", "กิจกรรมย่อย"])
        row = 3
        for project, of_project in groupby(plan(), key=lambda each: each["project"]):
            activities = list(of_project)
            if len(activities) > 1:
                sheet.merge_range(row, 1, row + len(activities) - 1, 1, project, plain)
            else:
                sheet.write(row, 1, project)
            for each in rows_of(activities):
                for column in (0, 2, 3, 4, 5):
                    sheet.write(row, column, each[column])
                row += 1


def projects_among_activities(path: Path) -> None:
    """Project rows with their sums stand among the activities, with subtotals and a grand total between."""
    with _book(path) as book:
        rows: list[list[Any]] = [["ที่", "โครงการ/กิจกรรม", "งบประมาณ", "หน่วยงาน"]]
        for number, (project, of_project) in enumerate(
            groupby(plan(), key=lambda each: each["project"]), start=1
        ):
            activities = list(of_project)
            total = sum(int(each["budget_baht"]) for each in activities)
            rows.append([number, project, total, None])
            rows += [
                [f"{number}.{at}", each["activity"], int(each["budget_baht"]), each["agency"]]
                for at, each in enumerate(activities, start=1)
            ]
            rows.append([None, f"รวม {len(activities)} กิจกรรม", total, None])
        rows.append([None, "รวมทั้งสิ้น", 181_750_000, None])
        _write(book.add_worksheet(), rows)


def thai_digits(path: Path) -> None:
    """Numbers and amounts are text in Thai digits; a dash stands for zero."""
    with _book(path) as book:
        rows: list[list[Any]] = [list(HEADINGS)]
        for no, project, main, name, baht, agency in rows_of(plan()):
            rows.append(
                [str(no).translate(THAI), project, main, name, f"{baht:,}.๐๐".translate(THAI), agency]
            )
        rows.append(["๒๔", plan()[0]["project"], "-", "กิจกรรมที่ยังไม่มีงบประมาณ", "-", plan()[0]["agency"]])
        _write(book.add_worksheet(), rows)


def comma_for_point(path: Path) -> None:
    """Two amounts are written as ๑๐,๐๐๐,๐๐: not to be guessed."""
    with _book(path) as book:
        rows: list[list[Any]] = [list(HEADINGS), *rows_of(plan())]
        rows[1][4], rows[2][4] = "๘๒๗,๓๐๐,๐๐", "๑,๓๐๐,๐๐๐,๐๐"
        _write(book.add_worksheet(), rows)


def thousands_and_millions(path: Path) -> None:
    """One sheet counts in thousands by its heading, the other in millions by a line above it."""
    first = [each for each in plan() if int(each["project_no"]) <= 2]
    second = [each for each in plan() if int(each["project_no"]) > 2]
    with _book(path) as book:
        thousand = [[*HEADINGS[:4], "งบประมาณ (พันบาท)", HEADINGS[5]], *rows_of(first)]
        million = [["หน่วย : ล้านบาท"], [*list(HEADINGS[:4]), "งบประมาณ", HEADINGS[5]], *rows_of(second)]
        for row in thousand[1:]:
            row[4] = row[4] / 1_000
        for row in million[2:]:
            row[4] = f"{row[4] / 1_000_000:.6f}".rstrip("0").rstrip(".")
        _write(book.add_worksheet("พันบาท"), thousand)
        _write(book.add_worksheet("ล้านบาท"), million)


def three_spellings(path: Path) -> None:
    """Agencies are spelled in three ways, names are broken over lines, and spaces stand where they like."""
    spellings = ("{}", "สนง.{}", " สำนักงาน {} ")
    with _book(path) as book:
        rows: list[list[Any]] = [["ลำดับที่", "โครงการ", "กิจกรรม\nหลัก", "กิจกรรม", "งบ\nประมาณ", "หน่วยงาน"]]
        for at, row in enumerate(rows_of(plan())):
            bare = row[5].removeprefix(OFFICE)
            if bare != row[5]:
                row[5] = row[5] if at % 3 == 0 else spellings[at % 3].format(bare)
            half = row[3].find(" ") if " " in row[3] else -1
            row[3] = row[3] if half < 0 else f"{row[3][:half]}\n{row[3][half + 1 :]}"
            rows.append(row)
        _write(book.add_worksheet(), rows)


def hidden_rows_and_sheets(path: Path) -> None:
    """Some rows are hidden, an old plan lies on a hidden sheet, and a cover sheet holds no table."""
    with _book(path) as book:
        cover, sheet, old = (
            book.add_worksheet("ปก"),
            book.add_worksheet("แผน 2564"),
            book.add_worksheet("ปีเก่า"),
        )
        cover.write(3, 2, "แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2564")
        _write(sheet, [list(HEADINGS), *rows_of(plan())])
        for row in (4, 5, 9):
            sheet.set_row(row, None, None, {"hidden": True})
        _write(old, [list(HEADINGS), [99, "โครงการเก่า", "-", "งานเก่า", 5_000_000, plan()[0]["agency"]]])
        old.hide()


def one_sheet_for_each_agency(path: Path) -> None:
    """Every agency has its own sheet, besides one with the whole plan: nothing may count twice."""
    with _book(path) as book:
        _write(
            book.add_worksheet("รวม"),
            [list(HEADINGS), *rows_of(plan()), [None, "รวมทั้งสิ้น", None, None, 181_750_000]],
        )
        activities = sorted(plan(), key=lambda each: each["agency"])
        for at, (_agency, of_agency) in enumerate(
            groupby(activities, key=lambda each: each["agency"]), start=1
        ):
            own = rows_of(list(of_agency))
            _write(book.add_worksheet(f"หน่วยงาน {at}"), [list(HEADINGS), *own])


def old_excel(path: Path) -> None:
    """Excel 97, as kept beside this file: page headings in the middle and signatures below."""
    path.write_bytes(OLD.read_bytes())


def make_old_excel() -> None:
    """Have LibreOffice write the Excel 97 workbook that old_excel hands out."""
    rows: list[list[Any]] = [["แผนปี 2564"], list(HEADINGS)]
    rows += [*rows_of(plan()[:12]), ["แผนปี 2564"], list(HEADINGS), *rows_of(plan()[12:])]
    rows += [
        [None, "รวมทั้งสิ้น 23 กิจกรรม", None, None, 181_750_000],
        [],
        [None, "ลงชื่อ ..................... ผู้จัดทำ"],
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{OLD.stem}.xlsx"
        with _book(source) as book:
            _write(book.add_worksheet("แผน"), rows)
        command = ["soffice", "--headless", "--convert-to", "xls", "--outdir", str(OLD.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603


def windows_thai(path: Path) -> None:
    """Comma text in Windows Thai (cp874) with semicolons, as an old Excel saves it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows([*row[:4], f"{row[4]:,.2f}", row[5]] for row in rows_of(plan()))
    path.write_bytes(text.getvalue().encode("cp874", "replace"))


def open_document(path: Path) -> None:
    """OpenDocument, with a total that leaves one activity out."""
    rows = [list(HEADINGS), *rows_of(plan()), [None, "รวมทั้งสิ้น", None, None, 181_750_000 - 1_845_000, None]]
    cells = "".join(
        "<table:table-row>" + "".join(_cell(cell) for cell in row) + "</table:table-row>" for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="แผน">{cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}:manifest:1.0"/>')


def _cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    kind = "float" if isinstance(cell, int) else "string"
    value = f' office:value="{cell}"' if kind == "float" else ""
    return f'<table:table-cell office:value-type="{kind}"{value}><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def no_headings(path: Path) -> None:
    """A page saved from a browser and called a workbook."""
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows_of(plan()))
    path.write_text(f"<html><body><table>{table}</table></body></html>", encoding="utf-8")


WORKBOOKS = (
    Messy("01-merged.xlsx", "merged cells, headings in two rows", merged_cells),
    Messy("02-levels.xlsx", "project rows, activity rows, subtotals and totals between", projects_among_activities),
    Messy("03-thai-digits.xlsx", "Thai digits, a dash for zero", thai_digits, activities=24),
    Messy(
        "04-comma-for-point.xlsx", "๑๐,๐๐๐,๐๐", comma_for_point, activities=21,
        budget_baht=181_750_000 - 827_300 - 1_300_000, left_out=2, codes=("AMOUNT_FORMAT",),
    ),
    Messy("05-units.xlsx", "thousands and millions by heading, several sheets", thousands_and_millions),
    Messy("06-spellings.xlsx", "agencies in three spellings, line breaks inside names", three_spellings),
    Messy(
        "07-hidden.xlsx", "hidden rows, a hidden sheet, a cover", hidden_rows_and_sheets,
        codes=("HIDDEN_ROWS",),
    ),
    Messy(
        "08-sheets.xlsx", "one sheet for each agency besides the whole plan", one_sheet_for_each_agency,
        left_out=23, codes=("SAME_ROW_TWICE",),
    ),
    Messy("09-old.xls", "Excel 97, headings again on every page, signatures", old_excel),
    Messy("10-cp874.csv", "comma text in Windows Thai", windows_thai),
    Messy("11-open.ods", "OpenDocument, a total that leaves a row out", open_document, differing_totals=1),
    Messy("12-page.xls", "a web page called .xls", no_headings, refused=Refusal.WEB_PAGE),
)  # fmt: skip


def main(folder: str) -> None:
    make_old_excel()
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for each in WORKBOOKS:
        each.draw(target / each.file)


if __name__ == "__main__":
    main(sys.argv[1])
