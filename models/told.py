"""When a person was last told something that is not to be repeated at once: a remark that is over as it is said."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.dialogue import Dialogue


def is_due(session: Session, person_id: int, what: str, every: timedelta, now: datetime) -> bool:
    """Return whether a person may be told `what` (a short word) again, and if so count it as told now."""
    query = select(Dialogue).where(Dialogue.person_id == person_id, Dialogue.kind == f"told {what}"[:20])
    told = session.scalar(query.limit(1))
    if told is not None and now - told.opened_at < every:
        return False
    if told is None:
        told = Dialogue(
            person_id=person_id, kind=f"told {what}"[:20], token=secrets.token_urlsafe(8), state={}
        )
        session.add(told)
    told.opened_at = told.touched_at = told.closed_at = now
    session.flush()
    return True
