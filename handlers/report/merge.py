"""Puts what a message said into the draft: figure by figure, remembering which words gave it."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.report.desk import Desk
from handlers.report.draft import Item, Question
from i18n import _
from rules.figures import Figures
from rules.fiscal_year import period_of
from thai import writing
from thai.reading import Clarify, Mode, Reading, ReportReading

UNREADABLE = {
    Clarify.AMOUNT_FORMAT: Question.DISBURSED,
    Clarify.EXACT_AMOUNT: Question.DISBURSED,
    Clarify.AMOUNT_UNIT: Question.DISBURSED,
    Clarify.PROGRESS_OR_DISBURSED: Question.PROGRESS,
}


def merge(desk: Desk, reading: Reading, message_ids: Sequence[str]) -> None:
    """Bring the draft up to what the message says; what it does not mention stays as it was."""
    for report in reading.reports:
        merge_report(desk, report, reading.candidates)
    desk.draft = replace(desk.draft, message_ids=(*desk.draft.message_ids, *message_ids), forced=None)
    _ask_what_was_unreadable(desk, reading)


def merge_report(desk: Desk, report: ReportReading, candidates: Sequence[int] = ()) -> None:
    """Put one activity's reading into its item, which is made where it is new."""
    no = report.activity_no
    item = desk.draft.item(no) or desk.new_item(no)
    if desk.was_left_in_an_earlier_month and item.as_of is None:
        item = _dated(desk, replace(item, period=desk.new_item(no).period))
    if report.as_of is not None:
        item = _dated(desk, replace(item, as_of=report.as_of, period=period_of(report.as_of)))
    elif report.names_month and report.period is not None and report.period != item.period:
        item = _dated(desk, replace(item, period=report.period))
    if report.is_no_change:
        item = replace(item, is_no_change=True, said=Figures())
    else:
        item = _with_figures(item, report)
    item = replace(item, candidates=report.candidates or tuple(candidates) if no is None else ())
    desk.draft = desk.draft.with_item(replace(item, how_read=_how_read(item, report)))


def _with_figures(item: Item, report: ReportReading) -> Item:
    said = {
        "status": report.status,
        "progress_percent": report.progress_percent,
        "disbursed_satang": report.resulting_cumulative_satang,
        "committed_satang": report.committed_satang,
        "causes": report.causes,
        "problem_text": report.problem_text,
    }
    item = item.saying(**{name: value for name, value in said.items() if value is not None})
    if report.disbursed_satang is None:
        return item
    item = replace(item, amount_satang=report.disbursed_satang, mode=report.disbursed_mode)
    if report.resulting_cumulative_satang is None and report.disbursed_mode is Mode.AMBIGUOUS:
        # Read as the total, which is what the question asks for; the card says so and switches with one tap.
        return item.saying(disbursed_satang=report.disbursed_satang)
    return item


def _dated(desk: Desk, item: Item) -> Item:
    """A date may name a month that was reported before: then this is its correction."""
    if item.no is None:
        return item
    return replace(item, is_correction=item.period in desk.state(item.no).valid)


def _how_read(item: Item, report: ReportReading) -> tuple[str, ...]:
    """Return which words gave which figure, the newest last; words of one figure stand together."""
    names = {
        "status": _("status"),
        "progress_percent": _("work done"),
        "disbursed": _("disbursed"),
        "causes": _("problem"),
        "as_of": _("as of"),
    }
    found = [
        f"{' '.join(each.text.strip() for each in report.because if each.field == field)} = {name}"
        for field, name in names.items()
        if any(each.field == field for each in report.because)
    ]
    return (*item.how_read, *found, *_how_amount_was_read(report))[-6:]


def _how_amount_was_read(report: ReportReading) -> tuple[str, ...]:
    amount, total = report.disbursed_satang, report.resulting_cumulative_satang
    if amount is None:
        return ()
    if report.disbursed_mode is Mode.AMBIGUOUS and (total is None or total == amount):
        return (_("{amount} is read as the total since 1 October").format(amount=writing.baht(amount)),)
    if total is not None and total != amount:
        return (_("{amount} is read as added to last time").format(amount=writing.baht(amount)),)
    return ()


def _ask_what_was_unreadable(desk: Desk, reading: Reading) -> None:
    """An amount that cannot be read safely is asked for again, with the reason."""
    remarks = {
        Clarify.AMOUNT_FORMAT: _(
            "I could not read that amount safely. Please write it again, such as 1,250,000."
        ),
        Clarify.EXACT_AMOUNT: _("What is the exact amount?"),
        Clarify.AMOUNT_UNIT: _("Is that baht or million baht? Please write the amount with its unit."),
        Clarify.PERIOD: _(
            "I could not use that date. The figures are taken for the month shown; please check it."
        ),
        Clarify.PROGRESS_OR_DISBURSED: _("Is that the work done or the money disbursed?"),
    }
    for code in reading.clarify:
        if code in remarks:
            desk.draft = replace(desk.draft, remark=remarks[code])
        if code in UNREADABLE and len(desk.draft.items) == 1 and desk.draft.items[0].no is not None:
            desk.draft = replace(desk.draft, focus=desk.draft.items[0].no, forced=UNREADABLE[code])
