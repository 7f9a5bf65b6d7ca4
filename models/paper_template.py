"""Templates of official documents: every one that was used is kept by its hash, and an office may choose its own."""

import hashlib
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment
from models.upsert import insert_new

EVERY_YEAR = 0


class PaperTemplate(Base):
    """The bytes of a .docx template; kept as long as the project lives, so that old documents can be made again."""

    __tablename__ = "paper_templates"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(Moment)


class TemplateChoice(Base):
    """An office's own template for a form, for one fiscal year (BE) or, with year 0, for all without their own."""

    __tablename__ = "paper_template_choices"
    __table_args__ = (UniqueConstraint("province_id", "form", "year_be"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    form: Mapped[str] = mapped_column(String(40))
    year_be: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("paper_templates.sha256"))
    file_name: Mapped[str] = mapped_column(String(300))
    chosen_at: Mapped[datetime] = mapped_column(Moment)


def keep_template(session: Session, content: bytes, now: datetime) -> str:
    """Keep a template's bytes and return their hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    values = {"sha256": sha256, "content": content, "kept_at": now}
    session.execute(insert_new(session, PaperTemplate, ["sha256"]).values(values))
    return sha256


def template_kept(session: Session, sha256: str) -> bytes:
    """Return the bytes of a template that was kept."""
    return session.get_one(PaperTemplate, sha256).content


def choose_template(
    session: Session,
    province_id: int,
    form: str,
    year_be: int,
    content: bytes,
    file_name: str,
    now: datetime,
) -> None:
    """Let an office's documents of a form (and year; 0 for every year) be made with its own template."""
    forget_choice(session, province_id, form, year_be)
    session.add(
        TemplateChoice(
            province_id=province_id,
            form=form,
            year_be=year_be,
            sha256=keep_template(session, content, now),
            file_name=file_name[:300],
            chosen_at=now,
        )
    )
    session.flush()


def forget_choice(session: Session, province_id: int, form: str, year_be: int) -> None:
    """Go back to the template that comes with the bot; documents already made keep theirs."""
    session.execute(
        delete(TemplateChoice).where(
            TemplateChoice.province_id == province_id,
            TemplateChoice.form == form,
            TemplateChoice.year_be == year_be,
        )
    )


def chosen_template(session: Session, province_id: int, form: str, year_be: int) -> TemplateChoice | None:
    """Return the office's own template for a form and year, None where it uses the one that comes with the bot."""
    query = select(TemplateChoice).where(
        TemplateChoice.province_id == province_id,
        TemplateChoice.form == form,
        TemplateChoice.year_be.in_((year_be, EVERY_YEAR)),
    )
    return session.scalar(query.order_by(TemplateChoice.year_be.desc()).limit(1))
