"""Two questions beside the usual five: what becomes of unpaid money after completion, and which part is to be changed."""

from collections.abc import Sequence

from cards.card import Card, Choice
from cards.question import question
from cards.views import ActivityView
from i18n import _
from thai import writing


def ask_remainder(
    activity: ActivityView, unpaid_satang: int, choices: Sequence[Choice], steps: Sequence[Choice] = ()
) -> Card:
    """`unpaid_satang` is budget that is not disbursed although the work is completed."""
    asked = _("The work is completed. What about the remaining {amount}?").format(
        amount=writing.baht(unpaid_satang)
    )
    hint = _("Or type the final amount disbursed in all.")
    return question(activity, asked, "", choices, steps=steps, hint=hint, across=1)


def ask_fix(activity: ActivityView, choices: Sequence[Choice], steps: Sequence[Choice] = ()) -> Card:
    """Ask which figure of an activity is to be changed."""
    hint = _("Or type it at once, such as: {example}").format(example=_("45% disbursed 1.2 million"))
    return question(activity, _("What should be changed?"), "", choices, steps=steps, hint=hint)
