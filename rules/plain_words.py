"""The week in one sentence, for the top of the governor's summary."""

from i18n import _, ngettext
from rules.condition import Condition
from rules.questions import Writing
from rules.summary import WeeklySummary


def sentence(summary: WeeklySummary, writing: Writing) -> str:
    """Return what matters this week: what needs someone, then the money beside its target."""
    if summary.activities == 0:
        return _("There are no activities to follow this year.")
    return " ".join([_needs_someone(summary), _money(summary, writing)])


def _needs_someone(summary: WeeklySummary) -> str:
    still, unreported = summary.counts[Condition.STANDING_STILL], summary.counts[Condition.UNREPORTED]
    numbers = {"activities": summary.activities, "still": still, "unreported": unreported}
    if still and unreported:
        words = _("Of {activities} activities, {still} stand still and {unreported} have not reported.")
    elif still:
        words = ngettext(
            "Of {activities} activities, {still} stands still; all have reported.",
            "Of {activities} activities, {still} stand still; all have reported.",
            still,
        )
    elif unreported:
        words = ngettext(
            "Of {activities} activities, none is known to stand still, but {unreported} has not reported.",
            "Of {activities} activities, none is known to stand still, but {unreported} have not reported.",
            unreported,
        )
    else:
        words = _("None of the {activities} activities stands still, and all have reported.")
    return words.format(**numbers)


def _money(summary: WeeklySummary, writing: Writing) -> str:
    if summary.disbursed_percent is None:
        return _("No budget is entered yet.")
    reached, against = writing.percent(summary.disbursed_percent), summary.against
    if against is None or against.target_percent is None:
        return _("Disbursed {reached} of the budget; no target is set.").format(reached=reached)
    target, day = writing.percent(against.target_percent), writing.short_date(summary.quarter_ends_on)
    if against.short_satang == 0:
        words = _("Disbursed {reached} of the budget, at or above the target of {target} by {day}.")
        return words.format(reached=reached, target=target, day=day)
    words = _(
        "Disbursed {reached} of the budget; {short} more is needed for the target of {target} by {day}."
    )
    return words.format(reached=reached, target=target, day=day, short=writing.baht(against.short_satang))
