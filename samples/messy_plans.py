"""Twelve workbooks as provinces really keep them, all from the real plan of Phetchaburi 2564.

Each holds messes of its own; `Messy` says what must be read. Run by hand: python -m samples.messy_plans FOLDER
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from documents.refusals import Refusal
from samples.messy_figures import comma_for_point, thai_digits, thousands_and_millions
from samples.messy_files import make_old_excel, no_headings, old_excel, open_document, windows_thai
from samples.messy_layouts import (
    hidden_rows_and_sheets,
    merged_cells,
    one_sheet_for_each_agency,
    projects_among_activities,
    three_spellings,
)
from samples.messy_tables import TABLES


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
    for each in (*WORKBOOKS, *TABLES):
        each.draw(target / each.file)


if __name__ == "__main__":
    main(sys.argv[1])
