"""What processes cost: processor seconds and memory, as Linux counts them."""

import os
from collections.abc import Iterable
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
SESSION, PARENT = 3, 1  # fields of /proc/…/stat behind the name
USER, SYSTEM = 11, 12


def of_session(leader: int) -> list[int]:
    """Return the processes of a session, which outlives the parents in it."""
    return [pid for pid, fields in _all() if int(fields[SESSION]) == leader]


def with_children(parent: int) -> list[int]:
    """Return a process and those that it has started itself."""
    return [parent, *(pid for pid, fields in _all() if int(fields[PARENT]) == parent)]


def seconds(processes: Iterable[int]) -> float:
    """Return the processor seconds that these have used, in the kernel as well; of those that ended nothing."""
    return sum(_seconds(_fields(pid)) for pid in processes)


def megabytes(processes: Iterable[int]) -> float:
    """Return what these hold in memory, each page shared by several counted in parts (PSS)."""
    return sum(_kilobytes(pid, "Pss:") for pid in processes) / 1024


def resident(processes: Iterable[int]) -> float:
    """Return what these hold in memory, shared pages and all (RSS)."""
    return sum(_kilobytes(pid, "Rss:") for pid in processes) / 1024


def _all() -> Iterable[tuple[int, list[str]]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (fields := _fields(int(entry.name))):
            yield int(entry.name), fields


def _fields(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _seconds(fields: list[str]) -> float:
    return (int(fields[USER]) + int(fields[SYSTEM])) / TICKS if fields else 0.0


def _kilobytes(pid: int, kind: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(kind)), 0)
