"""Makes the report on one activity of what was said, and tells what must still be asked of it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rules.figures import Figures
from rules.role import Role
from rules.status import Status
from thai.evidence import because
from thai.normalise import Text
from thai.reading import Clarify, Context, Mode, Named, ReportReading
from thai.said import Said
from thai.totals import Total, total

BLOCKING = frozenset(Clarify) - {
    Clarify.FINAL_AMOUNT, Clarify.CUMULATIVE_OR_INCREMENTAL, Clarify.ALL_ACTIVITIES_CONFIRM,
}  # fmt: skip


@dataclass(frozen=True)
class Settled:
    report: ReportReading
    doubts: tuple[Clarify, ...]


def settle(said: Said, no: int | None, context: Context, text: Text, is_correction: bool = False) -> Settled:
    """Return the report on activity `no` (None where it is not known which) and what must be asked of it."""
    activity, last = context.named(no), context.last.get(no or 0, Figures())
    is_back_dated = _is_back_dated(said, context.period)
    money = total(said.money, activity, last.disbursed_satang, is_correction, is_back_dated)
    report = ReportReading(
        activity_no=no,
        status=said.status,
        progress_percent=_percent(said, last, activity),
        disbursed_satang=money.satang,
        disbursed_mode=money.mode,
        resulting_cumulative_satang=money.resulting,
        committed_satang=said.committed_satang,
        as_of=said.dated.as_of,
        period=said.dated.period or context.period,
        names_month=said.dated.period is not None,
        causes=said.problems.causes if said.problems else None,
        problem_text=_problem_text(said, text),
        because=because(said, text),
    )
    report = _unchanged(report, said, last)
    return Settled(report, _doubts(said, report, money, activity, last, context))


def _problem_text(said: Said, text: Text) -> str | None:
    """Return the officer's own words where no cause of the list fits."""
    if said.problems is None or said.problems.text is None:
        return None
    first, last = said.problems.tokens[0], said.problems.tokens[-1]
    start, end = text.as_sent(first.start, last.end)
    return text.original[start:end] or said.problems.text


def _percent(said: Said, last: Figures, activity: Named | None) -> Decimal | None:
    if said.progress is None or said.progress.percent is None or _repeats_the_amount(said, activity):
        return None
    before = last.progress_percent or Decimal(0)
    if not (said.progress.is_addition or (said.progress.is_step and said.progress.percent < before)):
        return said.progress.percent
    reached = before + said.progress.percent
    return reached if reached <= 100 else None


def _repeats_the_amount(said: Said, activity: Named | None) -> bool:
    """Return whether a percentage behind an amount is just its share of the budget: 562,000 บาท ร้อยละ 53.91."""
    money, progress = said.money, said.progress
    if not (activity and activity.budget_satang and money and money.satang and money.tokens and progress):
        return False
    if not progress.is_bare or progress.percent is None or progress.tokens[0].start < money.tokens[0].start:
        return False
    share = Decimal(money.satang) * 100 / activity.budget_satang
    return abs(share - progress.percent) < Decimal("0.01")


def _is_back_dated(said: Said, period: date | None) -> bool:
    return said.dated.period is not None and period is not None and said.dated.period < period


def _unchanged(report: ReportReading, said: Said, last: Figures) -> ReportReading:
    """Fill in last month's figures where "no change" was said of them."""
    if said.same is None:
        return report
    if said.same.is_everything:
        report = replace(report, is_no_change=True)
    if said.same.status:
        report = replace(report, status=last.status)
    if said.same.work and said.progress is None:
        report = replace(report, progress_percent=last.progress_percent)
    if said.same.money and said.money is None and last.disbursed_satang is not None:
        known = last.disbursed_satang
        report = replace(
            report, disbursed_satang=known, disbursed_mode=Mode.CUMULATIVE, resulting_cumulative_satang=known
        )
    return report


def _doubts(
    said: Said, report: ReportReading, money: Total, activity: Named | None, last: Figures, context: Context
) -> tuple[Clarify, ...]:
    """Return what must be asked, the more pressing first; another agency's activity is refused before all else."""
    if report.activity_no is not None and not context.is_mine(report.activity_no):
        return (Clarify.NOT_YOUR_ACTIVITY,)
    doubts: list[Clarify] = []
    if report.activity_no is None:
        doubts.append(Clarify.WHICH_ACTIVITY)
    if report.status is Status.CANCELLED and context.role is not Role.ADMIN:
        doubts.append(Clarify.ADMIN_ONLY)
    if said.dated.is_wrong:
        doubts.append(Clarify.PERIOD)
    if money.doubt:
        doubts.append(money.doubt)
    if said.progress and said.progress.doubt:
        doubts.append(said.progress.doubt)
    if report.status is Status.BLOCKED and not report.causes:
        doubts.append(Clarify.REASON_REQUIRED)
    if activity and _final_amount_missing(report, activity, last):
        doubts.append(Clarify.FINAL_AMOUNT)
    if activity and not doubts and not says_something(report):
        doubts.append(Clarify.STATUS_MISSING)
    return tuple(doubts)


def _final_amount_missing(report: ReportReading, activity: Named, last: Figures) -> bool:
    is_unpaid = (last.disbursed_satang or 0) < activity.budget_satang
    return report.status is Status.COMPLETED and report.disbursed_mode is None and is_unpaid


def says_something(report: ReportReading) -> bool:
    fields = (report.status, report.progress_percent, report.disbursed_mode, report.causes)
    return report.is_no_change or any(one is not None for one in fields)
