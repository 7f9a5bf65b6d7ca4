"""Photos, files, recordings and places that people send, kept under DATA_DIR by their hash."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, String, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Word
from models.report import Report
from rules.same_picture import Picture, is_same_picture


class Kept(StrEnum):
    """Whether the bytes are here: asked for, stored, gone at LINE before they could be had, or removed on request."""

    WANTED = "wanted"
    STORED = "stored"
    GONE = "gone"
    REMOVED = "removed"


# What stands in for a message that was taken back before it arrived, so that it is not kept when it does.
UNSENT = "unsent"
PHOTO, PLACE = "image", "location"


class Doubt(StrEnum):
    """What the sender was asked in private, and whether the answer was to keep it. While ASKED nobody else sees it."""

    ASKED = "asked"
    KEPT = "kept"


class Evidence(Base):
    """One thing sent. `look` is a photo's perceptual hash (rules/same_picture); latitude and longitude are a place's.

    `like_id` is the photo of another activity or month that this one repeats; `doubt` is what was asked about it.
    """

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    channel: Mapped[str] = mapped_column(String(50))
    message_id: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str | None] = mapped_column(String(300))
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    look: Mapped[str | None] = mapped_column(String(16))
    content_type: Mapped[str | None] = mapped_column(String(100))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    like_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    doubt: Mapped[Doubt | None] = mapped_column(Word(Doubt))
    state: Mapped[Kept] = mapped_column(Word(Kept), default=Kept.WANTED, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime] = mapped_column(Moment)

    @property
    def picture(self) -> Picture:
        return Picture(self.sha256, self.look)


OF_MESSAGE = select(Evidence).where(Evidence.message_id == bindparam("message_id"))
LOOSE = (
    select(Evidence)
    .where(
        Evidence.person_id == bindparam("person_id"),
        Evidence.report_id.is_(None),
        Evidence.kind != PLACE,
        Evidence.state != Kept.REMOVED,
        Evidence.sent_at >= bindparam("since"),
    )
    .order_by(Evidence.id)
)


def evidence_of_message(session: Session, message_id: str) -> Evidence | None:
    """Return what was kept of a message, or None."""
    return plain.scalar(session, OF_MESSAGE, {"message_id": message_id})


def was_unsent(session: Session, message_id: str) -> bool:
    """Return whether a message was taken back before it arrived."""
    piece = evidence_of_message(session, message_id)
    return piece is not None and piece.kind == UNSENT


def loose_evidence(session: Session, person_id: int, since: datetime) -> list[Evidence]:
    """Return what a person sent since a moment that belongs to no report yet, oldest first; places belong to none."""
    return plain.scalars(session, *loose(person_id, since))


def loose(person_id: int, since: datetime) -> tuple[Select[Evidence], plain.Given]:
    """Return the question that loose_evidence() asks."""
    return LOOSE, {"person_id": person_id, "since": since}


def photos_of_reports(session: Session, report_ids: list[int]) -> list[Evidence]:
    """Return the photos of these reports that anybody may see, oldest first.

    The same picture sent twice for one activity and month is one photo; one that its sender was asked about and did
    not answer for yet is none.
    """
    query = select(Evidence, Report.period).join(Report, Report.id == Evidence.report_id)
    query = query.where(
        Evidence.report_id.in_(report_ids),
        Evidence.kind == PHOTO,
        Evidence.state != Kept.REMOVED,
        or_(Evidence.doubt.is_(None), Evidence.doubt != Doubt.ASKED),
    )
    by_month: dict[tuple[int | None, date], list[Evidence]] = {}
    for piece, period in session.execute(query.order_by(Evidence.id)):
        by_month.setdefault((piece.activity_id, period), []).append(piece)
    found = [piece for month in by_month.values() for piece in different_pictures(month)]
    return sorted(found, key=lambda piece: piece.id)


def different_pictures(pieces: Iterable[Evidence]) -> Sequence[Evidence]:
    """Return the pieces without those that show the same picture as an earlier one; what is not fetched yet counts."""
    found: list[Evidence] = []
    for piece in pieces:
        if not any(is_same_picture(piece.picture, other.picture) for other in found):
            found.append(piece)
    return found


def wanted_evidence(session: Session) -> list[int]:
    """Return the ids of what is still to be fetched from LINE."""
    return list(
        session.scalars(select(Evidence.id).where(Evidence.state == Kept.WANTED).order_by(Evidence.id))
    )


def is_still_used(session: Session, sha256: str) -> bool:
    """Return whether bytes with this hash belong to any evidence."""
    return session.scalar(select(Evidence.id).where(Evidence.sha256 == sha256).limit(1)) is not None


def removed_with_bytes(session: Session) -> list[int]:
    """Return the ids of what was taken back and whose bytes are still here."""
    query = select(Evidence.id).where(Evidence.state == Kept.REMOVED, Evidence.sha256.is_not(None))
    return list(session.scalars(query))
