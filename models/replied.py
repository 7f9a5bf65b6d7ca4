"""What became of replies that were sent at once: many ends in one statement, for answers are most of what is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, String, bindparam, func, update
from sqlalchemy.orm import Session

from models.notice import Notice, Sent, ended

NOTICES = Notice.__table__
IS_OURS = (NOTICES.c.id == bindparam("of_id"), NOTICES.c.state == Sent.WAITING)
HAS_ARRIVED = ended(Sent.SENT, bindparam("at"), how="reply")
ARRIVED = update(Notice).where(*IS_OURS).values(**HAS_ARRIVED, request_id=bindparam("of_request"))
# PostgreSQL takes them all at once, as two values.
_REPLIES = (
    func.unnest(bindparam("ids", type_=ARRAY(BigInteger)), bindparam("requests", type_=ARRAY(String)))
    .table_valued("id", "request")
    .render_derived(name="replies")
)
HAVE_ARRIVED = (
    update(Notice)
    .where(NOTICES.c.id == _REPLIES.c.id, NOTICES.c.state == Sent.WAITING)
    .values(**HAS_ARRIVED, request_id=_REPLIES.c.request)
)
GIVEN_BACK = (
    update(Notice)
    .where(*IS_OURS, NOTICES.c.attempts == 1)
    .values(attempts=0, reply_tried_at=None, not_before=bindparam("at"))
)


def have_arrived(session: Session, replies: Sequence[tuple[int, str | None]], now: datetime) -> None:
    """Write that LINE has taken replies: the notice's id and LINE's request id of each. Their words are forgotten."""
    if not replies:
        return
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        given = [{"of_id": notice_id, "of_request": request, "at": now} for notice_id, request in replies]
        connection.execute(ARRIVED, given)
        return
    ids, requests = map(list, zip(*replies, strict=True))
    connection.execute(HAVE_ARRIVED, {"ids": ids, "requests": requests, "at": now})


def give_back(session: Session, notice_ids: Sequence[int], now: datetime) -> None:
    """Let notices that were written as taken wait for whoever takes them: nobody has tried to send them."""
    if notice_ids:
        session.connection().execute(GIVEN_BACK, [{"of_id": each, "at": now} for each in notice_ids])
