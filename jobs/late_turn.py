"""The turn of whoever sent a file or photo, for the tasks that answer once it is fetched."""

from sqlalchemy.orm import Session

from engine.house import House
from handlers.turn import Turn
from models.evidence import Evidence
from models.inbox import Event, event_of_message
from models.person import Person


def late_turn(house: House, session: Session, evidence: Evidence) -> tuple[Turn, Event] | None:
    """Return the sender's turn with the event that brought the evidence, or None where no answer is owed to them.

    None is owed where the message is gone from the inbox, or its sender holds no post any more.
    """
    person = session.get_one(Person, evidence.person_id)
    row = event_of_message(session, f"{person.channel}:{person.line_user_id}", evidence.message_id)
    if row is None:
        return None
    turn = Turn(house, session, house.clock.now(), row.channel, row.event(), row.id, person)
    return (turn, row) if turn.posts else None
