"""Forgets what was kept long enough: the words of messages, conversations, sent texts, and who looked at what."""

from datetime import datetime

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from models.access import Access
from models.dialogue import Dialogue
from models.inbox import Event, Handled
from models.join_code import WrongGuess
from models.notice import Notice, Sent


def forget_messages(session: Session, before: datetime) -> int:
    """Remove what people wrote before a moment from the events; the events themselves stay, against repetitions."""
    old = update(Event).where(
        Event.received_at < before, Event.body.is_not(None), Event.state != Handled.WAITING
    )
    return _count(session, old.values(body=None).returning(Event.id))


def forget_dialogues(session: Session, before: datetime, now: datetime) -> int:
    """Empty conversations that nobody touched since a moment; one that was still open ends."""
    old = select(Dialogue).where(
        Dialogue.touched_at < before, or_(Dialogue.outcome.is_(None), Dialogue.outcome != FORGOTTEN)
    )
    found = 0
    for dialogue in session.scalars(old.where(Dialogue.kind.not_like("told %"))):
        dialogue.state, dialogue.closed_at = {}, dialogue.closed_at or now
        dialogue.outcome = FORGOTTEN
        found += 1
    return found


def forget_notices(session: Session, before: datetime) -> int:
    """Remove the texts of messages that came to their end before a moment."""
    holds_text = func.json_array_length(Notice.messages) > 0
    old = select(Notice).where(
        Notice.made_at < before, Notice.state.not_in((Sent.WAITING, Sent.CARRIED)), holds_text
    )
    found = 0
    for notice in session.scalars(old):
        notice.messages, notice.reply_token = [], None
        found += 1
    return found


def forget_accesses(session: Session, before: datetime) -> int:
    """Remove old lines of the access log, and old wrong guesses of join codes."""
    found = _count(session, delete(Access).where(Access.at < before).returning(Access.id))
    session.execute(delete(WrongGuess).where(WrongGuess.at < before))
    return found


FORGOTTEN = "forgotten"


def _count(session: Session, statement) -> int:  # type: ignore[no-untyped-def]
    return len(session.execute(statement.execution_options(synchronize_session=False)).all())
