"""SQLite set up to be durable; engine/database.py calls it."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url


def sqlite_engine(url: str, **pool: int) -> Engine:
    """Return connections to a file, which is made where it is missing; `pool` says how many there may be."""
    path = make_url(url).database
    if path:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": 10, "check_same_thread": False},
        **pool,
    )

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # IMMEDIATE takes the write lock at once: a transaction that reads first and writes later cannot fail half way.
        options = connection.get_execution_options()
        reads = "read_only" in options or "thinks_first" in options
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine
