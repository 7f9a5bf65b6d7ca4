"""What became of replies that were sent at once: many ends in one statement, for answers are most of what is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from models.notice import Notice, Sent, ended

NOTICES = Notice.__table__
IS_OURS = (NOTICES.c.id == bindparam("of_id"), NOTICES.c.state == Sent.WAITING)
ARRIVED = (
    update(Notice)
    .where(*IS_OURS)
    .values(**ended(Sent.SENT, bindparam("at"), how="reply"), request_id=bindparam("of_request"))
)
GIVEN_BACK = (
    update(Notice)
    .where(*IS_OURS, NOTICES.c.attempts == 1)
    .values(attempts=0, reply_tried_at=None, not_before=bindparam("at"))
)


def have_arrived(session: Session, replies: Sequence[tuple[int, str | None]], now: datetime) -> None:
    """Write that LINE has taken replies: the notice's id and LINE's request id of each. Their words are forgotten."""
    if replies:
        given = [{"of_id": notice_id, "of_request": request, "at": now} for notice_id, request in replies]
        session.connection().execute(ARRIVED, given)


def give_back(session: Session, notice_ids: Sequence[int], now: datetime) -> None:
    """Let notices that were written as taken wait for whoever takes them: nobody has tried to send them."""
    if notice_ids:
        session.connection().execute(GIVEN_BACK, [{"of_id": each, "at": now} for each in notice_ids])
