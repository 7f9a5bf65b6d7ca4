"""Draws the reconciliation as a workbook: every activity with both sides, and the treasury's lines that are no activity."""

import io
from datetime import date
from typing import Any

from i18n import _
from models.reconciliation import Compared, Reconciliation, row_day
from models.treasury_gap import GapReason, TreasuryGap
from rules.reconciliation import Agreement, Said
from thai.writing import short_date

FONT = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "top", "text_wrap": True, "border": 1}
MONEY = "#,##0.00"
LINE, TALL = 24, 44
WIDTHS = (6, 44, 28, 16, 16, 11, 16, 11, 16, 18, 7, 26)
TINTS = {
    Agreement.TREASURY_AHEAD: "#DDEBF7",
    Agreement.OFFICER_AHEAD: "#FFF2CC",
    Agreement.NOT_REPORTED: "#F8CBAD",
}


def reconciliation_workbook(found: Reconciliation, today: date) -> bytes:
    """Return the .xlsx; the differences and sums are live formulas."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        _draw_rows(book, book.add_worksheet(_("Reconciliation")), found, today)
        _draw_lines(book, book.add_worksheet(_("Unmatched lines")), found)
    return content.getvalue()


def _draw_rows(book: Any, sheet: Any, found: Reconciliation, today: date) -> None:
    head = book.add_format({**FONT, "bold": True, "bg_color": "#D9E2F3", "align": "center"})
    names = (
        _("No."), _("Activity"), _("Agency"), _("Standing"), _("Treasury (baht)"), _("As of"), _("Officer (baht)"),
        _("As of"), _("Difference (baht)"), _("Who can tell why"), _("Days"), _("Reason"),
    )  # fmt: skip
    title = book.add_format({**FONT, "bold": True, "border": 0, "text_wrap": False})
    day = _("as of {day}").format(day=short_date(found.snapshot.as_of))
    sheet.write(0, 0, f"{_('Reconciliation with the treasury')} {day}", title)
    for column, (name, width) in enumerate(zip(names, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(1, column, name, head)
    for place in (0, 1, len(found.rows) + 2):
        sheet.set_row(place, LINE)
    for at, row in enumerate(found.rows, start=2):
        _draw_row(book, sheet, at, row, today)
    last = len(found.rows) + 2
    total = book.add_format({**FONT, "bold": True, "num_format": MONEY})
    sheet.write(last, 1, _("Total"), total)
    for letter, column in (("E", 4), ("G", 6), ("I", 8)):
        values = {
            4: sum(row.treasury.disbursed_satang for row in found.rows if row.treasury),
            6: sum(row.officer.satang for row in found.rows if row.officer),
            8: sum(row.gap_satang for row in found.rows),
        }
        sheet.write_formula(last, column, f"=SUM({letter}3:{letter}{last})", total, values[column] / 100)
    sheet.freeze_panes(2, 2)
    _set_page(sheet)


def _set_page(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _draw_row(book: Any, sheet: Any, at: int, row: Compared, today: date) -> None:
    shade = {"bg_color": TINTS[row.agreement]} if row.agreement in TINTS else {}
    text = book.add_format({**FONT, **shade})
    money = book.add_format({**FONT, **shade, "num_format": MONEY})
    sheet.set_row(at, TALL)
    sheet.write_number(at, 0, row.activity.no, text)
    sheet.write_string(at, 1, row.activity.name, text)
    sheet.write_string(at, 2, row.agency, text)
    sheet.write_string(at, 3, standing_words(row.agreement), text)
    treasury = Said(row.treasury.disbursed_satang, row.treasury.as_of) if row.treasury else None
    for column, said in ((4, treasury), (6, row.officer)):
        if said is not None:
            sheet.write_number(at, column, said.satang / 100, money)
            sheet.write_string(at, column + 1, short_date(said.as_of), text)
        else:
            sheet.write_blank(at, column, None, text)
            sheet.write_blank(at, column + 1, None, text)
    if row.treasury is not None and row.officer is not None:
        sheet.write_formula(at, 8, f"=E{at + 1}-G{at + 1}", money, row.gap_satang / 100)
    else:
        sheet.write_blank(at, 8, None, text)
    sheet.write_string(at, 9, ", ".join(owner.name for owner in row.owners if owner.name), text)
    gap = row.gap
    is_apart = row.agreement is not Agreement.AGREE
    since = gap.since if gap else row_day(row)
    sheet.write(at, 10, max(0, (today - since).days) if is_apart else "", text)
    sheet.write_string(at, 11, _reason(gap), text)


def _reason(gap: TreasuryGap | None) -> str:
    """Return the reason with what was typed beside it; who was asked and has not answered yet is told instead."""
    if gap is None or (gap.reason is None and gap.asked_on is None):
        return ""
    if gap.reason is None:
        return _("asked {day}, no answer yet").format(day=short_date(gap.asked_on)) if gap.asked_on else ""
    return gap_reason_words(gap.reason) + (f": {gap.note}" if gap.note else "")


def _draw_lines(book: Any, sheet: Any, found: Reconciliation) -> None:
    head = book.add_format({**FONT, "bold": True, "bg_color": "#D9E2F3", "align": "center"})
    text, money = book.add_format(FONT), book.add_format({**FONT, "num_format": MONEY})
    names = (_("Row"), _("Budget code"), _("Name"), _("Agency"), _("Disbursed (baht)"))
    for column, (name, width) in enumerate(zip(names, (8, 26, 60, 36, 18), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(0, column, name, head)
    sheet.set_row(0, LINE)
    sheet.freeze_panes(1, 0)
    _set_page(sheet)
    for at, line in enumerate(found.unmatched, start=1):
        sheet.set_row(at, TALL)
        sheet.write_number(at, 0, line.row, text)
        sheet.write_string(at, 1, line.code or "", text)
        sheet.write_string(at, 2, line.name, text)
        sheet.write_string(at, 3, line.agency or "", text)
        sheet.write_number(at, 4, line.disbursed_satang / 100, money)


def standing_words(which: Agreement) -> str:
    """Return how the two sides stand, in words."""
    return {
        Agreement.AGREE: _("agree"),
        Agreement.TREASURY_AHEAD: _("treasury ahead"),
        Agreement.OFFICER_AHEAD: _("officer ahead"),
        Agreement.NOT_REPORTED: _("not reported"),
        Agreement.NOT_AT_TREASURY: _("not at the treasury"),
    }[which]


def gap_reason_words(reason: GapReason) -> str:
    """Return a reason as officers give it."""
    return {
        GapReason.TREASURY_LATER: _("Sent to the treasury, not booked yet"),
        GapReason.REPORT_LATER: _("Paid after my report"),
        GapReason.REPORT_WRONG: _("My report needs a correction"),
        GapReason.OTHER: _("Another reason"),
    }[reason]
