"""SQLite set up to be durable; engine/database.py calls it."""

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url

from engine.json_text import json_text, json_value


def sqlite_engine(url: str) -> Engine:
    """Return connections to a file, which is made where it is missing."""
    path = make_url(url).database
    if path:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        hide_parameters=True,
        json_serializer=json_text,
        json_deserializer=json_value,
        connect_args={"timeout": 10, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("sha256_hex", 1, _sha256_hex, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # IMMEDIATE takes the write lock at once: a transaction that reads first and writes later cannot fail half way.
        reads = connection.get_execution_options().get("read_only")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _sha256_hex(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
