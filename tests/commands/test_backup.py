"""backup and restore: อนงค์'s office moves to another machine with every row and photo, and no stranger's archive gets in."""

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import stat
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from sqlalchemy import inspect, text

from engine.database import Database
from engine.house import House
from jobs.fetch_evidence import file_path
from migrations import migrate
from models.audit import note
from models.inbox import Event
from tests.commands.places import archive, house_on, member, terminal_of
from tests.office import APRIL, MARCH, found_office, reported
from tests.postgres import find_programs

PHOTO = b"\xff\xd8" + b"road" * 1000


@pytest.fixture(autouse=True)
def client_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore of the server that the tests run on."""
    monkeypatch.setenv("PATH", f"{find_programs()}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database that no other test goes on with: restoring exchanges whole schemas."""
    if request.param == "sqlite":
        path = tmp_path / "tamngan.db"
        shutil.copy(request.getfixturevalue("empty_sqlite"), path)
        yield f"sqlite:///{path}"
        return
    with request.getfixturevalue("postgres").fresh_database() as url:
        yield url
        drop_what_was_set_aside(url)


def drop_what_was_set_aside(url: str) -> None:
    database = Database(url)
    with database.write() as session:
        for name in inspect(session.connection()).get_schema_names():
            if name.startswith("before_"):
                session.execute(text(f"DROP SCHEMA {name} CASCADE"))
    database.close()


@pytest.fixture
def office(own_house: House, clock: Any) -> None:
    """An office with reports in Thai, an event that waits, and a photo."""
    with own_house.db.write() as session:
        office = found_office(session, clock.now())
        reported(session, office, 13, MARCH, problem_text="ฝนตก; DROP TABLE 'x'\n")
        reported(session, office, 13, APRIL, percent=45, baht=3_200_000)
        note(session, clock.now(), "reported", province_id=office.province.id, receipt="2564-04-0001")
        session.add(event("01", clock.now(), '{"type":"message"}'))
    keep(own_house, PHOTO)


def event(event_id: str, received_at: datetime, body: str) -> Event:
    return Event(
        webhook_event_id=event_id, channel="default", lane="default:U1", timestamp_ms=1,
        body=body, received_at=received_at,
    )  # fmt: skip


def keep(house: House, photo: bytes) -> Path:
    path = file_path(house.files, hashlib.sha256(photo).hexdigest())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(photo)
    return path


@contextmanager
def another_place(
    own_house: House, request: pytest.FixtureRequest, folder: Path, migrated: bool
) -> Iterator[House]:
    """An empty database of the same kind, with a data folder of its own."""
    if own_house.db.is_sqlite:
        with house_on(
            f"sqlite:///{folder / 'new' / 'tamngan.db'}", folder, own_house.clock, migrated
        ) as house:
            yield house
        return
    fresh = request.getfixturevalue("postgres").fresh_database
    with fresh() as url, house_on(url, folder, own_house.clock, migrated) as house:
        if not migrated:
            with house.db.write() as session:
                session.execute(text("DROP SCHEMA public CASCADE"))
                session.execute(text("CREATE SCHEMA public"))
        yield house


@pytest.fixture(params=[True, False], ids=["migrated", "untouched"])
def elsewhere(own_house: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    with another_place(own_house, request, tmp_path, request.param) as house:
        yield house


def everything(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    with db.read() as session:
        names = inspect(session.connection()).get_table_names()
        return {
            name: sorted(map(tuple, session.execute(text(f'SELECT * FROM "{name}"'))), key=repr)
            for name in names
        }


def test_what_is_backed_up_is_what_is_restored_elsewhere(terminal, own_house, office, elsewhere, tmp_path):
    file = tmp_path / "office.tar.gz"
    said = terminal("backup", file)
    assert said.exit_code == 0 and "1 files" in said.stdout
    restored = terminal_of(elsewhere)("restore", file)
    assert restored.exit_code == 0, restored.stderr
    assert "2021-05-03T08:25" in restored.stdout and "kept" not in restored.stdout
    before, after = everything(own_house.db), everything(elsewhere.db)
    assert before == after
    assert len(before) > 15 and len(before["reports"]) == 2
    assert file_path(elsewhere.files, hashlib.sha256(PHOTO).hexdigest()).read_bytes() == PHOTO
    trail = terminal_of(elsewhere)("audit", "verify").stdout
    assert trail == terminal("audit", "verify").stdout and "1 lines, unbroken" in trail
    leftovers = [path.name for path in elsewhere.settings.data_dir.iterdir() if "before" in path.name]
    assert leftovers == [] and not list(elsewhere.settings.data_dir.glob(".restore-*"))


def test_the_bot_goes_on_from_what_was_restored(terminal, own_house, office, elsewhere, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    terminal_of(elsewhere)("restore", tmp_path / "b.tar.gz")
    migrate(elsewhere.settings.database_url)
    with elsewhere.db.write() as session:
        session.add(event("02", elsewhere.clock.now(), "{}"))
    with elsewhere.db.read() as session:
        numbers = list(session.scalars(text("SELECT id FROM inbox")))
    assert len(numbers) == len(set(numbers)) == 2, "a new row gets a number of its own"


def test_nothing_secret_is_in_it_and_only_its_owner_reads_it(terminal, own_house, office, tmp_path):
    file = tmp_path / "office.tar.gz"
    terminal("backup", file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secret = (own_house.settings.data_dir / "secret_key").read_bytes()
    with tarfile.open(file) as tar:
        contents = {member.name: tar.extractfile(member).read() for member in tar}
    assert not any(secret in content for content in contents.values())
    manifest = json.loads(contents.pop("manifest.json"))
    assert manifest["parts"] == {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    assert manifest["tables"]["reports"] == 2 and manifest["revision"]
    assert [path.name for path in tmp_path.glob(".*")] == [], "no half-written file is left"


def test_it_is_of_one_moment_while_the_bot_writes(terminal, own_house, office, elsewhere, tmp_path):
    """A writer in the middle of its transaction is neither waited for nor seen."""
    with own_house.db.write() as session:
        session.execute(text("UPDATE reports SET progress_percent = 9999"))
        assert terminal("backup", tmp_path / "b.tar.gz").exit_code == 0
    terminal_of(elsewhere)("restore", tmp_path / "b.tar.gz")
    with elsewhere.db.read() as session:
        assert sorted(session.scalars(text("SELECT progress_percent FROM reports"))) == [3000, 4500]


def test_data_is_overwritten_only_when_told_and_then_kept(terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    with own_house.db.write() as session:
        session.execute(text("DELETE FROM inbox"))
    later = keep(own_house, b"later")
    refused = terminal("restore", tmp_path / "b.tar.gz")
    assert refused.exit_code == 2 and "--replace" in refused.stderr
    assert everything(own_house.db)["inbox"] == [] and later.exists()
    done = terminal("restore", tmp_path / "b.tar.gz", "--replace")
    assert done.exit_code == 0, done.stderr
    assert len(everything(own_house.db)["inbox"]) == 1 and not later.exists()
    kept = [line.split(": ")[1] for line in done.stdout.splitlines() if "kept" in line]
    assert len(kept) == 2
    assert (Path(kept[1]) / later.relative_to(own_house.files)).read_bytes() == b"later"
    assert (rows_aside(own_house, kept[0], "inbox"), rows_aside(own_house, kept[0], "reports")) == (0, 2)


def rows_aside(house: House, kept: str, table: str) -> int:
    """Return how many rows a table has in the database that was set aside."""
    if house.db.is_sqlite:
        with closing(sqlite3.connect(kept)) as aside:
            return aside.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with house.db.read() as session:
        return session.scalar(text(f"SELECT count(*) FROM {kept.removeprefix('schema ')}.{table}"))


def test_a_backup_after_a_restore_does_not_hold_what_was_set_aside(terminal, own_house, office, tmp_path):
    before = everything(own_house.db)
    for name in ("first", "second"):
        assert terminal("backup", tmp_path / f"{name}.tar.gz").exit_code == 0
        with own_house.db.write() as session:
            session.execute(text("DELETE FROM inbox"))
        assert terminal("restore", tmp_path / f"{name}.tar.gz", "--replace").exit_code == 0
        assert everything(own_house.db) == before
        own_house.clock.set(own_house.clock.now() + timedelta(days=1))
    sizes = [(tmp_path / f"{name}.tar.gz").stat().st_size for name in ("first", "second")]
    assert sizes[1] < sizes[0] * 1.2


def test_a_running_bot_keeps_its_database(terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    running = Database(own_house.settings.database_url)
    with running.read() as session:
        session.execute(text("SELECT count(*) FROM reports"))
    refused = terminal("restore", tmp_path / "b.tar.gz", "--replace")
    running.close()
    assert refused.exit_code == 2 and "stop the bot" in refused.stderr
    assert len(everything(own_house.db)["reports"]) == 2


def test_a_bot_that_is_just_ending_is_waited_for(terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    ending = Database(own_house.settings.database_url)
    with ending.read() as session:
        session.execute(text("SELECT count(*) FROM reports"))
    last_moment = Timer(0.5, ending.close)
    last_moment.start()
    done = terminal("restore", tmp_path / "b.tar.gz", "--replace")
    last_moment.join()
    assert done.exit_code == 0, done.stderr


def test_a_backup_is_not_overwritten_and_an_unwritable_place_is_named(terminal, own_house, office, tmp_path):
    file = tmp_path / "b.tar.gz"
    file.write_bytes(b"last week's")
    assert terminal("backup", file).exit_code == 2 and file.read_bytes() == b"last week's"
    nowhere = terminal("backup", tmp_path / "no" / "b.tar.gz")
    assert nowhere.exit_code == 2 and "No such file" in nowhere.stderr


def test_without_pg_dump_it_says_what_to_install(terminal, own_house, office, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    result = terminal("backup", tmp_path / "b.tar.gz")
    if own_house.db.is_sqlite:
        assert result.exit_code == 0
    else:
        assert result.exit_code == 2 and "pg_dump is not on the PATH" in result.stderr
        assert not (tmp_path / "b.tar.gz").exists()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_an_archive_that_is_cut_short_changes_nothing(share, terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "whole.tar.gz")
    data = (tmp_path / "whole.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(data[: int(len(data) * share)])
    before = everything(own_house.db)
    result = terminal("restore", tmp_path / "cut.tar.gz", "--replace")
    assert result.exit_code == 2 and "cut short" in result.stderr
    assert everything(own_house.db) == before


def test_a_member_that_was_changed_or_added_is_noticed(terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    plain = gzip.decompress((tmp_path / "b.tar.gz").read_bytes())
    (tmp_path / "changed.tar.gz").write_bytes(gzip.compress(plain.replace(b"roadroad", b"toadroad", 1)))
    changed = terminal("restore", tmp_path / "changed.tar.gz", "--replace")
    assert changed.exit_code == 2 and "not what the manifest says" in changed.stderr


def test_rows_that_the_manifest_does_not_count_put_everything_back(terminal, own_house, office, tmp_path):
    terminal("backup", tmp_path / "b.tar.gz")
    with tarfile.open(tmp_path / "b.tar.gz") as tar:
        contents = {each.name: tar.extractfile(each).read() for each in tar}
    manifest = json.loads(contents.pop("manifest.json"))
    manifest["tables"]["reports"] += 1
    del manifest["parts"]
    members = [(member(name), data) for name, data in contents.items()]
    archive(tmp_path / "odd.tar.gz", *members, manifest=manifest)
    before, photos = everything(own_house.db), sorted(own_house.files.rglob("*"))
    result = terminal("restore", tmp_path / "odd.tar.gz", "--replace")
    assert result.exit_code == 2 and "table reports: 2 rows" in result.stderr
    assert everything(own_house.db) == before and sorted(own_house.files.rglob("*")) == photos
