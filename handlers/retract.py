"""ยกเลิก: take one's own report of this month back, after one question."""

from cards.card import Card, Choice, say
from cards.notes import nothing_to_cancel, old_button, refusal
from handlers.access import reaches
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.plan import Activity, activity_numbered
from models.record import retract_report
from models.report import Report, latest_by, report_of, with_receipt
from rules.permissions import Action
from thai import writing

KIND = "retract"


def ask_retract(turn: Turn, no: int | None = None) -> list[Card]:
    """Ask whether the latest report (or that of activity `no`) is to be taken back; only this month's can be."""
    report = _of_activity(turn, no) if no is not None else latest_by(turn.session, turn.person.id)
    if report is None:
        return [nothing_to_cancel()]
    if not _may_take_back(turn, report):
        return [nothing_to_cancel()]
    if report.period < turn.period:
        return [
            refusal(
                _("The report for {month} is closed. Send a new report to correct it.").format(
                    month=writing.month(report.period)
                )
            )
        ]
    together = [
        each
        for each in with_receipt(turn.session, report.receipt_no or "")
        if no is None or each.id == report.id
    ]
    return [_question(turn, together or [report])]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or dialogue.closed_at is not None:
        return [old_button()]
    if verb != "yes":
        close_dialogue(dialogue, "cancelled", turn.now)
        return [say(_("Nothing was changed."))]
    taken = [turn.session.get_one(Report, report_id) for report_id in dialogue.state["reports"]]
    if not all(_may_take_back(turn, report) for report in taken):
        close_dialogue(dialogue, "cancelled", turn.now)
        return [nothing_to_cancel()]
    for report in taken:
        retract_report(turn.session, report, by=turn.person.id, now=turn.now)
    close_dialogue(dialogue, "retracted", turn.now)
    note(
        turn.session, turn.now, "retracted", person_id=turn.person.id, reports=[report.id for report in taken]
    )
    return [
        say(
            _("Taken back: receipt {number}. The history keeps both.").format(number=taken[0].receipt_no),
            Choice(_("Report"), _("report")),
        )
    ]


def _may_take_back(turn: Turn, report: Report) -> bool:
    return reaches(turn, Action.RETRACT, turn.session.get_one(Activity, report.activity_id))


def _of_activity(turn: Turn, no: int) -> Report | None:
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    return report_of(turn.session, activity.id, turn.period) if activity else None


def _question(turn: Turn, reports: list[Report]) -> Card:
    state = {"reports": [report.id for report in reports]}
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, state, turn.now)
    yes, no = _("take it back"), _("keep it")
    choices = [
        Choice(_("Take it back"), yes, f"d:{dialogue.token}:yes"),
        Choice(_("Keep it"), no, f"d:{dialogue.token}:no"),
    ]
    keep_state(dialogue, {**state, "offered": {typed_key(c.text): c.data for c in choices}}, turn.now)
    numbers = ", ".join(str(turn.session.get_one(Activity, report.activity_id).no) for report in reports)
    asked = _("Take back the report of activity {numbers} for {month}, receipt {receipt}?").format(
        numbers=numbers, month=writing.month(reports[0].period), receipt=reports[0].receipt_no
    )
    return say(asked, *choices)
