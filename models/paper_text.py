"""The office's own words in official documents: what it wrote for a section, or took over from the draft."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment


class PaperText(Base):
    """The words of one section; `part` tells rounds of a year apart and is blank where a form has none.

    A section without a row is a draft or blank; a row is what the office stands for. Each line is one item.
    """

    __tablename__ = "paper_texts"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "form", "part", "section"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    form: Mapped[str] = mapped_column(String(40))
    part: Mapped[str] = mapped_column(String(20))
    section: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    set_at: Mapped[datetime] = mapped_column(Moment)
    set_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


def paper_texts(
    session: Session, province_id: int, year_be: int, form: str, part: str = ""
) -> dict[str, str]:
    """Return the office's words by section."""
    query = select(PaperText).where(
        PaperText.province_id == province_id,
        PaperText.year_be == year_be,
        PaperText.form == form,
        PaperText.part == part,
    )
    return {row.section: row.text for row in session.scalars(query)}


def set_paper_text(
    session: Session,
    province_id: int,
    year_be: int,
    form: str,
    part: str,
    section: str,
    text: str | None,
    now: datetime,
    by: int | None = None,
) -> None:
    """Let a section say `text`; None goes back to the draft."""
    where = {
        "province_id": province_id,
        "year_be": year_be,
        "form": form,
        "part": part,
        "section": section,
    }
    session.execute(delete(PaperText).filter_by(**where))
    if text is not None:
        session.add(PaperText(**where, text=text, set_at=now, set_by=by))
    session.flush()
