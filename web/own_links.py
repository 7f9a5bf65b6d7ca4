"""Opens links that were made for one person (handlers/links), and hands out what they lead to."""

import io
from typing import Any

from flask import Response, abort, send_file
from sqlalchemy.orm import Session

from engine.house import House
from handlers.links import unseal
from handlers.turn import Turn
from i18n import _
from models.person import Person

# Nothing on the way keeps what is meant for one person.
PRIVATE = {"Cache-Control": "private, no-store"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opened(house: House, session: Session, kind: str, token: str) -> tuple[Turn, tuple[Any, ...]]:
    """Return the person for whom a link was made, as they are now, and what else it says.

    404 where it was not made here; 410 where its day is over, its person has cancelled it, or has left.
    """
    link = unseal(house.settings.secret_key, kind, token)
    if link is None:
        abort(404)
    person_id, generation, *said = link.said
    person, now = session.get(Person, person_id), house.clock.now()
    if person is None or person.left_at is not None or person.province_id is None:
        abort(410)
    if link.until <= now or person.link_generation != generation:
        abort(410)
    return Turn(house, session, now, person.channel, {}, 0, person), tuple(said)


def download(content: bytes, name: str, mimetype: str = XLSX) -> Response:
    """Return a file for the one person who opened its link."""
    file = io.BytesIO(content)
    response = send_file(file, mimetype=mimetype, as_attachment=True, download_name=name)
    response.headers.update(PRIVATE)
    return response


def over(word: str) -> Response:
    """Return what a link that is over says: what to type for a new one."""
    words = _("This link has expired. For a new one, type “{word}” in the chat.").format(word=word)
    return Response(words, 410, mimetype="text/plain")
