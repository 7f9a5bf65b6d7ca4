"""Notices of one kind to many people in one statement: what the mapper does for each row is most of the cost."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice, starmap
from typing import Any, NamedTuple

import orjson
from sqlalchemy import BigInteger, Integer, bindparam, text
from sqlalchemy.orm import Session

from engine.ahead import made_ahead
from models.base import Moment
from models.many import listed

Address = tuple[str, str]  # channel and recipient
_Row = tuple[str, str, int, bytes]
AT_ONCE = 100  # of ten kilobytes each: more would be written to a file first, and cost PostgreSQL half as much again

# The database draws the retry keys, as uuid4 does: told, they cost more than drawn.
# In PostgreSQL one value for each column, and the messages as lines: a JSON or a list of so long texts is dear to read.
_ROWS = {
    "sqlite": """
        (SELECT value ->> 0 AS channel, value ->> 1 AS recipient, value ->> 2 AS person_id, value -> 3 AS messages,
            lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||
                substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))
            AS retry_key FROM json_each(:rows))
    """,
    "postgresql": """
        (SELECT channel, recipient, person_id, CAST(line AS json) AS messages,
            CAST(gen_random_uuid() AS text) AS retry_key
        FROM unnest(CAST(:channels AS text[]), CAST(:recipients AS text[]), CAST(:people AS bigint[]),
            string_to_array(convert_from(:lines, 'UTF8'), chr(10)))
            AS given(channel, recipient, person_id, line)) AS rows
    """,
}
_WRITE = {
    dialect: text(f"""
        INSERT INTO notices (channel, recipient, person_id, retry_key, messages, kind, key, urgency, province_id,
            reply_only, state, attempts, not_before, worthless_after, made_at, carries, cost)
        SELECT channel, recipient, person_id, retry_key, messages, :kind, :key, :urgency, :province_id,
            false, 'waiting', 0, :not_before, :worthless_after, :now, 0, 1
        FROM {rows} WHERE true
        ON CONFLICT (channel, recipient, kind, key) DO NOTHING RETURNING channel, recipient, person_id, id
    """).bindparams(  # noqa: S608  the two texts above
        bindparam("urgency", type_=Integer()),
        bindparam("province_id", type_=BigInteger()),
        *[bindparam(name, type_=Moment()) for name in ("not_before", "worthless_after", "now")],
    )
    for dialect, rows in _ROWS.items()
}


class Draft(NamedTuple):
    """What one person shall be told."""

    person_id: int
    channel: str
    recipient: str
    messages: Sequence[dict[str, Any]]


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

    Drafts may come one by one, without end: in PostgreSQL each hundred is written while the next are made. Whoever
    makes them so must not ask the session meanwhile.
    """
    session.flush()
    connection = session.connection()
    dialect = connection.dialect.name
    given = {
        "kind": kind,
        "key": key,
        "urgency": int(urgency),
        "province_id": province_id,
        "now": now,
        "not_before": not_before,
        "worthless_after": worthless_after,
    }

    def write(rows: Sequence[_Row]) -> list[Written]:
        found = connection.execute(_WRITE[dialect], given | _GIVE[dialect](rows)).fetchall()
        return list(starmap(Written, found))

    parts = _parts(drafts)
    each_written = map(write, parts) if dialect == "sqlite" else made_ahead(parts, write)
    return list(chain.from_iterable(each_written))


def _parts(drafts: Iterable[Draft]) -> Iterator[list[_Row]]:
    """Yield drafts as they will be stored, which is a tenth of their size in memory."""
    waiting = iter(drafts)
    while part := [
        (each.channel, each.recipient, each.person_id, orjson.dumps(each.messages))
        for each in islice(waiting, AT_ONCE)
    ]:
        yield part


def _as_json(rows: Sequence[_Row]) -> dict[str, Any]:
    return {"rows": orjson.dumps([(*row[:3], orjson.Fragment(row[3])) for row in rows]).decode()}


def _as_columns(rows: Sequence[_Row]) -> dict[str, Any]:
    channels, recipients, people, bodies = map(list, zip(*rows, strict=True))
    return {
        "channels": channels,
        "recipients": recipients,
        "people": listed("postgresql", people),
        "lines": b"\n".join(bodies),
    }


_GIVE = {"sqlite": _as_json, "postgresql": _as_columns}
