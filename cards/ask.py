"""The five questions of a report, in the order they are asked; all can be answered by typing."""

from collections.abc import Sequence
from dataclasses import replace

from cards import wording
from cards.card import Card, Choice
from cards.question import QUICK_REPLIES, question
from cards.views import ActivityView
from i18n import _, ngettext
from rules.cause import Cause
from rules.figures import Figures
from thai import writing


def ask_status(
    activity: ActivityView, last: Figures | None, choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    before = wording.status_words(last.status) if last and last.status else ""
    return question(activity, _("How does the work stand?"), before, choices, steps=steps, step=_step(1))


def ask_disbursed(
    activity: ActivityView, last: Figures | None, choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    before = writing.baht(last.disbursed_satang) if last and last.disbursed_satang is not None else ""
    hint = _("The total since 1 October, of {budget}. Type it as you like: {example}").format(
        budget=writing.baht(activity.budget_satang), example=_("1,200,000 or 1.2 million")
    )
    asked = _("How much has been disbursed in all?")
    return question(activity, asked, before, choices, steps=steps, hint=hint, step=_step(2), across=1)


def ask_progress(
    activity: ActivityView, last: Figures | None, choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    before = writing.percent(last.progress_percent) if last and last.progress_percent is not None else ""
    hint = _("Percent of work, not of money. Type a number from 0 to 100.")
    if activity.plan_percent is not None:
        plan = _("The plan says {percent}").format(percent=writing.percent(activity.plan_percent))
        hint = wording.sentences(plan, hint)
    return question(
        activity,
        _("How much of the work is done?"),
        before,
        choices,
        steps=steps,
        hint=hint,
        step=_step(3),
        across=3,
    )


def ask_cause(
    activity: ActivityView, chosen: Sequence[Cause], choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    """`chosen` are the causes ticked so far. All choices are tiles, the first also quick replies."""
    ticked = [writing.cause_name(cause) for cause in chosen]
    hint = (
        _("Chosen: {causes}").format(causes=", ".join(ticked))
        if ticked
        else _("Choose the main one, or type it all in your words.")
    )
    card = question(activity, _("What is in the way?"), "", choices, hint=hint, step=_step(4), ticked=ticked)
    room = QUICK_REPLIES - len(steps)
    return replace(card, choices=(*choices[:room], *steps))


def ask_photos(
    activity: ActivityView, photos: int, choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    """`photos` is how many have arrived for this report."""
    count = ngettext("{count} photo received.", "{count} photos received.", photos).format(count=photos)
    hint = count if photos else _("Send them here now, as many as you like. You may also go on without.")
    return question(
        activity, _("Any photos of the site?"), "", choices, steps=steps, hint=hint, step=_step(5), across=1
    )


def _step(number: int) -> str:
    return _("Question {number} of {all}").format(number=number, all=5)
