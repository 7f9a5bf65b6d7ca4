"""Notices of one kind to many people in one statement: what the mapper does for each row is most of the cost."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from models.base import Moment

Address = tuple[str, str]  # channel and recipient

# jsonb is taken apart without being read again; in SQLite messages are the text that they are kept as.
_WRITE = {
    dialect: text(f"""
        INSERT INTO notices (channel, recipient, person_id, retry_key, messages, kind, key, urgency, province_id,
            reply_only, state, attempts, not_before, worthless_after, made_at, carries, cost)
        SELECT value ->> 0, value ->> 1, CAST(value ->> 2 AS BIGINT), value ->> 3, value -> 4, :kind, :key, :urgency,
            CAST(:province_id AS BIGINT), false, 'waiting', 0, :not_before, :worthless_after, :now, 0, 1
        FROM {rows} WHERE true
        ON CONFLICT (channel, recipient, kind, key) DO NOTHING RETURNING channel, recipient, person_id, id
    """).bindparams(*[bindparam(name, type_=Moment()) for name in ("not_before", "worthless_after", "now")])  # noqa: S608
    for dialect, rows in (
        ("sqlite", "json_each(:rows)"),
        ("postgresql", "jsonb_array_elements(CAST(:rows AS jsonb))"),
    )
}


@dataclass(frozen=True)
class Draft:
    """What one person shall be told."""

    person_id: int
    channel: str
    recipient: str
    messages: Sequence[dict[str, Any]]

    def row(self) -> bytes:
        return orjson.dumps((self.channel, self.recipient, self.person_id, str(uuid.uuid4()), self.messages))


class Written(NamedTuple):
    """A notice that is new."""

    channel: str
    recipient: str
    person_id: int
    notice_id: int

    @property
    def address(self) -> Address:
        return (self.channel, self.recipient)


def write_notices(
    session: Session,
    drafts: Iterable[Draft],
    *,
    kind: str,
    key: str,
    urgency: int,
    province_id: int,
    now: datetime,
    not_before: datetime,
    worthless_after: datetime | None,
) -> list[Written]:
    """Write pushes and return the new ones; those that were written before are left out.

    Drafts may come one by one: each is held as it will be stored, which is a tenth of its size in memory.
    """
    given = {
        "rows": (b"[" + b",".join(draft.row() for draft in drafts) + b"]").decode(),
        "kind": kind,
        "key": key,
        "urgency": int(urgency),
        "province_id": province_id,
        "now": now,
        "not_before": not_before,
        "worthless_after": worthless_after,
    }
    found = session.execute(_WRITE[session.get_bind().dialect.name], given)
    return [Written(*row) for row in found]
