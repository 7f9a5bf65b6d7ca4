"""A message was taken back: its words and photos go from views and storage; the figures stay, with a note."""

from datetime import timedelta

from sqlalchemy import select

from cards.card import Card
from handlers.turn import Turn
from models.audit import note
from models.evidence import Kept, evidence_of_message
from models.inbox import forget_message
from models.report import Report

UNSEND_WITHIN = timedelta(days=8)


def unsend(turn: Turn) -> list[Card]:
    message_id = (turn.event.get("unsend") or {}).get("messageId")
    if not isinstance(message_id, str):
        return []
    forget_message(turn.session, turn.channel, message_id)
    piece = evidence_of_message(turn.session, message_id)
    if piece is not None and piece.person_id == turn.person.id:
        piece.state = Kept.REMOVED
        turn.later("forget", str(piece.id))
    for report in _reports_from(turn, message_id):
        report.problem_text, report.source_unsent_at = None, turn.now
    note(turn.session, turn.now, "unsent", person_id=turn.person.id)
    return []


def _reports_from(turn: Turn, message_id: str) -> list[Report]:
    query = select(Report).where(
        Report.reporter_id == turn.person.id, Report.sent_at > turn.now - UNSEND_WITHIN
    )
    return [report for report in turn.session.scalars(query) if message_id in report.message_ids]
