"""When a person was last told something that is not to be repeated at once: a remark that is over as it is said."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine import plain
from models.dialogue import Dialogue

TOLD = (
    select(Dialogue)
    .where(Dialogue.person_id == bindparam("person_id"), Dialogue.kind == bindparam("kind"))
    .limit(1)
)


def is_due(session: Session, person_id: int, what: str, every: timedelta, now: datetime) -> bool:
    """Return whether a person may be told `what` (a short word) again, and if so count it as told now."""
    kind = f"told {what}"[:20]
    told = plain.scalar(session, TOLD, {"person_id": person_id, "kind": kind})
    if told is not None and now - told.opened_at < every:
        return False
    if told is None:
        told = Dialogue(person_id=person_id, kind=kind, token=secrets.token_urlsafe(8), state={})
        session.add(told)
    told.opened_at = told.touched_at = told.closed_at = now
    plain.flush(session)
    return True
