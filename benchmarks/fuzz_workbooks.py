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
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.mutations import mutated
from documents.file_kind import FileKind
from documents.opened_file import open_any, open_as
from documents.plan_outcome import Wish, bring_in
from documents.plan_reading import PlanReading
from documents.refusals import PlanFileRefused
from documents.table_marks import annotated_table
from documents.tables import TableReading
from engine.database import Database
from migrations import migrate
from models.plan import Activity
from samples.messy_plans import WORKBOOKS
from samples.messy_tables import TABLES

LIMIT_SECONDS, LIMIT_MEGABYTES = 10.0, 300
NOW = datetime(2020, 10, 1, 2, 0, tzinfo=UTC)


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
    for each in (*WORKBOOKS, *TABLES):
        each.draw(folder / each.file)
        kind = getattr(each, "kind", FileKind.PLAN)
        originals.append((each.file, (folder / each.file).read_bytes(), kind))
    url = f"sqlite:///{folder}/fuzz.db"
    migrate(url)
    database = Database(url)
    for number in range(count):
        name, content, kind = chance.choice(originals)
        path = folder / f"mutated{Path(name).suffix}"
        path.write_bytes(mutated(content, name, chance))
        began = time.perf_counter()
        _import(database, path, kind, number, chance, tally)
        seconds = time.perf_counter() - began
        tally.slowest = max(tally.slowest, seconds)
        if seconds > LIMIT_SECONDS:
            tally.faults.append(f"{number} ({name}): {seconds:.1f} s")
    database.close()
    return tally


def _import(
    database: Database, path: Path, kind: FileKind, number: int, chance: random.Random, tally: Tally
) -> None:
    """Read a mutation as what it was, as something else, or as whatever the bot takes it for; then import it."""
    province, as_read, way = f"จังหวัด{number}", chance.random() < 0.3, chance.random()
    try:
        if way < 0.2:
            reading = open_any(path, {}, has_plan=chance.random() < 0.5, year_be=2564).reading
        else:
            reading = open_as(path, kind if way < 0.9 else chance.choice(list(FileKind)))
        if isinstance(reading, TableReading):
            annotated_table(path, reading)
    except PlanFileRefused as refused:
        tally.ended[f"refused {refused.code}"] += 1
        return
    except Exception as error:
        tally.faults.append(
            f"{number} ({path.suffix}, {kind}): reading ended in {type(error).__name__}: {error}"[:300]
        )
        return
    if not isinstance(reading, PlanReading):
        tally.ended[f"read as {type(reading).__name__}"] += 1
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
