"""One activity, whole: state, work, money, problem, who reported when."""

from collections.abc import Sequence

from cards import commands, wording
from cards.activity_bars import money_bar, work_bar
from cards.card import Card, Choice
from cards.look.colours import AMBER, RED, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, fact, note, rule, words
from cards.plain import shorten, twin
from cards.views import ActivityView
from i18n import _
from thai import writing


def one_activity(activity: ActivityView, choices: Sequence[Choice] | None = None) -> Card:
    """Return the card; `choices` are its buttons, report and history where none are given."""
    actions = [*choices] if choices is not None else _default(activity)
    problem = wording.causes_words(activity.causes, activity.problem_text)
    facts = _facts(activity)
    body = [
        words(wording.name_of(activity), weight="bold", maxLines=4),
        wording.chips_of(activity),
        work_bar(activity),
        money_bar(activity),
        note(problem, RED, _("Problem")) if problem else None,
        _duty(activity),
        rule(),
        *[fact(*each) for each in facts],
    ]
    state = wording.status_words(activity.status)
    figures = wording.figures_line(wording.figures_of(activity))
    return Card(
        alt=shorten(
            f"{activity.no} {wording.short_name(activity, 40)}: {figures if activity.status else state}", 300
        ),
        text=twin(_lines(activity, problem, facts), actions),
        contents=bubble(
            Kind.VIEW,
            wording.titled(activity),
            *body,
            kicker=shorten(activity.agency, 60),
            foot=buttons(Kind.VIEW, *actions),
        ),
    )


def _default(activity: ActivityView) -> list[Choice]:
    history = commands.history(activity.no)
    return [commands.report(activity.no), history] if activity.owes else [history]


def _duty(activity: ActivityView) -> Piece | None:
    text = _duty_words(activity)
    return note(text, AMBER) if text else None


def _duty_words(activity: ActivityView) -> str:
    if activity.late:
        return _("This month's report is late.")
    return _("This month's report is owed.") if activity.owes else ""


def _facts(activity: ActivityView) -> list[tuple[str, str]]:
    reported = _("No report yet")
    if activity.period:
        who = shorten(activity.reporter or "", 60)
        month = writing.month(activity.period)
        reported = _("{month}, by {name}").format(month=month, name=who) if who else month
    facts = [
        (_("Place"), shorten(activity.place, 120)),
        (_("Planned end"), writing.long_date(activity.planned_end) if activity.planned_end else ""),
        (_("Last moved"), writing.long_date(activity.stalled_since) if activity.stalled_since else ""),
        (_("Last report"), reported),
        (_("Sent"), writing.moment(activity.reported_at) if activity.reported_at else ""),
        (_("Photos"), str(activity.photos) if activity.photos else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _lines(activity: ActivityView, problem: str, facts: list[tuple[str, str]]) -> list[str | None]:
    stands = wording.condition_words(activity)
    plan = activity.plan_percent
    planned = f" ({_('plan {percent}').format(percent=writing.percent(plan))})" if plan is not None else ""
    paid = wording.money_words(activity.disbursed_satang)
    money = f"{_('Disbursed')}: {paid} / {writing.baht(activity.budget_satang)}"
    committed = activity.committed_satang
    return [
        f"{activity.no} {shorten(activity.name, 300)}",
        shorten(activity.agency, 160) or None,
        " · ".join(part for part in (wording.status_words(activity.status), stands) if part),
        f"{_('Work')}: {wording.percent_words(activity.progress_percent)}{planned}",
        money,
        f"{_('Committed')}: {writing.baht(committed)}" if committed else None,
        f"{_('Problem')}: {problem}" if problem else None,
        _duty_words(activity) or None,
        *[": ".join(each) for each in facts],
    ]
