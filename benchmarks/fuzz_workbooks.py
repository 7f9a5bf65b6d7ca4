"""Mutated workbooks against the import: `python -m benchmarks.fuzz_workbooks --count 10000 --seed 1`.

Each is read and imported into a database of its own province. None may take over 10 seconds or 300 MB, end in anything
but an import or a refusal with its reason, or leave half of itself behind.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from sqlalchemy import func, select

from documents.file_kind import FileKind
from documents.opened_file import open_as
from documents.plan_outcome import Wish, bring_in
from documents.plan_reading import PlanReading
from documents.refusals import PlanFileRefused
from engine.database import Database
from migrations import migrate
from models.plan import Activity
from samples.messy_plans import WORKBOOKS

LIMIT_SECONDS, LIMIT_MEGABYTES = 10.0, 300
NOW = datetime(2020, 10, 1, 2, 0, tzinfo=UTC)
NASTY = (
    "", "-", "0", "1e309", "-5", "๙๙๙,๙๙๙,๙๙๙,๙๙๙", "1,2,3", "=1+1", "รวม", "รวมทั้งสิ้น", "โครงการ", "งบประมาณ", "ก" * 40_000,
    "\u200b", "12.345.678", "NaN", "#REF!", "(5,000)", "1.5 ล้าน", "2564-13-45", "หน่วย : ล้านบาท", "1.1.1.1.1", "\x01",
    "๑๐,๐๐๐,๐๐",
)  # fmt: skip


@dataclass
class Tally:
    """What became of the mutations; `faults` must stay empty."""

    ended: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def fuzz(count: int, seed: int, folder: Path) -> Tally:
    """Import `count` mutations, always the same ones for a seed."""
    chance, tally = random.Random(seed), Tally()
    originals = []
    for each in WORKBOOKS:
        each.draw(folder / each.file)
        originals.append((each.file, (folder / each.file).read_bytes()))
    url = f"sqlite:///{folder}/fuzz.db"
    migrate(url)
    database = Database(url)
    for number in range(count):
        name, content = chance.choice(originals)
        path = folder / f"mutated{Path(name).suffix}"
        path.write_bytes(mutated(content, name, chance))
        began = time.perf_counter()
        _import(database, path, number, chance, tally)
        seconds = time.perf_counter() - began
        tally.slowest = max(tally.slowest, seconds)
        if seconds > LIMIT_SECONDS:
            tally.faults.append(f"{number} ({name}): {seconds:.1f} s")
    database.close()
    return tally


def mutated(content: bytes, name: str, chance: random.Random) -> bytes:
    """Return the content with some of its bytes or of its cells' texts changed."""
    if name.endswith((".xlsx", ".ods")) and chance.random() < 0.75:
        return _in_zip(content, chance)
    return chance.choice((_flipped, _cut, _doubled, _texts))(content, chance)


def _in_zip(content: bytes, chance: random.Random) -> bytes:
    """Change one part of the archive and pack it again, so that the change reaches the reader of cells."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        wanted = [name for name in names if "sheet" in name or "sharedStrings" in name or "content" in name]
        victim = chance.choice(wanted or names)
        for name in names:
            data = old.read(name)
            new.writestr(
                name,
                chance.choice((_texts, _texts, _flipped, _doubled, _cut))(data, chance)
                if name == victim
                else data,
            )
    return packed.getvalue()


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    """Repeat a piece: rows come twice, tags are opened twice."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 4_000)]
    return content[:start] + piece * chance.randint(2, 30) + content[start:]


def _texts(content: bytes, chance: random.Random) -> bytes:
    """Put hard texts in the place of some between two tags or commas."""
    for mark in (b">", b",", b";"):
        pieces = content.split(mark)
        if len(pieces) > 10:
            break
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(pieces))
        nasty = chance.choice(NASTY).encode("utf-8")
        head, tag, rest = pieces[at].partition(b"<")
        pieces[at] = (
            nasty + tag + rest if mark == b">" and tag else (nasty if mark != b">" else head + tag + rest)
        )
    return mark.join(pieces)


def _import(database: Database, path: Path, number: int, chance: random.Random, tally: Tally) -> None:
    province, as_read = f"จังหวัด{number}", chance.random() < 0.3
    kind = FileKind.PLAN if chance.random() < 0.85 else chance.choice(list(FileKind))
    try:
        reading = open_as(path, kind)
    except PlanFileRefused as refused:
        tally.ended[f"refused {refused.code}"] += 1
        return
    except Exception as error:
        tally.faults.append(
            f"{number} ({path.suffix}, {kind}): reading ended in {type(error).__name__}: {error}"[:300]
        )
        return
    if not isinstance(reading, PlanReading):
        tally.ended[f"read as {kind}"] += 1
        return
    _store(
        database,
        Wish(path.name, province, 2564, accepts_doubts=True, as_read=as_read),
        reading,
        number,
        tally,
    )


def _store(database: Database, wish: Wish, reading: PlanReading, number: int, tally: Tally) -> None:
    before, added, failed = _stored(database), 0, ""
    try:
        with database.write() as session:
            added = len(bring_in(session, wish, reading, NOW).diff.add)
    except Exception as error:
        added, failed = 0, f"{type(error).__name__}: {error}"
        tally.faults.append(f"{number}: import ended in {failed}"[:300])
    if _stored(database) - before != added:
        tally.faults.append(f"{number}: {_stored(database) - before} of {added} activities were stored")
    tally.ended["imported" if added else "nothing to import"] += 1


def _stored(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Activity)) or 0


def megabytes() -> float:
    """Return the most memory that this process or one of its readers ever took."""
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = fuzz(asked.count, asked.seed, Path(folder))
    for what, times in tally.ended.most_common():
        print(f"{times:6}  {what}")
    print(f"slowest {tally.slowest:.2f} s, most {megabytes():.0f} MB, faults {len(tally.faults)}")
    print("\n".join(tally.faults[:20]))
    if tally.faults or megabytes() > LIMIT_MEGABYTES:
        sys.exit(1)


if __name__ == "__main__":
    main()
