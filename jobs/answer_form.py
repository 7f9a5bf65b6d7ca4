"""Answers a workbook once its file is fetched: read before the transaction, answered within it.

The file comes after its message, so the answer is a notice; it takes the message's reply token while that lives.
"""

from dataclasses import dataclass

import structlog
from sqlalchemy.orm import Session

from cards.card import Card
from documents.opened_file import Opened as OfficeFile
from documents.refusals import PlanFileRefused, Refusal
from documents.report_form import is_workbook
from documents.report_form_reading import FormReading, read_form
from engine.house import House
from handlers.answer import write_answer
from handlers.evidence import file_kept
from handlers.form_answer import refuse_file, take_form
from handlers.imports.begin import offer, open_sent, refuse
from handlers.turn import Turn
from i18n import speaking
from jobs.late_turn import late_turn
from models.evidence import Evidence

log = structlog.get_logger()


@dataclass(frozen=True)
class OfficeRefusal:
    """Why a file of the provincial office is not read."""

    refused: PlanFileRefused


# What a file says, why it is not read, or None for a workbook that is neither a form of ours nor the office's.
Opened = FormReading | OfficeFile | OfficeRefusal | Refusal | None


def open_form(house: House, evidence: Evidence, data: bytes | None) -> Opened:
    """Return what a fetched file says; `data` is None where LINE no longer had it. Takes no transaction.

    Files that nobody waits for (is_answered_late) are not opened.
    """
    if not is_answered_late(evidence):
        return None
    if data is None:
        return Refusal.MISSING
    try:
        form = read_form(data, evidence.file_name or "", house.settings.secret_key)
        return form if form is not None else _of_the_office(house, evidence, data)
    except PlanFileRefused as refused:
        log.info("form_refused", evidence=evidence.id, code=refused.code)
        return _of_the_office(house, evidence, data) or refused.code  # the office hears the exact reason


def _of_the_office(house: House, evidence: Evidence, data: bytes) -> OfficeFile | OfficeRefusal | None:
    found = open_sent(house, evidence, data)
    return OfficeRefusal(found) if isinstance(found, PlanFileRefused) else found


def is_answered_late(evidence: Evidence) -> bool:
    """Return whether the sender waits for what is in this file: handlers.evidence has left it unanswered."""
    return evidence.kind == "file" and is_workbook(evidence.file_name)


def answer_form(house: House, session: Session, evidence: Evidence, opened: Opened) -> None:
    """Write the answer to the message that brought a workbook; for any other file do nothing.

    A mistake of ours in answering must not have the file fetched again and again: it is then only acknowledged.
    """
    if not is_answered_late(evidence):
        return
    found = late_turn(house, session, evidence)
    if found is None:
        return
    turn, row = found
    with speaking(turn.person.language):
        write_answer(
            turn,
            row,
            [card.message(plain=turn.person.prefers_text) for card in _cards(turn, evidence, opened)],
        )


def _cards(turn: Turn, evidence: Evidence, opened: Opened) -> list[Card]:
    try:
        with turn.session.begin_nested():
            return _answer(turn, evidence, opened)
    except Exception:
        log.exception("form_failed", inbox=turn.event_id)
        return [file_kept(turn)]


def _answer(turn: Turn, evidence: Evidence, opened: Opened) -> list[Card]:
    if isinstance(opened, OfficeFile):
        return offer(turn, evidence, opened)
    if isinstance(opened, OfficeRefusal):
        return refuse(evidence, opened.refused)
    if isinstance(opened, Refusal):
        return refuse_file(opened)
    return [file_kept(turn)] if opened is None else take_form(turn, opened)
