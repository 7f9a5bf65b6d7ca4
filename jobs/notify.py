"""Writes one notice to one person; every duty goes through here."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from cards.card import Card
from engine.house import House
from models.notice import write_notice
from models.person import Person
from rules.urgency import Urgency


def notify(
    session: Session,
    house: House,
    person: Person,
    cards: Sequence[Card],
    *,
    kind: str,
    key: str,
    urgency: Urgency,
    now: datetime,
) -> bool:
    """Write what `person` shall be told and ask for its delivery; False where the very same was written before."""
    notice_id = write_notice(
        session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=kind,
        key=key,
        messages=[card.message(plain=person.prefers_text) for card in cards],
        now=now,
        urgency=urgency,
        province_id=person.province_id,
        person_id=person.id,
    )
    if notice_id is not None:
        house.work.enqueue(session, "deliver", str(notice_id), f"notice:{person.line_user_id}")
    return notice_id is not None
