"""The rows of a form, checked one by one: each becomes an item of the draft, or the reasons why it cannot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from documents.plan_words import key
from documents.report_form_reading import FilledRow
from handlers.form_reasons import cell_reason, missing_reason
from handlers.report.begin import refuse_activity
from handlers.report.draft import Item, Question
from handlers.report.line import Line
from handlers.report.questions import question_for
from handlers.turn import Turn
from i18n import _
from models.overview import ActivityState, states_of
from rules.cause import Cause
from rules.permissions import Action
from rules.questions import question as doubt_words
from thai import writing
from thai.reading import Context, Named
from thai.understand import understand


@dataclass(frozen=True)
class Row:
    """A row as it came, and either its item or the reasons why it is left out."""

    filled: FilledRow
    item: Item | None = None
    reasons: tuple[str, ...] = ()


def place_rows(turn: Turn, rows: Sequence[FilledRow], period: date) -> list[Row]:
    """Return every filled row with its item for `period`; only the person's own activities get one."""
    states = {state.activity.no: state for state in states_of(turn.session, turn.own_activities)}
    times = Counter(row.no for row in rows if row.no is not None)
    return [_placed(turn, row, states, times, period) for row in rows]


def _placed(
    turn: Turn, row: FilledRow, states: dict[int, ActivityState], times: Counter[int], period: date
) -> Row:
    reason = _not_this_activity(turn, row, states, times)
    if reason:
        return Row(row, reasons=(reason,))
    assert row.no is not None
    unread = tuple(cell_reason(each) for each in row.unread)
    if unread:
        return Row(row, reasons=unread)
    line = _line(turn, row, states[row.no], period)
    reasons = _cannot_be_stored(line, row)
    return Row(row, reasons=reasons) if reasons else Row(row, line.item)


def _not_this_activity(
    turn: Turn, row: FilledRow, states: dict[int, ActivityState], times: Counter[int]
) -> str | None:
    """Return why the row cannot be taken for an activity of this person, or None."""
    if row.no is None:
        return _("the activity's number is missing")
    state = states.get(row.no)
    refused = refuse_activity(turn, row.no, Action.REPORT)
    if refused:
        return refused[0].text
    if state is None:
        return _("this activity is not on your form")
    if key(row.name) != key(state.activity.name):
        return _("the name is not that of activity {no}").format(no=row.no)
    return _("this activity is there twice") if times[row.no] > 1 else None


def _line(turn: Turn, row: FilledRow, state: ActivityState, period: date) -> Line:
    """Return the row on top of what is known. Where all of it is as it was, it is a "no change"."""
    no = state.activity.no
    # What remains of completed work's money is asked about in the chat, not for every row of a form.
    item = Item(no, period, is_correction=period in state.valid, passed=(Question.REMAINDER,))
    said = {
        "status": row.state.status,
        "disbursed_satang": row.disbursed_satang,
        "progress_percent": row.progress_percent,
    }
    item = item.saying(**{name: value for name, value in said.items() if value is not None})
    item = _with_problem(turn, item, state, row.problem)
    line = Line(item, state, turn.sent_at.date())
    return replace(line, item=replace(item, is_no_change=_says_nothing_new(line)))


def _says_nothing_new(line: Line) -> bool:
    said, base = line.item.said, line.base
    if base is None or said.causes is not None:
        return False
    pairs = (
        (said.status, base.status),
        (said.disbursed_satang, base.disbursed_satang),
        (said.progress_percent, base.progress_percent),
    )
    return all(new is None or new == before for new, before in pairs)


def _with_problem(turn: Turn, item: Item, state: ActivityState, text: str | None) -> Item:
    """Keep the officer's own words, with the causes that they name."""
    if text is None:
        return item
    if key(text) in ("", key(_("None")), key(_("no problem"))):
        return item.saying(causes=())
    named = Named(state.activity.no, state.activity.name, budget_satang=state.activity.budget_satang)
    context = Context(
        assigned=(named,),
        sent_at=turn.sent_at,
        period=item.period,
        bot_prompt=str(Question.CAUSE),
        focus_activity_no=named.no,
    )
    reports = understand(text, context).reports
    causes = reports[0].causes if reports else None
    if causes == ():
        return item.saying(causes=())
    return item.saying(causes=causes or (Cause.OTHER,), problem_text=text)


def _cannot_be_stored(line: Line, row: FilledRow) -> tuple[str, ...]:
    """Return what contradicts the plan or itself, or else what is missing; doubts to be confirmed go on the card."""
    if row.state.is_same and line.base is None:
        return (_("nothing was reported before, so nothing can be as before"),)
    question = question_for(line)
    if question is None:
        return ()
    blocking = tuple(doubt_words(doubt, writing) for doubt in line.doubts if doubt.is_blocking)
    return blocking or (missing_reason(question),)
