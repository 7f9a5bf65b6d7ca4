"""Places that people sent: which activity each is for, and whether that is still to be asked."""

from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from engine import plain
from models.evidence import PLACE, Doubt, Evidence, Kept
from models.plan import Activity

OPEN = (
    select(Evidence)
    .where(
        Evidence.person_id == bindparam("person_id"),
        Evidence.kind == PLACE,
        Evidence.state == Kept.STORED,
        or_(Evidence.activity_id.is_(None), Evidence.doubt == Doubt.ASKED),
        Evidence.sent_at >= bindparam("since"),
    )
    .order_by(Evidence.id.desc())
    .limit(1)
)


def open_place(session: Session, person_id: int, since: datetime) -> Evidence | None:
    """Return the last place that a person sent since a moment and that waits for an answer, or None."""
    return plain.scalar(session, OPEN, {"person_id": person_id, "since": since})


def place_sent(session: Session, person_id: int, evidence_id: int) -> Evidence | None:
    """Return a person's own place by its id; another person's, or one that was taken back, is not found."""
    piece = session.get(Evidence, evidence_id)
    is_own = piece is not None and piece.person_id == person_id and piece.kind == PLACE
    return piece if piece is not None and is_own and piece.state is Kept.STORED else None


def doubt_place(piece: Evidence, activity: Activity) -> None:
    """Remember that a place was said to be this activity's and that the sender was asked whether it really is."""
    piece.activity_id, piece.doubt = activity.id, Doubt.ASKED


def give_place(piece: Evidence, activity: Activity) -> None:
    """Give the activity the coordinates that were sent; they replace those of an earlier place."""
    piece.activity_id = activity.id
    piece.doubt = Doubt.KEPT if piece.doubt is not None else None
    activity.latitude, activity.longitude = piece.latitude, piece.longitude
