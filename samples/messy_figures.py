"""Messes of figures: Thai digits, commas for points, thousands and millions by heading."""

from pathlib import Path
from typing import Any

from samples.messy_rows import HEADINGS, messy_book, plan, rows_of, write_rows

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai_digits(path: Path) -> None:
    """Numbers and amounts are text in Thai digits; a dash stands for zero."""
    with messy_book(path) as book:
        rows: list[list[Any]] = [list(HEADINGS)]
        for no, project, main, name, baht, agency in rows_of(plan()):
            rows.append(
                [str(no).translate(THAI), project, main, name, f"{baht:,}.๐๐".translate(THAI), agency]
            )
        rows.append(["๒๔", plan()[0]["project"], "-", "กิจกรรมที่ยังไม่มีงบประมาณ", "-", plan()[0]["agency"]])
        write_rows(book.add_worksheet(), rows)


def comma_for_point(path: Path) -> None:
    """Two amounts are written as ๑๐,๐๐๐,๐๐: not to be guessed."""
    with messy_book(path) as book:
        rows: list[list[Any]] = [list(HEADINGS), *rows_of(plan())]
        rows[1][4], rows[2][4] = "๘๒๗,๓๐๐,๐๐", "๑,๓๐๐,๐๐๐,๐๐"
        write_rows(book.add_worksheet(), rows)


def thousands_and_millions(path: Path) -> None:
    """One sheet counts in thousands by its heading, the other in millions by a line above it."""
    first = [each for each in plan() if int(each["project_no"]) <= 2]
    second = [each for each in plan() if int(each["project_no"]) > 2]
    with messy_book(path) as book:
        thousand = [[*HEADINGS[:4], "งบประมาณ (พันบาท)", HEADINGS[5]], *rows_of(first)]
        million = [["หน่วย : ล้านบาท"], [*list(HEADINGS[:4]), "งบประมาณ", HEADINGS[5]], *rows_of(second)]
        for row in thousand[1:]:
            row[4] = row[4] / 1_000
        for row in million[2:]:
            row[4] = f"{row[4] / 1_000_000:.6f}".rstrip("0").rstrip(".")
        write_rows(book.add_worksheet("พันบาท"), thousand)
        write_rows(book.add_worksheet("ล้านบาท"), million)
