"""Leaving: at once nothing more is asked of or shown to the person; then who they were is erased, and the record stays.

Source: Personal Data Protection Act B.E. 2562, section 33 (the right to have one's data erased or made anonymous).
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.dialogue import Dialogue, close_dialogue, open_dialogue
from models.evidence import Evidence, Kept
from models.inbox import Event, Handled
from models.join_code import JoinCode
from models.notice import Notice, Sent
from models.order import OrderAnswer
from models.person import Person
from models.post import Holding
from models.push_day import PushDay

ERASED = "erased-"


def leave(session: Session, person: Person, today: date, now: datetime) -> None:
    """End a membership: posts, conversations and links; what they were stays until erase()."""
    person.left_at = now
    person.link_generation += 1
    held = select(Holding).where(Holding.person_id == person.id, Holding.to_on.is_(None))
    for holding in session.scalars(held):
        holding.to_on = max(holding.from_on, today)
    dialogue = open_dialogue(session, person.id)
    if dialogue is not None:
        close_dialogue(dialogue, "left", now)


def left_and_known(session: Session) -> list[int]:
    """Return the ids of those who have left and are not erased yet."""
    query = select(Person.id).where(Person.left_at.is_not(None))
    return list(session.scalars(query.where(Person.line_user_id.not_like(f"{ERASED}%"))))


def is_being_answered(session: Session, person: Person, now: datetime) -> bool:
    """Return whether an answer to the person is still on its way."""
    query = select(Notice.id).where(
        Notice.channel == person.channel,
        Notice.recipient == person.line_user_id,
        Notice.state == Sent.WAITING,
        Notice.reply_until > now,
    )
    return session.scalar(query.limit(1)) is not None


def erase(session: Session, person: Person, now: datetime) -> list[int]:
    """Remove who a person was and what they wrote; return the evidence whose bytes are to go too.

    Reports, orders and cases stay with the province, and so do their photos: the post made them, not the person.
    """
    nobody = f"{ERASED}{person.id}"
    _erase_events(session, person, nobody, now)
    _erase_notices(session, person, nobody, now)
    said = update(Dialogue).where(Dialogue.person_id == person.id)
    session.execute(said.values(state={}))
    session.execute(update(JoinCode).where(JoinCode.used_by == person.id).values(holder_name=None))
    loose = _loose_evidence(session, person)
    session.execute(update(Evidence).where(Evidence.person_id == person.id).values(file_name=None))
    session.execute(
        update(Evidence)
        .where(Evidence.id.in_(loose))
        .values(state=Kept.REMOVED, latitude=None, longitude=None)
    )
    person.name = person.phone = None
    person.line_user_id = nobody
    session.flush()
    return loose


def _erase_events(session: Session, person: Person, nobody: str, now: datetime) -> None:
    ours = Event.lane == f"{person.channel}:{person.line_user_id}"
    unread = update(Event).where(ours, Event.state == Handled.WAITING)
    session.execute(unread.values(state=Handled.SKIPPED, handled_at=now))
    session.execute(update(Event).where(ours).values(body=None, lane=f"{person.channel}:{nobody}"))


def _erase_notices(session: Session, person: Person, nobody: str, now: datetime) -> None:
    ours = (Notice.channel == person.channel) & (Notice.recipient == person.line_user_id)
    waiting = update(Notice).where(ours, Notice.state.in_((Sent.WAITING, Sent.CARRIED)))
    session.execute(waiting.values(state=Sent.GIVEN_UP, settled_at=now, error="the person has left"))
    session.execute(update(Notice).where(ours).values(recipient=nobody, messages=[], reply_token=None))
    days = (PushDay.channel == person.channel) & (PushDay.recipient == person.line_user_id)
    session.execute(update(PushDay).where(days).values(recipient=nobody))


def _loose_evidence(session: Session, person: Person) -> list[int]:
    """Return what a person sent that became part of no record."""
    answers = session.scalars(select(OrderAnswer.evidence_ids).where(OrderAnswer.person_id == person.id))
    used: Iterable[int] = {each for answer in answers for each in answer}
    query = select(Evidence.id).where(
        Evidence.person_id == person.id, Evidence.report_id.is_(None), Evidence.activity_id.is_(None)
    )
    return [each for each in session.scalars(query) if each not in used]
