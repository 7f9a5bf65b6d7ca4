"""Reads a workbook in a process with limits on memory, processor time and waiting; the caller lives on."""

import json
import os
import signal
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from documents.grid import Cell, GridRow, Merge, Sheet
from documents.refusals import PlanFileRefused, Refusal

MEMORY_BYTES = 256 * 1024 * 1024
SECONDS = 8
# Twice the largest plan that is promised to be read in ten seconds.
ROWS = 20_000
CELLS = 500_000
LETTERS = 10_000_000
CHILD = Path(__file__).with_name("workbook_child.py")


def read_workbook(path: Path) -> list[Sheet]:
    """Return the sheets of an .xlsx, .xls or .ods file; raises PlanFileRefused."""
    lines = _lines(path, _run(path))
    sheets: list[Sheet] = []
    rows: list[GridRow] = []
    head: dict[str, Any] | None = None
    for line in lines:
        if isinstance(line, list):
            rows.append(GridRow(line[0], tuple(_cell(cell) for cell in line[1:])))
        else:
            if head is not None:
                sheets.append(_sheet(head, rows))
            head, rows = (line if "sheet" in line else None), []
    return sheets


def _run(path: Path) -> bytes:
    limits = [str(number) for number in (MEMORY_BYTES, SECONDS, ROWS, CELLS, LETTERS)]
    # -I: neither the environment nor the current directory decides what is imported.
    command = [sys.executable, "-I", "-X", "utf8", str(CHILD), str(path), *limits]
    environment = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ
    }
    try:
        done = subprocess.run(  # noqa: S603 (our own script, no shell)
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            timeout=SECONDS + 1, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise PlanFileRefused(Refusal.TOO_SLOW, path, SECONDS) from None
    if done.returncode:
        is_slow = -done.returncode == getattr(signal, "SIGXCPU", None)
        raise PlanFileRefused(Refusal.TOO_SLOW if is_slow else Refusal.NEEDS_TOO_MUCH, path, SECONDS)
    return done.stdout


def _lines(path: Path, printed: bytes) -> Iterator[Any]:
    is_whole = False
    for text in printed.split(b"\n")[:-1]:
        line = json.loads(text, parse_float=Decimal)
        if isinstance(line, dict) and "refused" in line:
            raise PlanFileRefused(Refusal(line["refused"]), path, ROWS)
        is_whole = is_whole or (isinstance(line, dict) and "end" in line)
        yield line
    if not is_whole:
        raise PlanFileRefused(Refusal.DAMAGED, path)


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    return value  # type: ignore[no-any-return]


def _numbers(spans: list[list[int]], numbers: Iterable[int]) -> frozenset[int]:
    """Return the numbers that lie within spans, which come in order and do not touch."""
    firsts = [first for first, _last in spans]
    places = ((number, bisect_right(firsts, number) - 1) for number in numbers)
    return frozenset(number for number, at in places if at >= 0 and number <= spans[at][1])


def _sheet(head: dict[str, Any], rows: list[GridRow]) -> Sheet:
    merges = tuple(Merge(top + 1, left, bottom + 1, right) for top, left, bottom, right in head["merges"])
    widest = max((len(row.cells) for row in rows), default=0)
    return Sheet(
        head["sheet"], tuple(rows), merges, head["is_hidden"],
        hidden_rows=_numbers(head["hidden_rows"], (row.number for row in rows)),
        hidden_columns=_numbers(head["hidden_columns"], range(widest)),
        tells_hidden=head["tells_hidden"],
    )  # fmt: skip
