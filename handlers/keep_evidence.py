"""Writes down that a photo, file, recording or place was sent, and has its bytes fetched."""

from cards.card import Card
from cards.notes import refusal
from handlers.access import scope_of
from handlers.turn import Turn
from i18n import _
from models.evidence import PLACE, Evidence, Kept, evidence_of_message
from models.photo_set import arrived_of_set
from models.plan import Activity
from rules.permissions import Action, Scope

LONGEST_FILE_NAME = 300


def keep(turn: Turn, kind: str) -> Evidence | None:
    """Return the row of what was sent; None for those who do not report, and for repetitions."""
    message_id = turn.message.get("id")
    if _reads_only(turn) or not isinstance(message_id, str) or evidence_of_message(turn.session, message_id):
        return None
    name = turn.message.get("fileName")
    piece = Evidence(
        province_id=turn.province.id,
        person_id=turn.person.id,
        channel=turn.channel,
        message_id=message_id,
        kind=kind,
        file_name=str(name)[:LONGEST_FILE_NAME] if name else None,
        state=_state(turn, kind),
        sent_at=turn.sent_at,
    )
    turn.session.add(piece)
    turn.session.flush()
    if piece.state is Kept.WANTED:
        turn.later("fetch", str(piece.id))
    return piece


def remove(turn: Turn, piece: Evidence) -> None:
    """Take what was kept out of every view, and have its bytes removed; an activity loses the place it had from it."""
    activity = turn.session.get(Activity, piece.activity_id) if piece.activity_id is not None else None
    place = (piece.latitude, piece.longitude)
    if piece.kind == PLACE and activity is not None and (activity.latitude, activity.longitude) == place:
        activity.latitude = activity.longitude = None
    piece.state, piece.file_name = Kept.REMOVED, None
    piece.latitude = piece.longitude = None
    turn.later("forget", str(piece.id))


def not_kept(turn: Turn) -> list[Card]:
    """Return why nothing was kept; a repetition needs no answer."""
    if not _reads_only(turn):
        return []
    return [refusal(_("Not kept: photos and files belong to reports, and this account does not report."))]


def is_last_of_set(turn: Turn) -> bool:
    """Return whether photos that were sent together are to be answered now: after the last, or when all are here."""
    photos = turn.message.get("imageSet") or {}
    index, total = photos.get("index", 1), photos.get("total", 1)
    if index == total or not isinstance(total, int) or not isinstance(photos.get("id"), str):
        return True
    return arrived_of_set(turn.session, turn.event_id, photos["id"]) >= total


def _state(turn: Turn, kind: str) -> Kept:
    """Return what becomes of the bytes: a place has none, and what LINE does not hold cannot be fetched."""
    if kind == PLACE:
        return Kept.STORED
    provider = (turn.message.get("contentProvider") or {}).get("type", "line")
    return Kept.WANTED if provider == "line" else Kept.GONE


def _reads_only(turn: Turn) -> bool:
    return scope_of(turn, Action.REPORT) is Scope.NONE
