"""Looks at a zipped workbook before it is opened: how far it unpacks, and whether it asks for a password."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from documents.refusals import PlanFileRefused, Refusal

MEGABYTE = 1024 * 1024
UNPACKED_MB = 64
ENTRIES = 2_000
WORKBOOKS = {"xl/workbook.xml", "content.xml"}
# A sheet of equal rows packs some thirty times; a bomb a thousand times. Small files may pack as they like.
RATIO = 200
RATIO_COUNTS_FROM = 4 * MEGABYTE
# What the standard library says of an archive that is damaged, locked, or packed in a way that it does not know.
UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)


def check_zip(path: Path) -> None:
    """Raise PlanFileRefused where the archive is damaged, locked, or unpacks to more than a plan can hold."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            is_locked = any(entry.flag_bits & 1 for entry in entries) or _is_locked_ods(archive)
    except UNREADABLE:
        raise PlanFileRefused(Refusal.DAMAGED, path) from None
    if not WORKBOOKS & {entry.filename for entry in entries}:
        raise PlanFileRefused(Refusal.KIND, path)
    if is_locked:
        raise PlanFileRefused(Refusal.PASSWORD, path)
    if unpacks_beyond(
        entries, size=UNPACKED_MB * MEGABYTE, count=ENTRIES, ratio=RATIO, ratio_from=RATIO_COUNTS_FROM
    ):
        raise PlanFileRefused(Refusal.UNPACKS_TOO_LARGE, path, UNPACKED_MB)


def unpacks_beyond(
    entries: Sequence[zipfile.ZipInfo], *, size: int, count: int, ratio: int, ratio_from: int
) -> bool:
    """Return whether an archive claims more than `size` bytes or `count` entries, or packs them more than `ratio` times.

    Below `ratio_from` bytes any ratio is allowed.
    """
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    is_bomb = unpacked > ratio_from and unpacked / packed > ratio
    return unpacked > size or len(entries) > count or is_bomb


def _is_locked_ods(archive: zipfile.ZipFile) -> bool:
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    with archive.open("META-INF/manifest.xml") as manifest:
        return b"encryption-data" in manifest.read(MEGABYTE)
