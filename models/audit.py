"""What was done or refused, by whom: append-only, each line chained to the one before it by its hash.

Lines hold ids and words of our own, never names or what people wrote: forgetting a person changes none of them.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, bindparam, cast, event, func, insert, literal_column, select
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column

from engine import plain
from engine.database import before_commit
from models.base import Base, Id, Json, Moment
from models.upsert import KINDS

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
        return hashlib.sha256(f'["{before}",{self.id},{self.said()}'.encode()).hexdigest()

    def said(self) -> str:
        """Return what the line says as the end of a JSON list, which begins with the link before it and its id."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        said = [at, self.province_id, self.person_id, self.what, self.about]
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))[1:]


class AuditEnd(Base):
    """Where the trail ends, in one row: writers wait for each other on it, and a trail cut short is noticed."""

    __tablename__ = "audit_end"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[int] = mapped_column(Id)
    link: Mapped[str] = mapped_column(String(64))


ENDS: Any = AuditEnd.__table__
SAID = bindparam("said", type_=String())
# engine/on_sqlite.py teaches SQLite its own.
DIGEST: dict[str, Any] = {
    "postgresql": lambda words: func.encode(
        func.sha256(func.convert_to(words, literal_column("'UTF8'"))), literal_column("'hex'")
    ),
    "sqlite": func.sha256_hex,
}


def _end_after(dialect: str) -> Any:
    """Return the statement that moves the end on by a line: the database itself reckons its link from the one before."""

    def link(before: Any, entry_id: Any) -> Any:
        return DIGEST[dialect]('["' + before + '",' + cast(entry_id, String) + "," + SAID)

    first = {"id": 1, "entry_id": 1, "link": link(literal_column(f"'{BEGINNING}'"), literal_column("1"))}
    after = ENDS.c.entry_id + 1
    added = {"entry_id": after, "link": link(ENDS.c.link, after)}
    return KINDS[dialect](ENDS).values(first).on_conflict_do_update(index_elements=["id"], set_=added)


END_AFTER = {dialect: _end_after(dialect) for dialect in KINDS}
TOLD: dict[str, Any] = {"at": Moment(), "province_id": Id, "person_id": Id, "what": String(), "about": Json}
AT_THE_END = insert(AuditEntry).from_select(
    ["id", *TOLD, "link"],
    select(ENDS.c.entry_id, *[bindparam(name, type_=kind) for name, kind in TOLD.items()], ENDS.c.link),
)


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
    end_after = END_AFTER[session.get_bind().dialect.name]
    for _within, entry in session.info.pop(_PENDING):
        plain.write_later(session, end_after, {"said": entry.said()})
        plain.write_later(session, AT_THE_END, {name: getattr(entry, name) for name in TOLD})
