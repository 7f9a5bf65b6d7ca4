"""SQLAlchemy's compiled statements, kept from one test's database to the next one's.

Every test has a database of its own, and each would compile some two hundred statements anew: a sixth of all the time
that conversations took. A bot that runs for longer than a test compiles each of them once.
"""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.util import LRUCache

import engine.database
import engine.on_sqlite

_first: dict[str, Engine] = {}


def keep_compiled_statements() -> None:
    """Let all engines of one kind of database share a dialect and its statements, from the first that connects on."""
    engine.database.create_engine = engine.on_sqlite.create_engine = _sharing_engine


def _sharing_engine(url: str, **options: Any) -> Engine:
    made = create_engine(url, **options)
    first = _first.get(made.dialect.name)
    if first is None:
        # What the server can do is known once somebody has connected.
        event.listen(made, "connect", lambda *_: _first.setdefault(made.dialect.name, made), once=True)
        made._compiled_cache = LRUCache(5000)
    else:
        made.dialect = made.pool._dialect = first.dialect
        made._compiled_cache = first._compiled_cache
    return made
