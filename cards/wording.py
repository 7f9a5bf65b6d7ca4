"""How the facts of an activity are written on every card: names, figures, states, counts."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from cards.look.colours import AMBER, CONDITION_TINT, GREY, STATUS_TINT
from cards.look.pieces import Piece, chip, columns, rows
from cards.plain import shorten
from cards.views import ActivityView, OwedView
from i18n import _, language, ngettext
from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status
from thai import writing

NOT_SAID = "–"
BUDDHIST_ERA = 543


def name_of(activity: ActivityView, most: int = 120) -> str:
    return shorten(activity.name, most)


def short_name(activity: OwedView, most: int = 60) -> str:
    return shorten(activity.short_name or activity.name, most)


def titled(activity: ActivityView) -> str:
    """Return "Activity 13": a number alone is what officers say to each other."""
    return _("Activity {no}").format(no=activity.no)


def status_words(status: Status | None) -> str:
    return writing.status_name(status) if status else _("No report yet")


def percent_words(percent: Decimal | None) -> str:
    return NOT_SAID if percent is None else writing.percent(percent)


def money_words(satang: int | None) -> str:
    """Return the exact amount with its unit."""
    return NOT_SAID if satang is None else writing.baht(satang)


def amount_words(satang: int | None) -> str:
    """Return the exact amount without its unit, for table cells under a label that names it."""
    return NOT_SAID if satang is None else writing.baht(satang).rsplit(" ", 1)[0]


def year_words(year_be: int) -> str:
    """Return the fiscal year in the reader's era: 2564, in English 2021."""
    return str(year_be if language() == "th" else year_be - BUDDHIST_ERA)


def causes_words(causes: Sequence[Cause] | None, problem_text: str | None = None) -> str:
    """Return the causes and the officer's own words as one line, or nothing."""
    if not causes and not problem_text:
        return ""
    names = [
        writing.cause_name(cause) for cause in causes or () if cause is not Cause.OTHER or not problem_text
    ]
    return ", ".join([*names, *([shorten(problem_text, 200)] if problem_text else [])])


def condition_name(condition: str) -> str:
    """Return the word for one of views.CONDITIONS."""
    return {
        "moving": _("Moving"),
        "standing_still": _("Standing still"),
        "unreported": _("No report"),
        "finished": _("Finished"),
    }.get(condition, condition)


def condition_words(activity: ActivityView) -> str:
    """Return how the activity stands this week, or nothing where its state already says so."""
    condition = activity.condition
    if condition in (None, "finished") or (condition == "unreported" and activity.status is None):
        return ""
    days = f" {working_days(activity.stalled_days)}" if activity.stalled_days else ""
    return condition_name(condition) + (days if condition == "standing_still" else "")


def sentences(*parts: str) -> str:
    """Return the sentences as one line; Thai parts them with a space where English has a full stop."""
    stop = " " if language() == "th" else ". "
    return stop.join(part for part in parts if part)


def working_days(days: int) -> str:
    return ngettext("{count} working day", "{count} working days", days).format(count=days)


def activities_words(count: int) -> str:
    return _activities(language(), count)


@lru_cache(maxsize=1_000)
def _activities(_language: str, count: int) -> str:
    return ngettext("{count} activity", "{count} activities", count).format(count=count)


def numbers(activities: Sequence[OwedView], most: int = 12) -> str:
    """Return "13, 14, 15 …" for an altText."""
    shown = ", ".join(str(activity.no) for activity in activities[:most])
    return shown + (" …" if len(activities) > most else "")


def figures_line(figures: Figures) -> str:
    """Return all that one report says as a single line; what was not said is left out."""
    parts = _said(figures.status, figures.progress_percent, figures.disbursed_satang)
    if figures.committed_satang is not None:
        parts.append(_("committed {amount}").format(amount=writing.baht(figures.committed_satang)))
    if why := causes_words(figures.causes, figures.problem_text):
        parts.append(why)
    return " · ".join(parts) or NOT_SAID


def brief_line(told: ActivityView | OwedView | Figures) -> str:
    """Return state, work and money disbursed only, for the second line of a list row."""
    return " · ".join(_said(told.status, told.progress_percent, told.disbursed_satang)) or NOT_SAID


def _said(status: Status | None, percent: Decimal | None, disbursed: int | None) -> list[str]:
    state = _state(language(), status, percent)
    parts = [state] if state else []
    if disbursed is not None:
        parts.append(_("disbursed {amount}").format(amount=writing.baht(disbursed)))
    return parts


@lru_cache(maxsize=20_000)
def _state(_language: str, status: Status | None, percent: Decimal | None) -> str:
    """Return state and work: a duty writes half a million of them, and there are some thousands."""
    parts = [writing.status_name(status)] if status else []
    if percent is not None:
        parts.append(_("work {percent}").format(percent=writing.percent(percent)))
    return " · ".join(parts)


def figures_of(activity: ActivityView) -> Figures:
    return Figures(
        activity.status,
        activity.progress_percent,
        activity.disbursed_satang,
        activity.committed_satang,
        activity.causes,
        activity.problem_text,
    )


def chips_of(activity: ActivityView) -> Piece:
    """Return the state of the work and, beside it, how it stands this week."""
    state = chip(status_words(activity.status), STATUS_TINT[activity.status] if activity.status else AMBER)
    text = condition_words(activity)
    if not text:
        return columns(state)
    stands = chip(text, CONDITION_TINT.get(activity.condition or "", GREY))
    # Two long chips do not fit side by side in a narrow bubble.
    return columns(state, stands) if len(text) <= 12 else rows(columns(state), columns(stands), spacing="xs")
