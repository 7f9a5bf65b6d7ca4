"""What a run of benchmarks.webhooks found, and how it is told."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from sqlalchemy import func, select

from benchmarks import steady
from benchmarks.wrk import Measured
from engine.database import Database
from models.inbox import Event, Handled

Processes = Callable[[], dict[str, list[int]]]


@dataclass
class Served:
    """Something that runs; `database_url` is where it stores webhooks, None where it does not."""

    port: int
    processes: Processes
    database_url: str | None = None


@dataclass
class Run:
    """One run: wrk's figures, processor milliseconds a webhook by process, memory, and the waits at a steady rate."""

    measured: Measured
    cost: dict[str, float]
    megabytes: dict[str, float]
    waits: list[float]
    stored: int = 0
    done: int = 0


@dataclass
class Variant:
    """Something that answers webhooks, begun anew for each run."""

    name: str
    serve: Callable[[], AbstractContextManager[Served]]
    runs: list[Run] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return statistics.median(run.measured.per_second for run in self.runs)


def table(variants: list[Variant]) -> str:
    e0, e1 = variants[0].per_second, variants[1].per_second
    lines = [f"{'':<22}{'req/s':>8}{'x E0':>7}{'x E1':>7}{'p50 ms':>9}{'p99 ms':>9}{'failed':>8}"]
    for each in variants:
        p50, p99 = _median(each, lambda run: run.measured.p50), _median(each, lambda run: run.measured.p99)
        failed = sum(run.measured.failed for run in each.runs)
        ratios = f"{each.per_second / e0:>7.2f}{each.per_second / e1:>7.2f}"
        lines.append(f"{each.name:<22}{each.per_second:>8,.0f}{ratios}{p50:>9.1f}{p99:>9.1f}{failed:>8}")
        lines += [f"{'':<22}{told}" for told in _told(each)]
    return "\n".join(lines)


def _told(variant: Variant) -> Iterator[str]:
    """Say what a variant cost, and how it did at a steady rate."""
    spent = {name: statistics.median(run.cost[name] for run in variant.runs) for name in variant.runs[0].cost}
    each = ", ".join(f"{name} {used:.2f}" for name, used in spent.items())
    yield f"processor seconds for 1,000: {each}; web {_median(variant, lambda run: run.megabytes['web']):.0f} MB"
    if not variant.runs[0].waits:
        return
    p50 = _median(variant, lambda run: statistics.median(run.waits)) * 1000
    p99 = _median(variant, lambda run: run.waits[int(len(run.waits) * 0.99)]) * 1000
    yield f"{steady.PER_SECOND}/s: p50 {p50:.1f}, p99 {p99:.1f} ms"
    stored, done = sum(run.stored for run in variant.runs), sum(run.done for run in variant.runs)
    yield f"{stored:,} stored, of which {done:,} were handled meanwhile"


def _median(variant: Variant, of: Callable[[Run], float]) -> float:
    return statistics.median(of(run) for run in variant.runs)


def handled(database_url: str) -> tuple[int, int]:
    """Return how many events are stored, and how many of them wait no more."""
    db = Database(database_url)
    with db.read() as session:
        stored = session.scalar(select(func.count()).select_from(Event)) or 0
        waiting = select(func.count()).select_from(Event).where(Event.state == Handled.WAITING)
        done = stored - (session.scalar(waiting) or 0)
    db.close()
    return stored, done
