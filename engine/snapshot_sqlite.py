"""Snapshots of SQLite: its backup API copies a database in use, writers included."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from engine.database import Database
from engine.snapshot import Counts, SnapshotError, has_no_rows, others_who_stay, rows_by_table, same_or_raise

BESIDE = ("-wal", "-shm", "-journal")  # SQLite's own files: beside another database they would corrupt it
IN_USE = "the database is in use: stop the bot first"


class SqliteSnapshots:
    part = "database.sqlite"

    def __init__(self, db: Database) -> None:
        self._db = db
        if not db.engine.url.database or db.engine.url.database == ":memory:":
            raise SnapshotError("DATABASE_URL: a database in memory has nothing to copy")
        self._path = Path(db.engine.url.database)

    def take(self, into: Path) -> Counts:
        if not self._path.exists():
            raise SnapshotError("there is no database yet: run `flask --app bot init-db` first")
        try:
            with closing(sqlite3.connect(self._path)) as source, closing(sqlite3.connect(into)) as copy:
                source.backup(copy)
                # The copy is one file from here on, without a log beside it.
                copy.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error as error:
            raise SnapshotError(f"the database could not be copied: {error}") from error
        return _whole(into)

    def is_empty(self) -> bool:
        if not self._path.exists():
            return True
        try:
            with self._db.read() as session:
                return has_no_rows(rows_by_table(session.connection()))
        except SQLAlchemyError:
            return False

    def refuse_if_used(self) -> None:
        self._db.close()
        if self._path.exists() and others_who_stay(self._others):
            raise SnapshotError(IN_USE)

    def _others(self) -> int:
        """Return 1 where anybody else has the database open, which SQLite does not count."""
        try:
            with closing(sqlite3.connect(self._path, timeout=1)) as connection:
                # Leaving WAL needs the database to oneself, and folds the log into the one file.
                connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError:
            return 1
        except sqlite3.DatabaseError:
            pass  # it is broken, which is why another one is put in its place
        return 0

    def check(self, snapshot: Path, expected: Counts) -> None:
        same_or_raise(_whole(snapshot), expected)

    def put(self, snapshot: Path, expected: Counts, stamp: str) -> str | None:
        was_empty = self.is_empty()
        self.refuse_if_used()
        aside = self._path.with_name(f"{self._path.name}.before-{stamp}")
        moves = [
            (self._path.with_name(self._path.name + end), aside.with_name(aside.name + end))
            for end in ("", *BESIDE)
        ]
        done = []
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for old, kept in moves:
                if old.exists():
                    done.append((old.rename(kept), old))
            # It may come from another disk: first beside its place, then into it in one step.
            shutil.move(snapshot, self._path.with_name(f"{aside.name}.new"))
            self._path.with_name(f"{aside.name}.new").rename(self._path)
        except OSError as error:
            for kept, old in done:
                kept.rename(old)
            raise SnapshotError(f"the database file could not be replaced: {error.strerror}") from error
        if not was_empty:
            return str(aside)
        for kept, _old in done:
            kept.unlink()
        return None


def _whole(path: Path) -> Counts:
    """Return the rows of a database file that nobody uses; raises SnapshotError where it is damaged."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    try:
        with engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            counts = rows_by_table(connection)
    except SQLAlchemyError as error:
        raise SnapshotError("the database in it is damaged") from error
    if said != "ok":
        raise SnapshotError("the database in it is damaged")
    return counts
