"""Draws the list of join codes that is printed and handed out."""

import io
from collections.abc import Sequence
from typing import Any

from documents.people_outcome import Invited, code_words
from i18n import _
from thai.writing import long_date

LINE, TALL = 24, 36
FONT = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "vcenter", "text_wrap": True, "border": 1}


def people_workbook(province: str, invited: Sequence[Invited]) -> bytes:
    """Return the list as .xlsx, one line for each code, ready to be printed and cut."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(_("Join codes"))
        title = book.add_format({**FONT, "border": 0, "bold": True, "text_wrap": False})
        sheet.write(0, 0, _("Join codes of {province}").format(province=province), title)
        note_line = _("Add the bot as a friend in LINE and type the code. Each code works once.")
        sheet.write(1, 0, note_line, book.add_format({**FONT, "border": 0, "text_wrap": False}))
        for row in range(3):
            sheet.set_row(row, LINE)
        _draw(book, sheet, invited)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
    return content.getvalue()


def _draw(book: Any, sheet: Any, invited: Sequence[Invited]) -> None:
    head = book.add_format({**FONT, "bold": True, "bg_color": "#D9E2F3", "align": "center"})
    text = book.add_format(FONT)
    code = book.add_format({**FONT, "font_size": 18, "bold": True, "align": "center"})
    names = (
        _("Name"),
        _("Position"),
        _("Agency"),
        _("Activities"),
        _("Telephone"),
        _("Join code"),
        _("Works until"),
    )
    for column, (name, width) in enumerate(zip(names, (28, 26, 38, 16, 16, 18, 18), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(2, column, name, head)
    for at, each in enumerate(invited, start=3):
        sheet.set_row(at, TALL)
        row = each.row
        numbers = ", ".join(map(str, row.numbers)) or _("all of the agency")
        until = long_date(each.expires_at.date()) if each.expires_at else ""
        cells = (row.name, row.post or "", each.agency, numbers if each.agency else "", row.phone or "")
        for column, cell in enumerate(cells):
            sheet.write_string(at, column, cell, text)
        sheet.write_string(at, 5, code_words(each), code if each.code else text)
        sheet.write_string(at, 6, until, text)
