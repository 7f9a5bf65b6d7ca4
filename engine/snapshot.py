"""A whole database in one file, taken while it is in use, and put back: what both kinds have in common."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, inspect, text

REVISION = "alembic_version"  # the one table that a database without any data has rows in
SECONDS_TO_LEAVE = 2.0
Counts = dict[str, int]


class SnapshotError(Exception):
    """A snapshot cannot be taken or put back; the message is one line that says why."""


class Snapshots(Protocol):
    """One kind of database. `part` is the name under which its snapshot is kept."""

    part: str

    def take(self, into: Path) -> Counts:
        """Write the state of one moment into a new file, and return how many rows each table had at that moment."""

    def is_empty(self) -> bool:
        """Return whether the database holds nothing, or nothing but tables; a damaged one counts as full."""

    def refuse_if_used(self) -> None:
        """Raise SnapshotError while somebody else has the database open."""

    def check(self, snapshot: Path, expected: Counts) -> None:
        """Raise SnapshotError where a snapshot is not whole, as far as that shows before it is put back."""

    def put(self, snapshot: Path, expected: Counts, stamp: str) -> str | None:
        """Put a snapshot in the database's place, or change nothing and raise SnapshotError.

        What was there is kept under a name with `stamp` in it, which is returned; None where there were no rows.
        """


def rows_by_table(connection: Connection) -> Counts:
    """Return how many rows each table holds."""
    quote = connection.dialect.identifier_preparer.quote
    names = sorted(inspect(connection).get_table_names())
    # The names are those of the database's own catalogue, quoted by its own rules.
    return {name: connection.scalar(text(f"SELECT count(*) FROM {quote(name)}")) or 0 for name in names}  # noqa: S608


def has_no_rows(counts: Counts) -> bool:
    """Return whether there is nothing but tables."""
    return not any(count for name, count in counts.items() if name != REVISION)


def others_who_stay(count: Callable[[], int]) -> int:
    """Return how many others have the database open; who is just leaving is waited for.

    A session that has said goodbye, our own of a moment ago among them, is still counted for a little while.
    """
    until = time.monotonic() + SECONDS_TO_LEAVE
    while (others := count()) and time.monotonic() < until:
        time.sleep(0.05)
    return others


def same_or_raise(found: Counts, expected: Counts) -> None:
    """Raise SnapshotError where the rows are not those that the manifest counts."""
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            raise SnapshotError(
                f"table {name}: {found.get(name, 'no')} rows, where the manifest says {expected.get(name, 'none')}"
            )
