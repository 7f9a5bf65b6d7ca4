"""How an activity's budget came to be what it is: the original first, then each approved change with its reference."""

from collections.abc import Sequence

from i18n import _
from models.plan_change import ChangeKind, PlanChange
from thai import writing


def change_lines(original_satang: int, budget_satang: int, changes: Sequence[PlanChange]) -> list[str]:
    """Return one line for the budgets and one for each change, nothing where nothing ever changed."""
    if not changes:
        return []
    budgets = _("Original budget {original}, now {now}").format(
        original=writing.baht(original_satang), now=writing.baht(budget_satang)
    )
    return [budgets, *(_line(change) for change in changes)]


def _line(change: PlanChange) -> str:
    parts = [writing.short_date(change.decided_on), _what(change), change.reference, change.authority]
    return " · ".join(part for part in parts if part)


def _what(change: PlanChange) -> str:
    amount = writing.baht(abs(change.amount_satang))
    other = change.other_no
    if change.kind is ChangeKind.TRANSFER_OUT:
        words = _("transferred {amount} to activity {no}") if other else _("transferred out {amount}")
    elif change.kind is ChangeKind.TRANSFER_IN:
        words = _("transferred {amount} from activity {no}") if other else _("transferred in {amount}")
    elif change.kind is ChangeKind.BUDGET:
        is_more = change.amount_satang > 0
        words = _("budget raised by {amount}") if is_more else _("budget cut by {amount}")
    else:
        words = {
            ChangeKind.FROM_RESERVE: _("begun from the reserve"),
            ChangeKind.CANCELLED: _("cancelled"),
            ChangeKind.CARRIED_OVER: _("{amount} carried over to the next year"),
        }[change.kind]
    return words.format(amount=amount, no=other)
