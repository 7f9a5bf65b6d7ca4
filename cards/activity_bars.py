"""The two bars of an activity, work and money, wherever it is shown whole."""

from cards import wording
from cards.look.colours import MONEY_BAR, WORK_BAR
from cards.look.figures import measured, share
from cards.look.pieces import Piece
from cards.views import ActivityView
from i18n import _
from thai import writing


def work_bar(activity: ActivityView) -> Piece:
    percent, plan = activity.progress_percent, activity.plan_percent
    detail = _("plan {percent}").format(percent=writing.percent(plan)) if plan is not None else ""
    return measured(_("Work"), wording.percent_words(percent), percent, WORK_BAR, detail)


def money_bar(activity: ActivityView, is_brief: bool = False) -> Piece:
    """Return disbursed against the budget; brief leaves the commitments out."""
    percent = share(activity.disbursed_satang, activity.budget_satang)
    budget = writing.baht(activity.budget_satang)
    if activity.disbursed_satang is None:
        detail = _("budget {amount}").format(amount=budget)
    else:
        detail = _("{percent} of {budget}").format(percent=writing.percent(percent), budget=budget)
    if activity.committed_satang and not is_brief:
        detail += " · " + _("committed {amount}").format(amount=writing.baht(activity.committed_satang))
    paid = wording.money_words(activity.disbursed_satang)
    return measured(_("Disbursed"), paid, percent, MONEY_BAR, detail)
