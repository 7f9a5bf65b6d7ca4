"""Says why a row of a plan cannot be taken over what is remembered; import-plan and the chat say it."""

from documents.plan_values import field_name, in_field
from i18n import _
from models.plan_doubts import Conflict, PlanDoubt


def reason(doubt: PlanDoubt) -> str:
    """Return one plain sentence in the language now spoken."""
    said = {Conflict.MOVED: _moved, Conflict.REPLACED: _replaced, Conflict.BELOW_DISBURSED: _below}
    return said.get(doubt.code, _differs)(doubt)


def _moved(doubt: PlanDoubt) -> str:
    words = _(
        "Activity {before} of the database seems to have become {after}: write each activity's own number into the file."
    )
    return words.format(before=doubt.before, after=doubt.after)


def _replaced(doubt: PlanDoubt) -> str:
    words = _(
        "Activity {no} was reported on as “{before}”, but is now “{after}” of another agency: give it a new number."
    )
    return words.format(no=doubt.row.no, before=doubt.before, after=doubt.after)


def _below(doubt: PlanDoubt) -> str:
    words = _("The budget {after} is less than what was already disbursed, {before}.")
    return words.format(before=in_field(doubt.field, doubt.before), after=in_field(doubt.field, doubt.after))


def _differs(doubt: PlanDoubt) -> str:
    words = _("“{after}” differs from “{before}”, which an earlier row says of the same project ({field}).")
    before, after = in_field(doubt.field, doubt.before), in_field(doubt.field, doubt.after)
    return words.format(before=before, after=after, field=field_name(doubt.field))
