"""What a person and the bot are in the middle of: at most one open conversation each, stored so that it survives days."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, bindparam, select
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column

from engine import plain
from models.base import Base, Id, Moment


class Dialogue(Base):
    """A conversation. `token` is in its buttons, so an old button can be told from a live one."""

    __tablename__ = "dialogues"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    token: Mapped[str] = mapped_column(String(16), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[dict[str, Any]] = mapped_column(default=dict)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    touched_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str | None] = mapped_column(String(100))


# What a session knows to be open, by person, and the transaction in which it was asked.
_OPEN = "open dialogues"
_Known = dict[int, tuple[SessionTransaction | None, Dialogue | None]]
OPEN = (
    select(Dialogue)
    .where(Dialogue.person_id == bindparam("person_id"), Dialogue.closed_at.is_(None))
    .order_by(Dialogue.id.desc())
    .limit(1)
)
WITH_TOKEN = select(Dialogue).where(
    Dialogue.person_id == bindparam("person_id"), Dialogue.token == bindparam("token")
)


def open_dialogue(session: Session, person_id: int) -> Dialogue | None:
    """Return what the person is in the middle of, or None.

    A transaction asks once: a person's events go one after another, so nobody else begins one meanwhile.
    """
    known: _Known = session.info.get(_OPEN, {})
    asked_in, found = known.get(person_id, (None, None))
    is_past = found is not None and (found.closed_at is not None or found not in session)
    if is_past or asked_in is None or asked_in is not session.get_transaction():
        found = plain.scalar(session, OPEN, {"person_id": person_id})
        _remember(session, person_id, found)
    return found


def dialogue_with_token(session: Session, person_id: int, token: str) -> Dialogue | None:
    """Return the person's own dialogue with this token, open or closed; another person's token finds nothing."""
    return plain.scalar(session, WITH_TOKEN, {"person_id": person_id, "token": token})


def begin_dialogue(
    session: Session, person_id: int, kind: str, state: dict[str, Any], now: datetime
) -> Dialogue:
    """Begin a conversation; one that was open is closed as replaced."""
    before = open_dialogue(session, person_id)
    if before is not None:
        close_dialogue(before, "replaced", now)
    token = secrets.token_urlsafe(8)
    dialogue = Dialogue(
        person_id=person_id, token=token, kind=kind, state=state, opened_at=now, touched_at=now
    )
    session.add(dialogue)
    _remember(session, person_id, dialogue)
    return dialogue


def keep_state(dialogue: Dialogue, state: dict[str, Any], now: datetime) -> None:
    """Remember where the conversation is."""
    dialogue.state, dialogue.touched_at = dict(state), now


def close_dialogue(dialogue: Dialogue, outcome: str, now: datetime) -> None:
    """End a conversation and say how: stored, cancelled, replaced or a receipt number."""
    dialogue.closed_at, dialogue.outcome = now, outcome


def _remember(session: Session, person_id: int, dialogue: Dialogue | None) -> None:
    session.info.setdefault(_OPEN, {})[person_id] = (session.get_transaction(), dialogue)
