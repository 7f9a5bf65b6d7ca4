"""Holds what was said against last month's figures and the budget: the resulting total, and what must be asked."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rules.figures import Figures
from rules.role import Role
from rules.status import Status
from thai.evidence import because
from thai.money import Money, round_to_satang
from thai.normalise import Text
from thai.reading import Clarify, Context, Mode, Named, ReportReading
from thai.said import Said

BLOCKING = frozenset(Clarify) - {
    Clarify.FINAL_AMOUNT, Clarify.CUMULATIVE_OR_INCREMENTAL, Clarify.ALL_ACTIVITIES_CONFIRM,
}  # fmt: skip


@dataclass(frozen=True)
class Settled:
    report: ReportReading
    doubts: tuple[Clarify, ...]


@dataclass(frozen=True)
class _Money:
    satang: int | None = None
    mode: Mode | None = None
    resulting: int | None = None
    doubt: Clarify | None = None


def settle(said: Said, no: int | None, context: Context, text: Text, is_correction: bool = False) -> Settled:
    """Return the report on activity `no` (None where it is not known which) and what must be asked of it."""
    activity, last = context.named(no), context.last.get(no or 0, Figures())
    is_back_dated = _is_back_dated(said, context.period)
    money = _money(said.money, activity, last.disbursed_satang, is_correction, is_back_dated)
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
    if not said.progress.is_addition:
        return said.progress.percent
    total = (last.progress_percent or Decimal(0)) + said.progress.percent
    return total if total <= 100 else None


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


def _money(
    money: Money | None, activity: Named | None, last: int | None, is_correction: bool, is_back_dated: bool
) -> _Money:
    """Return the amount and what the total becomes; unknown where the activity or the reading is."""
    if money is None:
        return _Money()
    mode = Mode.CUMULATIVE if is_correction and money.mode is Mode.AMBIGUOUS else money.mode
    satang = _satang(money, activity)
    if satang is None:
        return _Money(None, mode, None, money.doubt)
    if mode is Mode.AMBIGUOUS and money.percent is not None:
        mode = Mode.CUMULATIVE
    if activity is None:
        return _Money(satang, mode, satang if mode is Mode.CUMULATIVE else None)
    if is_correction or is_back_dated:
        return _free_of_last(satang, mode, activity)
    return _against_last(satang, mode, activity.budget_satang, last or 0)


def _satang(money: Money, activity: Named | None) -> int | None:
    if money.satang is not None:
        return money.satang
    budget = activity.budget_satang if activity else 0
    if not budget or money.doubt:
        return None
    if money.is_full:
        return budget
    return round_to_satang(Decimal(budget) / 100 * money.percent / 100) if money.percent is not None else None


def _free_of_last(satang: int, mode: Mode, activity: Named) -> _Money:
    """A correction or an older month is not measured by the latest figure, only by the budget."""
    if _exceeds(satang, activity.budget_satang):
        return _Money(satang, mode, satang, Clarify.EXCEEDS_BUDGET)
    if mode is Mode.CUMULATIVE:
        return _Money(satang, mode, satang)
    return _Money(satang, mode, None, Clarify.CUMULATIVE_OR_INCREMENTAL)


def _exceeds(satang: int, budget: int) -> bool:
    return bool(budget) and satang > budget


def _against_last(satang: int, mode: Mode, budget: int, last: int) -> _Money:
    if mode is Mode.INCREMENTAL:
        total = last + satang
        return _Money(satang, mode, total, Clarify.EXCEEDS_BUDGET if _exceeds(total, budget) else None)
    if mode is Mode.CUMULATIVE:
        if _exceeds(satang, budget):
            return _Money(satang, mode, satang, Clarify.EXCEEDS_BUDGET)
        return _Money(satang, mode, satang, Clarify.DECREASED_CUMULATIVE if satang < last else None)
    as_total = satang >= last and not _exceeds(satang, budget)
    as_addition = not _exceeds(last + satang, budget)
    if not last or not satang:
        return _Money(satang, mode, last + satang, None if as_addition else Clarify.EXCEEDS_BUDGET)
    if as_total and as_addition:
        return _Money(satang, mode, None, Clarify.CUMULATIVE_OR_INCREMENTAL)
    if as_total or as_addition:
        return _Money(satang, mode, satang if as_total else last + satang)
    return _Money(satang, mode, None, Clarify.EXCEEDS_BUDGET)


def _unchanged(report: ReportReading, said: Said, last: Figures) -> ReportReading:
    """Fill in last month's figures where "no change" was said of them."""
    if said.same is None:
        return report
    if said.same.is_everything:
        report = replace(report, is_no_change=True)
    if said.same.status:
        report = replace(report, status=last.status)
    if said.same.work:
        report = replace(report, progress_percent=last.progress_percent)
    if said.same.money and last.disbursed_satang is not None:
        known = last.disbursed_satang
        report = replace(
            report, disbursed_satang=known, disbursed_mode=Mode.CUMULATIVE, resulting_cumulative_satang=known
        )
    return report


def _doubts(
    said: Said, report: ReportReading, money: _Money, activity: Named | None, last: Figures, context: Context
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
    if activity and not doubts and not _says_something(report):
        doubts.append(Clarify.STATUS_MISSING)
    return tuple(doubts)


def _final_amount_missing(report: ReportReading, activity: Named, last: Figures) -> bool:
    is_unpaid = (last.disbursed_satang or 0) < activity.budget_satang
    return report.status is Status.COMPLETED and report.disbursed_mode is None and is_unpaid


def _says_something(report: ReportReading) -> bool:
    fields = (report.status, report.progress_percent, report.disbursed_mode, report.causes)
    return report.is_no_change or any(one is not None for one in fields)
