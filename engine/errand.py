"""A statement on its way to the database past SQLAlchemy, and the way there where each goes by itself: for engine/plain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from engine.plain_words import Described, Rows, Words


def _nothing() -> Described:
    return ()


@dataclass(eq=False)
class Errand:
    """A statement with its values as the driver takes them, and once it is back what it found and how many rows it met.

    `then` is called when it comes back. Where that may raise, `may_fail` keeps the transaction from being ended before.
    """

    words: Words
    values: Sequence[Any]
    then: Callable[[Errand], None] | None = None
    may_fail: bool = False
    found: Rows = ()
    met: int = 0
    described: Callable[[], Described] = _nothing
    is_back: bool = False

    def come_back(self) -> None:
        self.is_back = True
        if self.then is not None:
            self.then(self)


class Way(Protocol):
    """How statements get to the database. Errors are SQLAlchemy's."""

    @property
    def ahead(self) -> dict[object, Errand] | None:
        """What was asked before it is needed, by question and values; None where that gains nothing."""

    def give(self, connection: Connection, errand: Errand) -> None:
        """Bring a statement out, at the latest with the next deliver()."""

    def deliver(self, connection: Connection) -> None:
        """Bring out all that was given and come back with the answers."""

    def commit(self, connection: Connection) -> None:
        """Bring out all that was given, and end the transaction with it where that can be said at once."""


class AtOnce:
    """Each statement goes when it is given."""

    ahead = None

    def give(self, connection: Connection, errand: Errand) -> None:
        cursor = connection.connection.cursor()
        try:
            cursor.execute(errand.words.sql, errand.values)
            errand.found = cursor.fetchall() if errand.words.bring_rows else ()
        except Exception as error:
            # It breaks as everything else does: with SQLAlchemy's error, and a connection that has ended is left.
            connection._handle_dbapi_exception(error, errand.words.sql, errand.values, cursor, None)
        described = cursor.description
        errand.met, errand.described = cursor.rowcount, lambda: described
        cursor.close()
        errand.come_back()

    def deliver(self, connection: Connection) -> None:
        pass

    def commit(self, connection: Connection) -> None:
        pass
