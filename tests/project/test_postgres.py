"""The PostgreSQL that the tests run on: real, fresh for each database, and gone with the process that started it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.postgres import Postgres


@pytest.fixture
def server() -> Iterator[Postgres]:
    with Postgres() as running:
        yield running


def test_every_database_begins_as_a_copy_of_the_template_and_nothing_flows_back(server: Postgres) -> None:
    def fill(url: str) -> None:
        run(
            url,
            "CREATE TABLE activities (no int, name text)",
            "INSERT INTO activities VALUES (13, 'ปรับปรุงถนน')",
        )

    server.prepare_template(fill)
    with server.fresh_database() as mine, server.fresh_database() as another:
        run(mine, "DELETE FROM activities")
        assert names(mine) == []
        assert names(another) == ["ปรับปรุงถนน"]


def test_a_database_goes_even_while_somebody_is_still_connected(server: Postgres) -> None:
    with server.fresh_database() as url:
        left_open = create_engine(url).connect()
        left_open.execute(text("SELECT 1"))
    with create_engine(server.url).connect() as connection:
        query = text("SELECT datname FROM pg_database WHERE datname LIKE 'test%'")
        assert connection.scalars(query).all() == []
    left_open.invalidate()


def test_a_clean_database_is_emptied_for_the_next_test_even_while_somebody_is_still_connected(
    server: Postgres,
) -> None:
    def fill(url: str) -> None:
        run(
            url,
            "CREATE TABLE alembic_version (version_num text)",
            "INSERT INTO alembic_version VALUES ('0001')",
        )
        run(url, "CREATE TABLE activities (id serial, name text)")

    server.prepare_template(fill)
    with server.clean_database() as first:
        run(first, "INSERT INTO activities (name) VALUES ('ถนน'), ('สะพาน')")
        left_open = create_engine(first).connect()
        left_open.execute(text("LOCK TABLE activities"))
    with server.clean_database() as second:
        run(second, "INSERT INTO activities (name) VALUES ('ฝาย')")
        assert names(second) == ["ฝาย"]
        assert names(second, "id::text") == ["1"]
        assert names(second, "version_num", "alembic_version") == ["0001"]
    left_open.invalidate()


def test_the_folder_goes_with_the_server() -> None:
    with Postgres() as running:
        assert inspect(create_engine(running.url)).get_table_names() == []
    assert not running.folder.exists()


def test_the_server_dies_with_a_process_that_is_killed() -> None:
    program = (
        "import time; from tests.postgres import Postgres\n"
        "with Postgres() as server: print(server.folder, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    server = int((folder / "data/postmaster.pid").read_text(encoding="ascii").split()[0])
    process.send_signal(signal.SIGKILL)
    process.wait()
    until = time.monotonic() + 10
    while _is_alive(server) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_alive(server)
    shutil.rmtree(folder)


def run(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def names(url: str, column: str = "name", table: str = "activities") -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = list(connection.scalars(text(f"SELECT {column} FROM {table}")))
    engine.dispose()
    return found


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return stat.rsplit(")", 1)[1].split()[0] != "Z"
