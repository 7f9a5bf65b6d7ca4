"""Erases who somebody was who has left, once the last answer to them is out of the house."""

import structlog

from engine.house import House
from models.leaving import ERASED, erase, is_being_answered
from models.person import Person

log = structlog.get_logger()
WAIT_SECONDS = 5.0


def erase_person(house: House, key: str) -> None:
    """Erase the person with id `key`; nothing happens to one who came back, or where it was done."""
    with house.db.write() as session:
        now = house.clock.now()
        person = session.get(Person, int(key))
        if person is None or person.left_at is None or person.line_user_id.startswith(ERASED):
            return
        if is_being_answered(session, person, now):
            house.work.enqueue(session, "erase", key, f"erase:{key}", WAIT_SECONDS)
            return
        for piece in erase(session, person, now):
            house.work.enqueue(session, "forget", str(piece), f"forget:{piece}")
    log.info("person_erased", person=int(key))
