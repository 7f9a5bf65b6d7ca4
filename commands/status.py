"""status: what a person would be told in chat, as plain text; nothing of it is stored."""

from datetime import datetime
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.card import Card
from commands.house import current_house
from commands.refuse import refuse
from engine.house import House
from i18n import _, speaking
from models.inbox import Event
from models.person import Person


@click.command("status")
@click.argument("query", required=False)
@click.option(
    "--as", "who", required=True, metavar="PERSON", help="Number, name or LINE user id of the person."
)
@with_appcontext
def status(query: str | None, who: str) -> None:
    """Print what PERSON would be told in chat for QUERY, such as "13" or "overdue"; by default for "status"."""
    house = current_house()
    # The answer may open a conversation or count a wrong guess: all of it is taken back.
    with house.db.write() as session:
        person = _person(session, who)
        with speaking(person.language):
            cards = _answer(house, session, person, query or _("status"))
        session.rollback()
    print("\n\n".join(card.text for card in cards))


def _person(session: Session, who: str) -> Person:
    """Return the one whom `who` means; leaves with status 2 where it is nobody or several."""
    wanted = " ".join(who.split())
    is_meant = (Person.line_user_id == wanted) | (Person.name == wanted)
    if wanted.isascii() and wanted.isdecimal() and len(wanted) < 10:
        is_meant = is_meant | (Person.id == int(wanted))
    found = session.scalars(select(Person).where(is_meant).order_by(Person.id)).all()
    if not found:
        refuse(f"--as: nobody is called {wanted!r}")
    if len(found) > 1:
        numbers = ", ".join(str(each.id) for each in found)
        refuse(f"--as: several people are called {wanted!r}: give one of the numbers {numbers}")
    return found[0]


def _answer(house: House, session: Session, person: Person, query: str) -> list[Card]:
    from handlers.conversation import converse
    from handlers.turn import Turn

    now = house.clock.now()
    event = _event(person, query, now)
    row = Event(
        webhook_event_id=f"status-{now.timestamp()}", channel=person.channel, lane=f"status:{person.id}"
    )
    row.timestamp_ms, row.received_at = event["timestamp"], now
    session.add(row)
    session.flush()
    return converse(Turn(house, session, now, person.channel, event, row.id, person), query)


def _event(person: Person, query: str, now: datetime) -> dict[str, Any]:
    """Return the event that LINE would send."""
    return {
        "type": "message",
        "timestamp": int(now.timestamp() * 1000),
        "source": {"type": "user", "userId": person.line_user_id},
        "message": {"type": "text", "id": "status", "text": query},
    }
