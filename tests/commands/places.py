"""Other machines and other people's archives, for the tests of backup and restore."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import Result

from bot import build_house, create_app
from engine.clock import Clock
from engine.house import House
from migrations import migrate
from settings import load


@contextmanager
def house_on(url: str, folder: Path, clock: Clock, migrated: bool) -> Iterator[House]:
    if migrated:
        migrate(url)
    settings = load({"DATABASE_URL": url, "DATA_DIR": str(folder / "new")})
    house = build_house(settings, clock=clock, threads=0)
    yield house
    house.db.close()


def terminal_of(house: House) -> Callable[..., Result]:
    runner = create_app(house=house).test_cli_runner()

    def run(*words: object) -> Result:
        result = runner.invoke(args=[str(word) for word in words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def archive(
    file: Path, *members: tuple[tarfile.TarInfo, bytes], manifest: dict[str, Any] | None = None
) -> Path:
    """Write an archive by hand, with a manifest that is right unless told otherwise."""
    with tarfile.open(file, "w:gz") as tar:
        for member, data in members:
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        parts = {member.name: hashlib.sha256(data).hexdigest() for member, data in members}
        whole = {"version": "0.1.0", "made_at": "", "database": "sqlite", "revision": "0001", "tables": {},
                 "parts": parts, "format": 1, **(manifest or {})}  # fmt: skip
        text = json.dumps(whole).encode()
        last = tarfile.TarInfo("manifest.json")
        last.size = len(text)
        tar.addfile(last, io.BytesIO(text))
    return file


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made
