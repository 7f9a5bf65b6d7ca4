"""A message was taken back: its words and photos go from views and storage; the figures stay, with a note."""

from cards.card import Card
from handlers.keep_evidence import remove
from handlers.turn import Turn
from models.audit import note
from models.evidence import UNSENT, Evidence, Kept, evidence_of_message
from models.inbox import forget_message
from models.unsent import forget_words


def unsend(turn: Turn) -> list[Card]:
    """Forget a message everywhere, also where it has not arrived yet; there is no reply to an unsend."""
    message_id = (turn.event.get("unsend") or {}).get("messageId")
    if not isinstance(message_id, str):
        return []
    has_arrived = forget_message(turn.session, turn.channel, message_id)
    reports = forget_words(turn.session, turn.person, message_id, turn.now)
    piece = evidence_of_message(turn.session, message_id)
    if not has_arrived and piece is None and turn.person.province_id is not None:
        turn.session.add(_stand_in(turn, turn.person.province_id, message_id))
    elif piece is not None and piece.person_id == turn.person.id and piece.kind != UNSENT:
        remove(turn, piece)
    note(
        turn.session,
        turn.now,
        "unsent",
        province_id=turn.person.province_id,
        person_id=turn.person.id,
        reports=[report.id for report in reports],
    )
    return []


def _stand_in(turn: Turn, province_id: int, message_id: str) -> Evidence:
    """Remember that this message is not to be kept, should it arrive after all."""
    return Evidence(
        province_id=province_id,
        person_id=turn.person.id,
        channel=turn.channel,
        message_id=message_id[:64],
        kind=UNSENT,
        state=Kept.REMOVED,
        sent_at=turn.sent_at,
    )
