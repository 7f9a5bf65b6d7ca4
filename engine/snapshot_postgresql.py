"""Snapshots of PostgreSQL: pg_dump and pg_restore, of the same moment in which the rows are counted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from engine.database import Database
from engine.snapshot import Counts, SnapshotError, has_no_rows, others_who_stay, rows_by_table, same_or_raise

SCHEMA = "public"
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


class PostgresqlSnapshots:
    part = "database.dump"

    def __init__(self, db: Database) -> None:
        self._db = db

    def take(self, into: Path) -> Counts:
        with self._connected("REPEATABLE READ") as connection:
            if connection.scalar(text("SELECT current_schema()")) != SCHEMA:
                raise SnapshotError(f"DATABASE_URL: only tables in the schema {SCHEMA} are copied")
            moment = connection.scalar(text("SELECT pg_export_snapshot()"))
            self._run("pg_dump", "--format=custom", "--compress=0", f"--schema={SCHEMA}", "--no-owner",
                      "--no-privileges", f"--snapshot={moment}", f"--file={into}")  # fmt: skip
            return rows_by_table(connection)

    def is_empty(self) -> bool:
        with self._connected() as connection:
            return has_no_rows(rows_by_table(connection))

    def refuse_if_used(self) -> None:
        self._db.close()
        # Within a transaction the server counts once, and repeats that.
        with self._connected("AUTOCOMMIT") as connection:
            others = others_who_stay(lambda: connection.scalar(text(OTHERS)) or 0)
        if others:
            raise SnapshotError(f"the database is in use ({others} other sessions): stop the bot first")

    def check(self, snapshot: Path, expected: Counts) -> None:
        self._run("pg_restore", "--list", "--file=/dev/null", str(snapshot), is_client=False)

    def put(self, snapshot: Path, expected: Counts, stamp: str) -> str | None:
        was_empty = self.is_empty()
        self.refuse_if_used()
        aside = f"before_{stamp.replace('-', '_')}"
        has_tables = self._make_room(aside)
        try:
            self._run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                      f"--schema={SCHEMA}", f"--dbname={self._db.engine.url.database}", str(snapshot))  # fmt: skip
            with self._connected() as connection:
                same_or_raise(rows_by_table(connection), expected)
        except SnapshotError:
            back = f"ALTER SCHEMA {aside} RENAME TO {SCHEMA}" if has_tables else f"CREATE SCHEMA {SCHEMA}"
            self._do(f"DROP SCHEMA {SCHEMA} CASCADE", back)
            raise
        if has_tables and was_empty:
            self._do(f"DROP SCHEMA {aside} CASCADE")
        return f"schema {aside}" if has_tables and not was_empty else None

    def _make_room(self, aside: str) -> bool:
        """Set the tables aside with their schema; False where there are none."""
        with self._connected() as connection:
            has_tables = bool(inspect(connection).get_table_names())
        if has_tables:
            self._do(f"ALTER SCHEMA {SCHEMA} RENAME TO {aside}", f"CREATE SCHEMA {SCHEMA}")
        return has_tables

    def _do(self, *statements: str) -> None:
        """Run statements in one transaction."""
        with self._connected() as connection:
            for statement in statements:
                connection.execute(text(statement))
            connection.commit()

    @contextmanager
    def _connected(self, isolation: str = "READ COMMITTED") -> Iterator[Connection]:
        try:
            with self._db.engine.connect().execution_options(isolation_level=isolation) as connection:
                yield connection
        except SQLAlchemyError as error:
            raise SnapshotError(
                f"the database refused: {_last_line(str(error.__cause__ or error))}"
            ) from error
        finally:
            self._db.close()

    def _run(self, program: str, *arguments: str, is_client: bool = True) -> None:
        found = shutil.which(program)
        if found is None:
            raise SnapshotError(f"{program} is not on the PATH: install PostgreSQL's client programs")
        said = subprocess.run(  # noqa: S603  our own arguments, no shell
            [found, *arguments],
            env={**os.environ, **(self._environment() if is_client else {})},
            capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
        if said.returncode:
            raise SnapshotError(f"{program} failed: {_last_line(said.stderr)}")

    def _environment(self) -> dict[str, str]:
        """Return the connection as libpq's variables: other users of the machine see arguments, not these."""
        dialect = self._db.engine.dialect
        _positional, named = dialect.create_connect_args(self._db.engine.url)
        names = {"dbname": "PGDATABASE", "application_name": "PGAPPNAME"}
        return {
            names.get(name, f"PG{name.upper()}"): str(value)
            for name, value in named.items()
            if isinstance(value, str | int)  # the rest is for the driver in this process
        }


def _last_line(said: str) -> str:
    lines = [
        line for line in said.splitlines() if line.strip() and not line.startswith(("LINE", "Command was"))
    ]
    return lines[-1].strip()[:200] if lines else "no reason given"
