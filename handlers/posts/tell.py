"""Tells others what was arranged for them: written in the same transaction, sent as soon as nobody is disturbed."""

from collections.abc import Callable

from cards.card import Card
from engine.clock import BANGKOK
from handlers.turn import Turn
from i18n import speaking
from models.notice import write_notice
from models.person import Person
from models.setting import quiet_hours_of
from rules.urgency import Urgency


def tell(turn: Turn, person: Person, draw: Callable[[], list[Card]], kind: str, key: str) -> bool:
    """Write to a person in their language; False where it is the one who speaks now, who reads the answer instead.

    `draw` is called while that language is spoken. The same kind and key is never written twice.
    """
    if person.id == turn.person.id:
        return False
    with speaking(person.language):
        messages = [card.message(plain=person.prefers_text) for card in draw()]
    not_before = quiet_hours_of(turn.province).opens_at(turn.now.astimezone(BANGKOK), turn.calendar)
    notice_id = write_notice(
        turn.session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=kind,
        key=key,
        messages=messages,
        now=turn.now,
        urgency=Urgency.CHASE,
        province_id=turn.province.id,
        person_id=person.id,
        not_before=not_before,
    )
    if notice_id is not None and not_before <= turn.now:
        turn.house.work.enqueue(turn.session, "deliver", str(notice_id), f"notice:{person.line_user_id}")
    return notice_id is not None
