"""backup and restore: the whole state, database and files, in one archive; secrets stay out of it."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.archive import (
    FILES,
    Packer,
    files_below,
    unpack,
    written_whole,
)
from commands.house import current_house
from commands.manifest import ArchiveError, Manifest
from commands.refuse import refuse
from engine.clock import BANGKOK
from engine.database import Database
from engine.house import House
from engine.snapshot import SnapshotError, Snapshots
from engine.snapshot_postgresql import PostgresqlSnapshots
from engine.snapshot_sqlite import SqliteSnapshots
from migrations import is_known, revision_of

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def backup(file: Path) -> None:
    """Write database and files into the new archive FILE (.tar.gz), readable by its owner alone.

    The bot may go on running. Tokens and SECRET_KEY are not in it: keep those elsewhere.
    """
    house = current_house()
    if file.exists():
        refuse(f"{file} is there already: give a new name")
    try:
        manifest = _pack(house, file)
    except (ArchiveError, SnapshotError) as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")
    print(f"{file}: {_in_words(manifest)}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, readable=True))
@click.option("--replace", is_flag=True, help="Where there is something already, set it aside and keep it.")
@with_appcontext
def restore(file: Path, replace: bool) -> None:
    """Put the database and files of a backup FILE into an empty place. Stop the bot first."""
    house: House = current_app.extensions["house"]
    try:
        manifest, kept = _restore(house, file, replace)
    except ArchiveError as error:
        refuse(f"{file}: {error}")
    except SnapshotError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"DATA_DIR: {house.settings.data_dir} cannot be written: {error.strerror}")
    print(f"Restored {_in_words(manifest)}, as of {manifest.made_at}.")
    for each in kept:
        print(f"What was there before is kept: {each}")


def _pack(house: House, file: Path) -> Manifest:
    snapshots = _snapshots(house.db)
    with house.db.read() as session:
        revision = revision_of(session.connection()) or ""
    made_at = house.clock.now().astimezone(BANGKOK).isoformat(timespec="seconds")
    with (
        tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder,
        written_whole(file) as out,
    ):
        snapshot = Path(folder) / snapshots.part
        tables = snapshots.take(snapshot)
        packer = Packer(out)
        packer.add(snapshots.part, snapshot)
        # After the database: a row's file is written before the row, so no row is without its file.
        for name, path in files_below(house.files):
            packer.add(name, path)
        kind = house.db.engine.dialect.name
        manifest = Manifest(_version(), made_at, kind, revision, tables, packer.parts)
        packer.finish(manifest)
    return manifest


def _restore(house: House, file: Path, replace: bool) -> tuple[Manifest, list[str]]:
    """Restore, and return the manifest and where what was there before is kept."""
    snapshots = _snapshots(house.db)
    data_dir = house.settings.data_dir
    data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data_dir, prefix=".restore-") as folder:
        manifest = unpack(file, Path(folder))
        _check(house, manifest, snapshots, Path(folder) / snapshots.part)
        is_empty = snapshots.is_empty() and not any(files_below(house.files))
        if not is_empty and not replace:
            raise SnapshotError("there is data here already: --replace sets it aside and keeps it")
        snapshots.refuse_if_used()
        stamp = _stamp(house.clock.now())
        with _files_exchanged(house.files, Path(folder) / FILES, stamp) as old_files:
            old_database = snapshots.put(Path(folder) / snapshots.part, manifest.tables, stamp)
    return manifest, [each for each in (old_database, old_files) if each]


def _check(house: House, manifest: Manifest, snapshots: Snapshots, snapshot: Path) -> None:
    here = house.db.engine.dialect.name
    if manifest.database != here:
        raise ArchiveError(f"it holds a {manifest.database} database, and DATABASE_URL names a {here} one")
    if not is_known(manifest.revision):
        raise ArchiveError(f"it was made by another version ({manifest.version}): restore it with that one")
    if not snapshot.is_file():
        raise ArchiveError(f"{snapshots.part} is missing")
    snapshots.check(snapshot, manifest.tables)


@contextmanager
def _files_exchanged(files: Path, fresh: Path, stamp: str) -> Iterator[str | None]:
    """Put `fresh` in the place of `files` for good where the block ends well; gives where the old ones are kept."""
    aside = files.with_name(f"{files.name}.before-{stamp}")
    had_files, had_folder = any(files_below(files)), files.exists()
    if had_folder:
        files.rename(aside)
    fresh.mkdir(exist_ok=True)
    fresh.rename(files)
    try:
        yield str(aside) if had_files else None
    except BaseException:
        files.rename(fresh)
        if had_folder:
            aside.rename(files)
        raise


def _snapshots(db: Database) -> Snapshots:
    return SqliteSnapshots(db) if db.is_sqlite else PostgresqlSnapshots(db)


def _in_words(manifest: Manifest) -> str:
    rows = sum(manifest.tables.values())
    return f"{rows} rows in {len(manifest.tables)} tables and {len(manifest.parts) - 1} files"


def _stamp(now: datetime) -> str:
    return now.astimezone(BANGKOK).strftime("%Y%m%d-%H%M%S")


def _version() -> str:
    return str(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])
