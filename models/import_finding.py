"""What an imported file got wrong by its own figures: kept as it was found, never repaired; evaluations state it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment, Satang


class ImportFinding(Base):
    """One figure that does not follow from the others. Money is satang, a percentage is counted in hundredths.

    `sentence` says it in Thai as it was told when the file was imported; `why` is the code of the likeliest explanation.
    """

    __tablename__ = "import_findings"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    file_name: Mapped[str] = mapped_column(String(300))
    sheet: Mapped[str] = mapped_column(String(100))
    row: Mapped[int]
    label: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    printed: Mapped[int] = mapped_column(Satang)
    computed: Mapped[int] = mapped_column(Satang)
    why: Mapped[str] = mapped_column(String(40))
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sentence: Mapped[str] = mapped_column(Text)
    found_at: Mapped[datetime] = mapped_column(Moment)


@dataclass(frozen=True)
class Found:
    """A finding before it is kept; the fields are those of ImportFinding."""

    sheet: str
    row: int
    label: str
    field: str
    kind: str
    printed: int
    computed: int
    why: str
    details: dict[str, str]
    sentence: str


def keep_findings(
    session: Session, province_id: int, year_be: int, file_name: str, found: Sequence[Found], now: datetime
) -> None:
    """Keep what was found in a file, in the place of what an earlier import of the same file found."""
    session.execute(
        delete(ImportFinding).where(
            ImportFinding.province_id == province_id,
            ImportFinding.year_be == year_be,
            ImportFinding.file_name == file_name[:300],
        )
    )
    session.add_all(
        ImportFinding(
            province_id=province_id, year_be=year_be, file_name=file_name[:300], found_at=now, **vars(each)
        )
        for each in found
    )
    session.flush()


def findings_of(session: Session, province_id: int, year_be: int) -> list[ImportFinding]:
    """Return what is known to be inconsistent in a year's imported figures, in the files' order."""
    query = select(ImportFinding).where(
        ImportFinding.province_id == province_id, ImportFinding.year_be == year_be
    )
    return list(session.scalars(query.order_by(ImportFinding.id)))
