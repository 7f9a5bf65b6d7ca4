"""A real PostgreSQL for the tests, as a context manager: Postgres() makes a server that ends with this process.

It lives in a temporary folder, is reached through a socket in it, and is durable in nothing.
PostgreSQL refuses to run as root, so root starts it as another user.
"""

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

MISSING = "no PostgreSQL server: run `make test`, which installs it, or `apt-get install postgresql`"
SUPERUSER = "tamngan"
SECONDS_TO_START = 30.0
FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off")


class NoPostgres(Exception):
    """PostgreSQL's programs are not on this machine, or its server did not start; the message is one line."""


class Postgres:
    """A running server, as a context manager; `url` is the SQLAlchemy URL of its empty database `postgres`."""

    def __init__(self, is_mortal: bool = False, is_durable: bool = False) -> None:
        # A server that is to be killed writes each commit out; the machine itself goes on, so that is enough.
        self._commits = f"synchronous_commit={'on' if is_mortal else 'off'}"
        # For measuring: a commit is on disk before it is answered.
        self._costs = () if is_durable else FAST
        self._programs = find_programs()
        self._numbers = itertools.count(1)
        self._template = "template0"
        self._reused: str | None = None
        self._name = ""
        self._tables: list[str] = []
        self._kept: list[str] = []
        self._broom: psycopg.Connection[Any] | None = None

    def __enter__(self) -> "Postgres":
        user = _server_user()
        self.folder = Path(
            tempfile.mkdtemp(prefix="tamngan-pg-", dir="/tmp")
        )  # a socket's path must be short
        self._as_user: dict[str, Any] = {}
        if user is not None:
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self._as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        self._make_cluster()
        self._server = self._launch()
        self._wait_until_ready()
        self.url = self._url("postgres")
        return self

    def __exit__(self, *trouble: object) -> None:
        self._server.send_signal(signal.SIGQUIT)  # at once: nothing in it is worth a checkpoint
        try:
            self._server.wait(10)
        except subprocess.TimeoutExpired:
            self._server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        """The process that all others of the server are children of."""
        return self._server.pid

    def crash(self) -> None:
        """End the server without a word, as a power cut would; whoever was connected is not any more."""
        self._server.send_signal(signal.SIGSTOP)  # so that nobody is born who would outlive it
        found = subprocess.run(
            ["pgrep", "-P", str(self._server.pid)], capture_output=True, text=True, check=False
        )
        for process in (*map(int, found.stdout.split()), self._server.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._server.wait()

    def start_again(self) -> None:
        """Start the server after a crash(), on what it left behind."""
        self._server = self._launch()
        self._wait_until_ready()

    def prepare_template(self, fill: Callable[[str], None]) -> None:
        """Let `fill` write into a database, given its URL; every fresh database begins as a copy of it."""
        url = self._create("filled", "template0")
        fill(url)
        self._template = "filled"

    @contextmanager
    def fresh_database(self) -> Iterator[str]:
        """Give the URL of a database of one's own, removed afterwards whoever is still connected to it."""
        name = f"test_{next(self._numbers)}"
        yield self._create(name, self._template)
        with self._administer() as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def clean_database(self) -> Iterator[str]:
        """Give the URL of a database as prepare_template() filled it; it is emptied for the next test, not made anew.

        Making one costs a checkpoint, emptying all tables by a connection that knows them almost nothing.
        """
        if self._reused is None:
            self._name = f"reused_{next(self._numbers)}"
            self._reused = self._create(self._name, self._template)
            self._look()
        yield self._reused
        self._empty()

    def _look(self) -> None:
        """Remember what a clean database holds."""
        self._broom = psycopg.connect(self._dsn(self._name), autocommit=True)
        self._broom.execute("SET session_replication_role = replica")  # no foreign keys in the way
        self._tables = _tables(self._broom)
        self._kept = [row[0] for row in self._broom.execute("SELECT version_num FROM alembic_version")]

    def _empty(self) -> None:
        assert self._broom is not None
        # Whatever a test left open must not hold its locks.
        self._broom.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        if _tables(self._broom) != self._tables:  # a test that changed the schema had it for itself
            self._reused = None
            self._broom.close()
            return
        deletes = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in self._tables]
        self._broom.execute(sql.SQL("; ").join(deletes))
        self._broom.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences"
        )
        for version in self._kept:
            self._broom.execute("INSERT INTO alembic_version VALUES (%s)", [version])

    def _dsn(self, name: str) -> str:
        return f"host={self.folder} user={SUPERUSER} dbname={name}"

    def _create(self, name: str, template: str) -> str:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        with self._administer() as connection:
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql+psycopg://{SUPERUSER}@/{name}?host={self.folder}"

    def _administer(self) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.folder), user=SUPERUSER, dbname="postgres", autocommit=True)

    def _make_cluster(self) -> None:
        options = [
            "--auth=trust",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]
        made = subprocess.run(
            [self._programs / "initdb", *options, "-D", self.folder / "data"],
            cwd=self.folder, capture_output=True, text=True, check=False, **self._as_user,
        )  # fmt: skip
        if made.returncode:
            raise NoPostgres(f"initdb failed: {made.stderr.strip()[-300:]}")

    def _launch(self) -> subprocess.Popen[bytes]:
        options = [
            f"unix_socket_directories={self.folder}",
            "listen_addresses=",
            "max_connections=200",
            self._commits,
            *self._costs,
        ]
        arguments = [argument for option in options for argument in ("-c", option)]
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(
                [*_dying_with_us(), self._programs / "postgres", "-D", self.folder / "data", *arguments],
                cwd=self.folder, stdout=log, stderr=log, **self._as_user,
            )  # fmt: skip

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and self._server.poll() is None:
            try:
                self._administer().close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise NoPostgres(
            f"PostgreSQL did not start: {(self.folder / 'log').read_text(errors='replace')[-300:]}"
        )


def find_programs() -> Path:
    """Return the folder of initdb and postgres: the newest version of this machine."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(installed, key=lambda path: float(path.parts[-3]), reverse=True)
    on_path = shutil.which("initdb")
    for initdb in [*newest, *([Path(on_path).resolve()] if on_path else [])]:
        if (initdb.parent / "postgres").exists():
            return initdb.parent
    raise NoPostgres(MISSING)


def _server_user() -> pwd.struct_passwd | None:
    """Return who shall run the server where we are root, else None: ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("root may not run PostgreSQL, and there is no user postgres or nobody")


def _dying_with_us() -> list[str]:
    """Return the words before a command that let Linux end it when this process is killed and cannot stop it."""
    return ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []


if __name__ == "__main__":
    try:
        print(find_programs())
    except NoPostgres as error:
        sys.exit(str(error))


def _tables(connection: psycopg.Connection[Any]) -> list[str]:
    found = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    )
    return [name for (name,) in found]
