"""Photos, files, recordings and places that people send, kept under DATA_DIR by their hash."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Word


class Kept(StrEnum):
    """Whether the bytes are here: asked for, stored, gone at LINE before they could be had, or removed on request."""

    WANTED = "wanted"
    STORED = "stored"
    GONE = "gone"
    REMOVED = "removed"


# What stands in for a message that was taken back before it arrived, so that it is not kept when it does.
UNSENT = "unsent"


class Evidence(Base):
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
    content_type: Mapped[str | None] = mapped_column(String(100))
    state: Mapped[Kept] = mapped_column(Word(Kept), default=Kept.WANTED, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime] = mapped_column(Moment)


def evidence_of_message(session: Session, message_id: str) -> Evidence | None:
    """Return what was kept of a message, or None."""
    return session.scalar(select(Evidence).where(Evidence.message_id == message_id))


def was_unsent(session: Session, message_id: str) -> bool:
    """Return whether a message was taken back before it arrived."""
    piece = evidence_of_message(session, message_id)
    return piece is not None and piece.kind == UNSENT


def loose_evidence(session: Session, person_id: int, since: datetime) -> list[Evidence]:
    """Return what a person sent since a moment that belongs to no report yet, oldest first."""
    query = select(Evidence).where(
        Evidence.person_id == person_id,
        Evidence.report_id.is_(None),
        Evidence.state != Kept.REMOVED,
        Evidence.sent_at >= since,
    )
    return list(session.scalars(query.order_by(Evidence.id)))


def evidence_of_reports(session: Session, report_ids: list[int]) -> list[Evidence]:
    """Return what belongs to these reports and was not removed, oldest first."""
    query = select(Evidence).where(Evidence.report_id.in_(report_ids), Evidence.state != Kept.REMOVED)
    return list(session.scalars(query.order_by(Evidence.id)))


def photos_of_reports(session: Session, report_ids: list[int]) -> list[Evidence]:
    """Return the photos among what belongs to these reports, oldest first."""
    return [piece for piece in evidence_of_reports(session, report_ids) if piece.kind == "image"]


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
