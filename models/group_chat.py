"""Groups that the weekly summary goes to, because the office asked for it and knows what it costs."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment


class GroupChat(Base):
    """A group with the bot in it. `members` is what LINE counts for each push, as of `counted_at`."""

    __tablename__ = "group_chats"
    __table_args__ = (UniqueConstraint("channel", "group_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    channel: Mapped[str] = mapped_column(String(50))
    group_id: Mapped[str] = mapped_column(String(64))
    members: Mapped[int]
    counted_at: Mapped[datetime] = mapped_column(Moment)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


def group_at(session: Session, channel: str, group_id: str) -> GroupChat | None:
    """Return the group, whether it still gets the summary or not; None where it was never asked for."""
    return session.scalar(
        select(GroupChat).where(GroupChat.channel == channel, GroupChat.group_id == group_id)
    )


def groups_told(session: Session, province_id: int) -> list[GroupChat]:
    """Return the groups that get the province's summary."""
    query = select(GroupChat).where(GroupChat.province_id == province_id, GroupChat.ended_at.is_(None))
    return list(session.scalars(query.order_by(GroupChat.id)))


def switch_on(
    session: Session,
    channel: str,
    group_id: str,
    *,
    province_id: int,
    members: int,
    asked_by: int,
    now: datetime,
) -> GroupChat:
    """Let a group get the summary from now on."""
    group = group_at(session, channel, group_id)
    if group is None:
        group = GroupChat(channel=channel, group_id=group_id)
        session.add(group)
    group.province_id, group.members, group.counted_at = province_id, members, now
    group.asked_by, group.ended_at = asked_by, None
    session.flush()
    return group


def switch_off(session: Session, channel: str, group_id: str, now: datetime) -> bool:
    """Let a group get the summary no more; False where it got none."""
    group = group_at(session, channel, group_id)
    if group is None or group.ended_at is not None:
        return False
    group.ended_at = now
    return True
