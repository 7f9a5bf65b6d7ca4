"""Opens whatever the office sends: says which kind of file it is likely to be, and what else it may be."""

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from documents.file_kind import FileKind, Reading, likeliest, may_be
from documents.learned import NOTHING, Learned
from documents.people_list import read_people
from documents.plan_any import as_results, read_plan_or_results
from documents.plan_changes import read_changes
from documents.plan_file import read_plan
from documents.plan_reading import PlanReading
from documents.plan_sheets import opened_once
from documents.refusals import PlanFileRefused, Refusal
from documents.treasury_file import read_treasury

READERS: dict[FileKind, Callable[[Path, Learned], Reading]] = {
    FileKind.PLAN: read_plan,
    FileKind.TREASURY: read_treasury,
    FileKind.CHANGES: read_changes,
    FileKind.PEOPLE: read_people,
    FileKind.RESULTS: lambda path, learned: read_plan_or_results(path, learned.office, learned),
}
LONGEST_NAME = 60
_UNSAFE = re.compile(r"[\x00-\x1f/\\:*?\"<>|]")
UNKNOWN = (Refusal.NO_TABLE, Refusal.NO_KNOWN_TABLE)


@dataclass(frozen=True)
class Opened:
    """`others` are the kinds that the file may be as well; where it is not sure which, a person is asked."""

    kind: FileKind
    reading: Reading
    others: tuple[FileKind, ...] = ()
    is_sure: bool = True


def open_any(path: Path, learned: Mapping[FileKind, Learned], *, has_plan: bool, year_be: int) -> Opened:
    """Return the file as the likeliest kind; `has_plan` says whether the year that is spoken of has a plan already.

    Raises PlanFileRefused: the plan's reason where it is of no kind.
    """
    readings: dict[FileKind, Reading] = {}
    refused: PlanFileRefused | None = None
    with opened_once():
        for kind in FileKind:
            try:
                readings[kind] = _from_plan(readings, kind, learned) or open_as(
                    path, kind, learned.get(kind, NOTHING)
                )
            except PlanFileRefused as error:
                if error.code not in UNKNOWN:
                    raise
                refused = refused or error
    readings = may_be(readings)
    if not readings:
        raise refused or PlanFileRefused(Refusal.NO_KNOWN_TABLE, path)
    kind, is_sure = likeliest(readings, has_plan=has_plan, year_be=year_be)
    return Opened(kind, readings[kind], tuple(other for other in readings if other is not kind), is_sure)


def _from_plan(
    readings: Mapping[FileKind, Reading], kind: FileKind, learned: Mapping[FileKind, Learned]
) -> Reading | None:
    """Return past results from the plan that was just read, where the office explained nothing else of them."""
    plan, own = readings.get(FileKind.PLAN), learned.get(kind, NOTHING)
    is_same = own.by_heading == learned.get(FileKind.PLAN, NOTHING).by_heading
    if kind is FileKind.RESULTS and isinstance(plan, PlanReading) and plan.rows and is_same:
        return as_results(plan)
    return None


def open_as(path: Path, kind: FileKind, learned: Learned = NOTHING) -> Reading:
    """Return the file read as one kind; raises PlanFileRefused."""
    return READERS[kind](path, learned)


@contextmanager
def spooled(content: bytes, file_name: str) -> Iterator[Path]:
    """Give a path under which the content can be read for a while, called as it was when it was sent."""
    name = _UNSAFE.sub("_", file_name)[-LONGEST_NAME:].lstrip(". ")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (name if Path(name).suffix else f"{name}.file")
        path.write_bytes(content)
        yield path


def kept_path(files: Path, sha256: str) -> Path:
    """Return where the bytes of a file that was sent are kept."""
    return files / sha256[:2] / sha256
