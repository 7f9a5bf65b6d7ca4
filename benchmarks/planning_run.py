"""Plans reminders in a process of its own and measures what that costs; for benchmarks.planning."""

import gc
import logging
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from benchmarks.planning_world import DUE_AT
from benchmarks.running_bot import settings_of
from bot import build_house
from engine.clock import StoppedClock
from engine.house import House
from i18n import _
from jobs.run import run_by_hand, run_due
from jobs.schedule import duty_named
from jobs.side_by_side import side_by_side
from logs import configure_logs
from models.notice import Notice
from models.province import provinces
from models.working_days import calendar_of
from settings import load

begin_together: Barrier
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Planned:
    """Wall and processor seconds of planning, the largest size of its process, what was written, and again."""

    seconds: float
    own_cpu: float
    postgres_cpu: float
    let_go_seconds: float
    megabytes: float
    written: int
    written_again: int

    def told(self) -> str:
        each = 1000 / max(1, self.written)
        return (
            f"{self.seconds:.1f} s; processor {self.own_cpu:.1f} s ours and {self.postgres_cpu:.1f} s PostgreSQL's "
            f"({(self.own_cpu + self.postgres_cpu) / self.seconds:.2f} cores at once), "
            f"{self.own_cpu * each:.3f} and {self.postgres_cpu * each:.3f} per 1,000; {self.megabytes:.0f} MB at most; "
            f"{self.written:,} notices, let go in {self.let_go_seconds:.1f} s; a second run wrote {self.written_again}"
        )


class Part(NamedTuple):
    """What one of two processes took, spent and held at most, and how many notices it wrote."""

    seconds: float
    own_cpu: float
    megabytes: float
    written: int


def stand_at(gate: Barrier) -> None:
    """Have this process begin together with the other."""
    global begin_together  # noqa: PLW0603  how a pool hands a barrier to its processes
    begin_together = gate


def plan_a_part(url: str) -> Part:
    """Run what the other process does not run."""
    with house_at(url) as house:
        as_in_a_running_process(house)
        begin_together.wait()
        begun, own = time.perf_counter(), time.process_time()
        written = run_for_all(house, "remind-officers")
        return Part(time.perf_counter() - begun, time.process_time() - own, megabytes(), written)


def plan(url: str, server_pid: int) -> Planned:
    """Run the duty for each province as a tick does, let go what waited for the other duties, and run it again."""
    with house_at(url) as house:
        as_in_a_running_process(house)
        begun, own, theirs = time.perf_counter(), time.process_time(), processor_seconds(server_pid)
        run_for_all(house, "remind-officers")
        own, theirs = time.process_time() - own, processor_seconds(server_pid) - theirs
        planned = time.perf_counter()
        run_for_all(house, "due-papers")  # the other duty of that moment
        let_go, largest, written = time.perf_counter() - planned, megabytes(), count_notices(house)
        run_again(house, "remind-officers")
        again = count_notices(house) - written
        return Planned(planned - begun, own, theirs, let_go, largest, written, again)


@contextmanager
def house_at(url: str) -> Iterator[House]:
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_of(Path(folder), "0" * 32, "token", "http://127.0.0.1:9", url)
        house = build_house(load(settings), clock=StoppedClock(DUE_AT), threads=0)
        configure_logs(logging.ERROR)  # a line for each run would be measured too
        yield house
        house.db.close()


def as_in_a_running_process(house: House) -> None:
    """Load what is loaded late, once a process, and tell the collector as bot.start does."""
    with house.db.read() as session:
        calendar_of(session, provinces(session)[0]).is_working_day(DUE_AT.date())
    _("Report")
    gc.freeze()


def run_for_all(house: House, name: str) -> int:
    """Run a duty for the provinces as a tick does; return how many notices were written."""
    duty = duty_named(name)
    assert duty is not None
    with house.db.read() as session:
        ids = [province.id for province in provinces(session)]
    counts = side_by_side(house, ids, lambda province_id: run_due(house, duty, province_id, DUE_AT) or {})
    return sum(each.get("written", 0) for each in counts)


def run_again(house: House, name: str) -> None:
    duty = duty_named(name)
    assert duty is not None
    with house.db.write() as session:
        for province in provinces(session):
            run_by_hand(session, house, duty, province, DUE_AT)


def count_notices(house: House) -> int:
    with house.db.read() as session:
        return session.scalar(select(func.count()).select_from(Notice)) or 0


def megabytes() -> float:
    """Return the largest size that this process has had."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def processor_seconds(parent: int) -> float:
    """Return what a process, its children and those that ended have spent."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        if path.parent.name == str(parent):
            ticks += sum(map(int, fields[11:15]))
        elif fields[1] == str(parent):
            ticks += sum(map(int, fields[11:13]))
    return ticks / TICKS_PER_SECOND
