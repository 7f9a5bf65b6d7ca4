"""Messes of layout: merged cells, levels of rows, hidden parts, several sheets, several spellings."""

from itertools import groupby
from pathlib import Path
from typing import Any

from samples.messy_rows import HEADINGS, messy_book, plan, rows_of, write_rows

OFFICE = "สำนักงาน"


def merged_cells(path: Path) -> None:
    """Projects and main headings are merged downwards, the headings across two rows and sideways."""
    with messy_book(path) as book:
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
    with messy_book(path) as book:
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
        write_rows(book.add_worksheet(), rows)


def three_spellings(path: Path) -> None:
    """Agencies are spelled in three ways, names are broken over lines, and spaces stand where they like."""
    spellings = ("{}", "สนง.{}", " สำนักงาน {} ")
    with messy_book(path) as book:
        rows: list[list[Any]] = [["ลำดับที่", "โครงการ", "กิจกรรม\nหลัก", "กิจกรรม", "งบ\nประมาณ", "หน่วยงาน"]]
        for at, row in enumerate(rows_of(plan())):
            bare = row[5].removeprefix(OFFICE)
            if bare != row[5]:
                row[5] = row[5] if at % 3 == 0 else spellings[at % 3].format(bare)
            half = row[3].find(" ") if " " in row[3] else -1
            row[3] = row[3] if half < 0 else f"{row[3][:half]}\n{row[3][half + 1 :]}"
            rows.append(row)
        write_rows(book.add_worksheet(), rows)


def hidden_rows_and_sheets(path: Path) -> None:
    """Some rows are hidden, an old plan lies on a hidden sheet, and a cover sheet holds no table."""
    with messy_book(path) as book:
        cover, sheet, old = (
            book.add_worksheet("ปก"),
            book.add_worksheet("แผน 2564"),
            book.add_worksheet("ปีเก่า"),
        )
        cover.write(3, 2, "แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2564")
        write_rows(sheet, [list(HEADINGS), *rows_of(plan())])
        for row in (4, 5, 9):
            sheet.set_row(row, None, None, {"hidden": True})
        write_rows(old, [list(HEADINGS), [99, "โครงการเก่า", "-", "งานเก่า", 5_000_000, plan()[0]["agency"]]])
        old.hide()


def one_sheet_for_each_agency(path: Path) -> None:
    """Every agency has its own sheet, besides one with the whole plan: nothing may count twice."""
    with messy_book(path) as book:
        write_rows(
            book.add_worksheet("รวม"),
            [list(HEADINGS), *rows_of(plan()), [None, "รวมทั้งสิ้น", None, None, 181_750_000]],
        )
        activities = sorted(plan(), key=lambda each: each["agency"])
        for at, (_agency, of_agency) in enumerate(
            groupby(activities, key=lambda each: each["agency"]), start=1
        ):
            own = rows_of(list(of_agency))
            write_rows(book.add_worksheet(f"หน่วยงาน {at}"), [list(HEADINGS), *own])
