"""One .tar.gz with a manifest: written whole or not at all, and read as if a stranger had made it.

Members are the database's snapshot, what lies under DATA_DIR/files, and last the manifest with everybody's hash.
"""

import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import IO

from commands.manifest import ArchiveError, Manifest

MANIFEST = "manifest.json"
FILES = "files"
MOST_MANIFEST_BYTES = 100 * 1024 * 1024
MOST_PADDING_BYTES = 1024 * 1024
KEPT_FREE_BYTES = 100 * 1024 * 1024
PLAIN = (tarfile.REGTYPE, tarfile.AREGTYPE)  # no links, no devices, no holes
BROKEN = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)


@contextmanager
def written_whole(file: Path) -> Iterator[IO[bytes]]:
    """Give a new file of mode 600 that takes the name `file` once the block has ended well, and vanishes otherwise."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    half = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        half.rename(file)
    finally:
        half.unlink(missing_ok=True)


class Packer:
    """Adds members to an archive and remembers their hashes."""

    def __init__(self, out: IO[bytes]) -> None:
        # Photos do not shrink: a fast level costs next to nothing in size.
        self._gzip = gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=3)
        self._tar = tarfile.open(fileobj=self._gzip, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self.parts: dict[str, str] = {}

    def add(self, name: str, path: Path) -> None:
        """Add one file. A file that is gone again, as a photo taken back is, is left out."""
        try:
            with path.open("rb") as source:
                size = os.fstat(source.fileno()).st_size
                reader = _Hashing(source)
                self._tar.addfile(_member(name, size), reader)
        except FileNotFoundError:
            return
        self.parts[name] = reader.digest()

    def finish(self, manifest: Manifest) -> None:
        text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
        self._tar.addfile(_member(MANIFEST, len(text)), io.BytesIO(text))
        self._tar.close()
        self._gzip.close()


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name in the archive and path of every file below DATA_DIR/files; half-written ones are passed over."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_half = path.suffix == ".part" or any(part.startswith(".") for part in inside.parts)
        if path.is_file() and not path.is_symlink() and not is_half:
            yield f"{FILES}/{inside.as_posix()}", path


def unpack(file: Path, into: Path) -> Manifest:
    """Write an archive's parts below the empty folder `into` and return its manifest.

    Raises ArchiveError for a member that is no plain file, has no plain name below the archive or is not what the
    manifest says, and for an archive that is cut short.
    """
    parts: dict[str, str] = {}
    manifest = None
    try:
        for member, source in _members(file):
            if member.name in parts or manifest is not None:
                raise ArchiveError(f"{_shown(member.name)} has no place in a backup")
            if member.name == MANIFEST:
                manifest = _read_manifest(source, member.size)
            else:
                parts[member.name] = _write(source, member, into)
    except BROKEN as error:
        raise ArchiveError("it is cut short or no backup at all") from error
    except OSError as error:
        raise ArchiveError(f"it cannot be unpacked: {error.strerror}") from error
    if manifest is None:
        raise ArchiveError("it is cut short: its manifest is missing")
    for name in sorted(parts.keys() | manifest.parts.keys()):
        if parts.get(name) != manifest.parts.get(name):
            raise ArchiveError(f"{_shown(name)} is not what the manifest says")
    return manifest


def _members(file: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    """Yield every member with its bytes; ArchiveError for one that is no plain file."""
    with gzip.open(file) as whole:
        with tarfile.open(fileobj=whole, mode="r|") as tar:
            for member in tar:
                source = tar.extractfile(member) if member.type in PLAIN else None
                if source is None:
                    raise ArchiveError(f"{_shown(member.name)} has no place in a backup")
                yield member, source
        # The end of a .gz holds the sum of it all: it is read, so that a missing end shows.
        if len(whole.read(MOST_PADDING_BYTES + 1)) > MOST_PADDING_BYTES:
            raise ArchiveError("something follows its end")


def _read_manifest(source: IO[bytes], size: int) -> Manifest:
    if size > MOST_MANIFEST_BYTES:
        raise ArchiveError("its manifest cannot be read")
    return Manifest.read(source.read())


def _write(source: IO[bytes], member: tarfile.TarInfo, into: Path) -> str:
    """Write one member below `into` and return its hash."""
    if member.size > shutil.disk_usage(into).free - KEPT_FREE_BYTES:
        raise ArchiveError("there is not enough space on the disk to unpack it")
    target = into / _plain_name(member.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    reader = _Hashing(source)
    with target.open("xb") as out:
        shutil.copyfileobj(reader, out, 1024 * 1024)
        out.flush()
        os.fsync(out.fileno())
    return reader.digest()


def _plain_name(name: str) -> PurePosixPath:
    """Return a member's name where it is a file beside the manifest or below files/; ArchiveError otherwise."""
    parts = name.split("/")
    is_plain = (
        name.isprintable()
        and "\\" not in name
        and not any(part.startswith(".") or not part for part in parts)
    )
    if not is_plain or (len(parts) > 1 and parts[0] != FILES) or len(parts) > 6 or len(name.encode()) > 500:
        raise ArchiveError(f"{_shown(name)} has no place in a backup")
    return PurePosixPath(*parts)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def _shown(name: str) -> str:
    return ascii(name[:80])


class _Hashing:
    """Reads a file and hashes what was read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._hash = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._hash.update(data)
        return data

    def digest(self) -> str:
        return self._hash.hexdigest()
