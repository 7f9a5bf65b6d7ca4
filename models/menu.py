"""The rich menus that LINE has of us: one for each channel, role and language."""

from sqlalchemy import String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Word
from rules.role import Role


class PublishedMenu(Base):
    __tablename__ = "menus"
    __table_args__ = (UniqueConstraint("channel", "role", "language"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    channel: Mapped[str] = mapped_column(String(50))
    role: Mapped[Role] = mapped_column(Word(Role))
    language: Mapped[str] = mapped_column(String(5))
    rich_menu_id: Mapped[str] = mapped_column(String(80))


def menu_for(session: Session, channel: str, role: Role, language: str) -> PublishedMenu | None:
    """Return the menu that was published last, or None where none was."""
    return session.scalar(select(PublishedMenu).filter_by(channel=channel, role=role, language=language))


def remember_menu(session: Session, channel: str, role: Role, language: str, rich_menu_id: str) -> str | None:
    """Write down a published menu, and return the id of the one that it replaces."""
    row = menu_for(session, channel, role, language)
    if row is None:
        session.add(PublishedMenu(channel=channel, role=role, language=language, rich_menu_id=rich_menu_id))
        return None
    before, row.rich_menu_id = row.rich_menu_id, rich_menu_id
    return before
