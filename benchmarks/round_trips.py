"""What small questions cost this process and PostgreSQL: each with its own word to and fro, and twenty in one.

    python -m benchmarks.round_trips [TIMES]

Every way is taken in turn, twice. Told are microseconds of processor time a question. Waking another process costs most,
so a quiet machine shows more of a difference than a busy one.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import String, bindparam, column, select, table
from sqlalchemy.orm import Session

from benchmarks import cost, machine
from engine import plain
from engine.database import Database
from tests.postgres import Postgres

QUESTIONS = 20
THINGS = table("things", column("id"), *(column(f"word_{number}", String) for number in range(12)))
ASKED = select(THINGS).where(THINGS.c.id == bindparam("id"))
SQL = "SELECT * FROM things WHERE id = %(id)s::bigint"


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(machine.told())
    with Postgres(is_durable=True) as server:
        db = Database(server.url)
        _make(db)
        with db.read() as session:
            for name, ask in WAYS * 2:
                ours, theirs = _measured(session, ask, times, server.pid)
                print(f"{name:<42} {ours:5.0f} of ours, {theirs:5.0f} of PostgreSQL's")
        db.close()
    return 0


def _make(db: Database) -> None:
    words = ", ".join(f"word_{number} text" for number in range(12))
    with db.engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE things (id bigint PRIMARY KEY, {words})")
        hello = ", ".join(["'hello'"] * 12)
        connection.exec_driver_sql(
            f"INSERT INTO things SELECT number, {hello} FROM generate_series(1, 1000) AS number"
        )
        connection.exec_driver_sql("ANALYZE things")


def _measured(
    session: Session, ask: Callable[[Session, range], int], times: int, server: int
) -> tuple[float, float]:
    ask(session, range(1, QUESTIONS + 1))
    ours, theirs = time.process_time(), cost.seconds(cost.with_children(server))
    for turn in range(times):
        first = turn * QUESTIONS % (1000 - QUESTIONS) + 1
        assert ask(session, range(first, first + QUESTIONS)) == QUESTIONS
    spent = time.process_time() - ours, cost.seconds(cost.with_children(server)) - theirs
    return spent[0] / times / QUESTIONS * 1e6, spent[1] / times / QUESTIONS * 1e6


def by_sqlalchemy(session: Session, ids: range) -> int:
    return sum(len(session.execute(ASKED, {"id": each}).all()) for each in ids)


def by_the_driver(session: Session, ids: range) -> int:
    found = 0
    for each in ids:
        cursor: Any = session.connection().connection.cursor()
        cursor.execute(SQL, {"id": each}, prepare=True)
        found += len(cursor.fetchall())
    return found


def by_plain(session: Session, ids: range) -> int:
    return sum(len(plain.rows(session, ASKED, {"id": each})) for each in ids)


def together(session: Session, ids: range) -> int:
    plain.ask_ahead(session, [(ASKED, {"id": each}) for each in ids])
    return by_plain(session, ids)


WAYS: list[tuple[str, Callable[[Session, range], int]]] = [
    ("SQLAlchemy, rows without mapper", by_sqlalchemy),
    ("psycopg's cursors, prepared", by_the_driver),
    ("engine/plain, one after another", by_plain),
    ("engine/plain, twenty together", together),
]


if __name__ == "__main__":
    sys.exit(main())
