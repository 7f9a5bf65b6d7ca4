"""The answers offered for each question: the likely ones as buttons, everything else by typing."""

from collections.abc import Iterator
from decimal import Decimal

from cards.card import Choice
from handlers.report.desk import Desk
from handlers.report.draft import Question
from handlers.report.line import Line
from i18n import _
from rules.cause import Cause
from rules.status import Status
from thai import writing

OFFERED_STATUSES = (
    Status.NOT_STARTED,
    Status.PROCUREMENT,
    Status.IN_PROGRESS,
    Status.BLOCKED,
    Status.COMPLETED,
)
ROUND_PERCENTS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 100)


def status_choices(desk: Desk, line: Line) -> list[Choice]:
    no = line.item.no
    found = [
        desk.tap(writing.status_short(status), writing.status_name(status), "status", no, status)
        for status in OFFERED_STATUSES
    ]
    if line.base is not None and line.base.status is not None:
        found.append(desk.tap(_("No change at all"), _("no change"), "same", no))
    return found


def disbursed_choices(desk: Desk, line: Line) -> list[Choice]:
    no, budget = line.item.no, line.state.activity.budget_satang
    return [
        desk.tap(f"{label} {writing.baht(satang)}"[:40], writing.baht(satang), "disbursed", no, satang)
        for label, satang in _amounts(line, budget)
    ]


def _amounts(line: Line, budget: int) -> Iterator[tuple[str, int]]:
    before = line.base.disbursed_satang if line.base else None
    treasury = line.treasury_offered
    if treasury is not None:
        yield _("Treasury"), treasury.disbursed_satang
    if before is not None and before <= budget:
        yield _("As before"), before
    if not before and before != 0:
        yield _("Nothing yet"), 0
    committed = line.base.committed_satang if line.base else None
    if committed and before is not None and before + committed < budget:
        yield _("With all committed"), before + committed
    if before != budget:
        yield _("All of it"), budget


def progress_choices(desk: Desk, line: Line) -> list[Choice]:
    before = (line.base.progress_percent if line.base else None) or Decimal(0)
    near = {
        before,
        min(Decimal(100), before + 5),
        *(Decimal(each) for each in ROUND_PERCENTS if each > before),
    }
    chosen = sorted(near)[:9]
    return [
        desk.tap(writing.percent(percent), writing.percent(percent), "progress", line.item.no, percent)
        for percent in chosen
    ]


def cause_choices(desk: Desk, line: Line) -> list[Choice]:
    no = line.item.no
    found = [
        desk.tap(writing.cause_name(cause), writing.cause_name(cause), "cause", no, cause)
        for cause in Cause
        if cause is not Cause.OTHER
    ]
    if line.now.status is not Status.BLOCKED:
        found.append(desk.tap(_("No problem"), _("no problem"), "cause", no, "none"))
    return found


def remainder_choices(desk: Desk, line: Line) -> list[Choice]:
    no, unpaid = line.item.no, line.unpaid_satang
    return [
        desk.tap(_("Still to be paid"), _("still to be paid"), "pass", no, Question.REMAINDER),
        desk.tap(
            _("All has been paid"), _("all has been paid"), "disbursed", no, line.state.activity.budget_satang
        ),
        desk.tap(_("Not needed any more"), _("not needed any more"), "left-over", no, unpaid),
    ]


def fix_choices(desk: Desk, line: Line) -> list[Choice]:
    no = line.item.no
    labels = {
        Question.STATUS: _("Status"),
        Question.DISBURSED: _("Money disbursed"),
        Question.PROGRESS: _("Work done"),
        Question.CAUSE: _("Problem"),
    }
    found = [desk.tap(label, label, "ask", no, question) for question, label in labels.items()]
    if len(desk.draft.items) > 1:
        found.append(desk.tap(_("Leave it out"), _("leave it out"), "drop", no))
    return found
