"""Why a row of a form is left out, in words that say what to write instead."""

from documents.report_form import headings
from documents.report_form_cells import Fault
from documents.report_form_reading import Unread
from handlers.report.draft import Question
from i18n import _

SHOWN = 40


def cell_reason(unread: Unread) -> str:
    """Return what is wrong with one cell, under its heading and with what stands in it."""
    reason = {
        Fault.STATUS: _("please choose a status from the list"),
        Fault.ADMIN_ONLY: _("only the provincial office can cancel an activity"),
        Fault.AMOUNT: _("I cannot read this amount safely; write it such as 1,250,000"),
        Fault.AMOUNT_UNIT: _("baht or million baht? Write it in full, or with its unit"),
        Fault.DASH: _("a dash may mean zero or no change; write 0, or leave the cell empty"),
        Fault.PERCENT: _("write a number from 0 to 100"),
        Fault.PERCENT_OR_SHARE: _("Excel turns 45% into 0.45; write 45 without %"),
    }[unread.fault]
    shown = unread.shown if len(unread.shown) <= SHOWN else unread.shown[:SHOWN] + "…"
    return _("{heading} “{shown}”: {reason}").format(
        heading=headings()[unread.column], shown=shown, reason=reason
    )


def missing_reason(question: Question) -> str:
    """Return what must be filled in because neither the form nor an earlier report says it."""
    if question is Question.STATUS:
        return _("the status is missing")
    if question is Question.DISBURSED:
        return _("the amount disbursed is missing (0 if nothing)")
    if question is Question.PROGRESS:
        return _("the percent of work done is missing")
    return _("the reason is missing: please write what the problem is")
