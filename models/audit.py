"""What was done or refused, by whom: ids and words of our own, never what people wrote."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment


class AuditEntry(Base):
    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    province_id: Mapped[int | None] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str] = mapped_column(String(50))
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)


def note(
    session: Session,
    at: datetime,
    what: str,
    *,
    province_id: int | None = None,
    person_id: int | None = None,
    **about: Any,
) -> None:
    """Write one line of the audit trail."""
    session.add(AuditEntry(at=at, what=what, province_id=province_id, person_id=person_id, about=about))
