"""Opens whatever the office sends: a plan or an export of the treasury; says which, and what else it may be."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from documents.learned import NOTHING, Learned
from documents.plan_changes import ChangesReading, read_changes
from documents.plan_file import read_plan
from documents.plan_reading import PlanReading
from documents.plan_sheets import opened_once
from documents.refusals import PlanFileRefused, Refusal
from documents.treasury_file import TreasuryReading, read_treasury


class FileKind(StrEnum):
    PLAN = "plan"
    TREASURY = "treasury"
    CHANGES = "changes"


Reading = PlanReading | TreasuryReading | ChangesReading
READERS: dict[FileKind, Callable[[Path, Learned], Reading]] = {
    FileKind.PLAN: read_plan,
    FileKind.TREASURY: read_treasury,
    FileKind.CHANGES: read_changes,
}
UNKNOWN = (Refusal.NO_TABLE, Refusal.NO_KNOWN_TABLE)


@dataclass(frozen=True)
class Opened:
    """`others` are the kinds that the file may be as well."""

    kind: FileKind
    reading: Reading
    others: tuple[FileKind, ...] = ()


def open_any(path: Path, learned: Mapping[FileKind, Learned], *, has_plan: bool) -> Opened:
    """Return the file as the likeliest kind: figures beside names are the treasury's once there is a plan.

    Raises PlanFileRefused: the plan's reason where it is of no kind.
    """
    readings: dict[FileKind, Reading] = {}
    refused: PlanFileRefused | None = None
    with opened_once():
        for kind in FileKind:
            try:
                reading = open_as(path, kind, learned.get(kind, NOTHING))
            except PlanFileRefused as error:
                if error.code not in UNKNOWN:
                    raise
                refused = refused or error
                continue
            if reading.rows or kind is FileKind.PLAN:
                readings[kind] = reading
    if not readings:
        assert refused is not None
        raise refused
    kind = _likeliest(readings, has_plan)
    return Opened(kind, readings[kind], tuple(other for other in readings if other is not kind))


def open_as(path: Path, kind: FileKind, learned: Learned = NOTHING) -> Reading:
    """Return the file read as one kind; raises PlanFileRefused."""
    return READERS[kind](path, learned)


def _likeliest(readings: Mapping[FileKind, Reading], has_plan: bool) -> FileKind:
    plan, treasury = readings.get(FileKind.PLAN), readings.get(FileKind.TREASURY)
    if FileKind.CHANGES in readings:
        return FileKind.CHANGES
    if isinstance(treasury, TreasuryReading):
        is_plan = isinstance(plan, PlanReading) and plan.rows
        fields = {column.field for column in treasury.columns}
        if not is_plan or (has_plan and fields & {"code", "committed"}):
            return FileKind.TREASURY
    return FileKind.PLAN


@contextmanager
def spooled(content: bytes, file_name: str) -> Iterator[Path]:
    """Give a path under which the content can be read for a while, with the ending of its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{Path(file_name).suffix.lower()}"
        path.write_bytes(content)
        yield path


def kept_path(files: Path, sha256: str) -> Path:
    """Return where the bytes of a file that was sent are kept."""
    return files / sha256[:2] / sha256
