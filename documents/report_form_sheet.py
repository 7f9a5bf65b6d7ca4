"""Draws the form as an .xlsx workbook that can be filled in, printed and sent back."""

import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from documents.report_form import INPUTS, PLACE, Column, Form, FormRow, headings
from documents.report_form_checks import add_checks
from documents.report_form_code import written_code
from documents.report_form_look import Look
from i18n import _
from thai import writing

CODE_ROW, GROUP_ROW, HEADING_ROW = 3, 4, 5
LAST_COLUMN = len(PLACE) - 1
WIDTHS = (6, 46, 17, 13, 19, 17, 10, 21, 19, 11, 34)
A4 = 9


def form_workbook(form: Form, secret_key: str) -> bytes:
    """Return the workbook, in the language now spoken. Nothing in it is a formula or a link, whatever names hold."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        sheet, look = book.add_worksheet(_("Report")), Look(book)
        book.set_properties({"title": _title(form)})
        _lay_out(sheet)
        _head(sheet, look, form, written_code(form.code, secret_key))
        _rows(sheet, look, form.rows)
        sheet.protect("", {"format_columns": True, "format_rows": True})
    return content.getvalue()


def _title(form: Form) -> str:
    return _("Progress report for {month}").format(month=writing.month(form.code.period))


def _lay_out(sheet: Worksheet) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADING_ROW + 1, PLACE[Column.NAME] + 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(GROUP_ROW, HEADING_ROW)
    sheet.set_footer("&C&P / &N")


def _head(sheet: Worksheet, look: Look, form: Form, code: str) -> None:
    issued = _("{whose} · form of {date}").format(whose=form.whose, date=writing.long_date(form.issued_on))
    how = _(
        "Fill in the yellow cells only, save, and send this file back into the chat. "
        "A row left empty is not reported. Choose “{same}” where nothing has changed."
    ).format(same=_("As before"))
    for row, (text, style) in enumerate(
        ((_title(form), look.title), (issued, look.words), (how, look.words))
    ):
        sheet.merge_range(row, 0, row, LAST_COLUMN, "", style)
        sheet.write_string(row, 0, text, style)
    sheet.merge_range(CODE_ROW, 0, CODE_ROW, LAST_COLUMN, "", look.code)
    sheet.write_string(CODE_ROW, 0, _("Code of this form, please leave it:") + f" {code}", look.code)
    ours, latest, now = Column.NO, Column.LAST_MONTH, Column.STATUS
    month = writing.month(form.code.period)
    _group(sheet, look, (PLACE[ours], PLACE[latest] - 1), _("The activity"))
    _group(sheet, look, (PLACE[latest], PLACE[now] - 1), _("Reported last"))
    _group(sheet, look, (PLACE[now], LAST_COLUMN), _("Please fill in for {month}").format(month=month), True)
    for column, heading in headings().items():
        style = look.to_fill if column in INPUTS else look.heading
        sheet.write_string(HEADING_ROW, PLACE[column], heading, style)


def _group(sheet: Worksheet, look: Look, span: tuple[int, int], text: str, is_input: bool = False) -> None:
    style = look.to_fill if is_input else look.heading
    sheet.merge_range(GROUP_ROW, span[0], GROUP_ROW, span[1], text, style)


def _rows(sheet: Worksheet, look: Look, rows: Sequence[FormRow]) -> None:
    """Write what is owed first; the others stand below a divider, for corrections."""
    owed = [row for row in rows if row.owes]
    others = [row for row in rows if not row.owes]
    at = HEADING_ROW + 1
    for row in owed:
        _row(sheet, look, at, row)
        at += 1
    if others:
        words = _("Nothing owed for this month: fill in only to correct")
        sheet.merge_range(at, 0, at, LAST_COLUMN, words, look.divider)
    for row in others:
        at += 1
        _row(sheet, look, at, row)


def _row(sheet: Worksheet, look: Look, at: int, row: FormRow) -> None:
    sheet.write_number(at, PLACE[Column.NO], row.no, look.locked_number)
    sheet.write_string(at, PLACE[Column.NAME], row.name, look.locked)
    sheet.write_number(at, PLACE[Column.BUDGET], row.budget_satang / 100, look.locked_baht)
    _last(sheet, look, at, row)
    for column, style in zip(
        INPUTS, (look.open_text, look.open_baht, look.open_percent, look.open_text), strict=True
    ):
        sheet.write_blank(at, PLACE[column], None, style)
    add_checks(sheet, at, row.budget_satang)


def _last(sheet: Worksheet, look: Look, at: int, row: FormRow) -> None:
    """What was never said stays blank: a zero would be a figure."""
    last = row.last
    month = writing.short_month(row.last_period) if row.last_period else ""
    status = writing.status_name(last.status) if last and last.status else ""
    sheet.write_string(at, PLACE[Column.LAST_MONTH], month, look.locked_number)
    sheet.write_string(at, PLACE[Column.LAST_STATUS], status, look.locked)
    paid = last.disbursed_satang if last else None
    done = last.progress_percent if last else None
    sheet.write(at, PLACE[Column.LAST_DISBURSED], None if paid is None else paid / 100, look.locked_baht)
    sheet.write(at, PLACE[Column.LAST_PROGRESS], None if done is None else float(done), look.locked_percent)
