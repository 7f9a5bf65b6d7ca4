"""What was done or refused, by whom: append-only, each line chained to the one before it by its hash.

Lines hold ids and words of our own, never names or what people wrote: forgetting a person changes none of them.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, bindparam, event, select, update
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column

from engine import plain
from engine.database import before_commit
from models.base import Base, Id, Moment
from models.upsert import insert_new

BEGINNING = "0" * 64  # what the first line is chained to
_PENDING = "audit"
_ROWS_AT_ONCE = 1000


class AuditEntry(Base):
    """One line. `link` is the SHA-256 of what it says and of the link before it; the database refuses to change it."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    province_id: Mapped[int | None] = mapped_column(ForeignKey("provinces.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str] = mapped_column(String(50))
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)
    link: Mapped[str] = mapped_column(String(64))

    def link_after(self, before: str) -> str:
        """Return what `link` must be where the line before has the link `before`."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        said = [before, self.id, at, self.province_id, self.person_id, self.what, self.about]
        plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(plain.encode()).hexdigest()


class AuditEnd(Base):
    """Where the trail ends, in one row: writers wait for each other on it, and a trail cut short is noticed."""

    __tablename__ = "audit_end"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[int] = mapped_column(Id)
    link: Mapped[str] = mapped_column(String(64))


END = select(AuditEnd.entry_id, AuditEnd.link).with_for_update()
END_AT = update(AuditEnd).values(entry_id=bindparam("last_id"), link=bindparam("last_link"))


@dataclass(frozen=True)
class Verdict:
    """`fault` is None where the trail is whole; else `entry_id` is the first line that does not hold."""

    entries: int
    entry_id: int
    link: str
    fault: str | None = None


def note(
    session: Session,
    at: datetime,
    what: str,
    *,
    province_id: int | None = None,
    person_id: int | None = None,
    **about: Any,
) -> None:
    """Write one line of the audit trail, at the end of the session's write() block and with all that it wrote."""
    pending = session.info.setdefault(_PENDING, [])
    if not pending:
        before_commit(session, _append)
    entry = AuditEntry(at=at, what=what, province_id=province_id, person_id=person_id)
    entry.about = json.loads(json.dumps(about))
    pending.append((session.get_nested_transaction(), entry))


@event.listens_for(Session, "after_soft_rollback")
def _forget_undone(session: Session, undone: SessionTransaction) -> None:
    """Drop the lines of a savepoint that was rolled back."""
    pending = session.info.get(_PENDING)
    if pending and undone.nested:
        pending[:] = [(within, entry) for within, entry in pending if undone not in _around(within)]


def _around(within: SessionTransaction | None) -> Iterator[SessionTransaction]:
    while within is not None:
        yield within
        within = within.parent


def verify(session: Session, known: tuple[int, str] | None = None) -> Verdict:
    """Read the whole trail and say whether it holds; `known` is an id and its link that were written down earlier."""
    entries, last_id, link = 0, 0, BEGINNING
    for entry in _all(session):
        entries += 1
        if entry.link != entry.link_after(link):
            return Verdict(entries, entry.id, entry.link, "it was changed, or a line before it was removed")
        if known is not None and known[0] == entry.id and known[1] != entry.link:
            return Verdict(entries, entry.id, entry.link, "it is not the line that was written down")
        last_id, link = entry.id, entry.link
    end = session.scalar(select(AuditEnd))
    if (end.entry_id, end.link) != (last_id, link) if end else entries:
        return Verdict(entries, last_id, link, "lines after it were removed or added by hand")
    if known is not None and known[0] > last_id:
        return Verdict(entries, last_id, link, "lines that were written down are missing after it")
    return Verdict(entries, last_id, link)


def _all(session: Session) -> Iterator[AuditEntry]:
    after = 0
    while True:
        query = select(AuditEntry).where(AuditEntry.id > after).order_by(AuditEntry.id).limit(_ROWS_AT_ONCE)
        rows = session.scalars(query).all()
        yield from rows
        if len(rows) < _ROWS_AT_ONCE:
            return
        after = rows[-1].id
        session.expunge_all()


def _append(session: Session) -> None:
    """Chain the session's lines to the end of the trail; whoever comes next waits for this commit."""
    # Every other lock is taken before this one, which all writers share: so no two wait for each other.
    plain.flush(session)
    entry_id, link = _end(session)
    for _within, entry in session.info.pop(_PENDING):
        entry_id = entry.id = entry_id + 1
        link = entry.link = entry.link_after(link)
        session.add(entry)
        plain.flush(session)
    plain.write_later(session, END_AT, {"last_id": entry_id, "last_link": link})


def _end(session: Session) -> tuple[int, str]:
    """Return the id and the link of the last line, which is locked until the commit."""
    found = plain.rows(session, END, {})
    if not found:
        session.execute(insert_new(session, AuditEnd, ["id"]).values(id=1, entry_id=0, link=BEGINNING))
        found = plain.rows(session, END, {})
    entry_id, link = found[0]
    return entry_id, link
