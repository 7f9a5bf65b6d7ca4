"""Each finding as one sentence of evidence, in the language now spoken: what, how long, and the figures that show it."""

from collections.abc import Callable

from cards.wording import percent_words, working_days
from i18n import _, ngettext
from rules.finding import Finding, FindingKind
from rules.stall import Standstill
from thai import writing


def evidence(finding: Finding, causes: str = "") -> str:
    """Return the sentence; `causes` are the officer's reasons in words, for what is blocked."""
    if finding.kind is FindingKind.BLOCKED:
        return _blocked(finding, causes)
    return _SENTENCES[finding.kind](finding)


def _blocked(finding: Finding, causes: str) -> str:
    days, since = working_days(finding.working_days), writing.short_date(finding.since)
    if causes:
        return _("Blocked for {days} since {date}: {causes}").format(days=days, date=since, causes=causes)
    return _("Blocked for {days} since {date}").format(days=days, date=since)


def _not_moving(finding: Finding) -> str:
    sentence = {
        Standstill.NOT_BEGUN: _("Not begun, {days} after {date}"),
        Standstill.PAYMENT: _("Work completed, no payment for {days}: disbursed {amount} since {date}"),
    }.get(finding.standstill or Standstill.WORK, _("No movement for {days}: disbursed {amount} since {date}"))
    return sentence.format(
        days=working_days(finding.working_days),
        amount=writing.baht(finding.satang or 0),
        date=writing.short_date(finding.since),
    )


def _not_reported(finding: Finding) -> str:
    month = writing.month(finding.on or finding.since)
    return _("No report for {month}: {days} past the due day").format(
        month=month, days=working_days(finding.working_days)
    )


def _past_end(finding: Finding) -> str:
    return _("Planned to end on {date}, {days} ago: work at {percent}").format(
        date=writing.short_date(finding.since),
        days=working_days(finding.working_days),
        percent=percent_words(finding.reached),
    )


def _procurement_long(finding: Finding) -> str:
    return _("In procurement for {days} since {date}: usually no more than {limit}").format(
        days=working_days(finding.working_days),
        date=writing.short_date(finding.since),
        limit=working_days(finding.limit),
    )


def _too_good(finding: Finding) -> str:
    days = working_days(finding.working_days)
    if finding.standstill is Standstill.PAYMENT:
        return _("Work reported at 100% for {days} since {date}, nothing disbursed yet").format(
            days=days, date=writing.short_date(finding.since)
        )
    return ngettext(
        "The same figures in {count} report: work {percent}, disbursed {amount}",
        "The same figures in {count} reports in a row: work {percent}, disbursed {amount}",
        finding.times,
    ).format(
        count=finding.times,
        percent=percent_words(finding.reached),
        amount=writing.baht(finding.satang or 0),
    )


def _ping_pong(finding: Finding) -> str:
    return ngettext(
        "The status came back to an earlier one {count} time since {date}",
        "The status came back to an earlier one {count} times since {date}",
        finding.times,
    ).format(count=finding.times, date=writing.short_date(finding.since))


def _cannot_finish(finding: Finding) -> str:
    if finding.expected is None or finding.on is None:
        return _("The contract passes the end of the fiscal year, as its officer says")
    return _("At the pace of the last three months the work reaches {percent} by {date}").format(
        percent=percent_words(finding.expected), date=writing.short_date(finding.on)
    )


def _behind_plan(finding: Finding) -> str:
    return _("Work at {reached}, by its own plan {expected}").format(
        reached=percent_words(finding.reached), expected=percent_words(finding.expected)
    )


def _behind_target(finding: Finding) -> str:
    return _("Disbursed {reached}, the target of the quarter that ended on {date} is {expected}").format(
        reached=percent_words(finding.reached),
        expected=percent_words(finding.expected),
        date=writing.short_date(finding.since),
    )


_SENTENCES: dict[FindingKind, Callable[[Finding], str]] = {
    FindingKind.NOT_MOVING: _not_moving,
    FindingKind.NOT_REPORTED: _not_reported,
    FindingKind.PAST_END: _past_end,
    FindingKind.PROCUREMENT_LONG: _procurement_long,
    FindingKind.TOO_GOOD: _too_good,
    FindingKind.PING_PONG: _ping_pong,
    FindingKind.CANNOT_FINISH: _cannot_finish,
    FindingKind.BEHIND_PLAN: _behind_plan,
    FindingKind.BEHIND_TARGET: _behind_target,
}
