"""What a database is asked, by SQLAlchemy and past it."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from engine import plain


@contextmanager
def statements(engine):
    """Collect the statements that are given within the block."""
    found, give = [], plain._give

    def hear(_connection, _cursor, statement, *_more):
        found.append(statement)

    def hear_plain(connection, way, words, given, **more):
        found.append(words.sql)
        return give(connection, way, words, given, **more)

    event.listen(engine, "before_cursor_execute", hear)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "_give", hear_plain)
        yield found
    event.remove(engine, "before_cursor_execute", hear)
