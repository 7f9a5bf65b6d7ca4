"""How long the reminders of the 1st take to plan: who owes what, one card each, written with the run in one transaction.

    python -m benchmarks.planning [OFFICERS] [ACTIVITIES]

Without numbers it is a quick look; `50000 785000` is the whole country (7,849 agencies). The same is planned with the
officers spread over 76 provinces and all in one, and a part of it with eleven months of history beside one month. Each
plan is made by a process of its own on a PostgreSQL that is durable.
"""

import gc
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path

import structlog
from sqlalchemy import func, select

from benchmarks import machine
from benchmarks.planning_world import DUE_AT, World
from benchmarks.running_bot import settings_of
from bot import build_house
from engine.clock import StoppedClock
from engine.house import House
from i18n import _
from jobs.run import run_by_hand, run_due
from jobs.schedule import duty_named
from migrations import migrate
from models.notice import Notice
from models.province import provinces
from models.working_days import calendar_of
from settings import load
from tests.postgres import Postgres

PROVINCES = 76
QUIET = 40  # the log says nothing below an error
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
            f"{self.seconds:.1f} s; processor {self.own_cpu:.1f} s ours and {self.postgres_cpu:.1f} s PostgreSQL's, "
            f"{self.own_cpu * each:.3f} and {self.postgres_cpu * each:.3f} per 1,000; {self.megabytes:.0f} MB at most; "
            f"{self.written:,} notices, let go in {self.let_go_seconds:.1f} s; a second run wrote {self.written_again}"
        )


def main() -> int:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    officers, activities = (numbers + [2_000, 31_400][len(numbers) :])[:2]
    print(machine.told())
    with Postgres(is_mortal=True, is_durable=True) as server:
        server.prepare_template(migrate)
        for count in (PROVINCES, 1):
            planned = measured(server, World(officers, activities, count))
            where = f"{count} provinces" if count > 1 else "one province"
            print(f"{officers:,} officers, {activities:,} activities, {where}: {planned.told()}", flush=True)
            if count > 1:
                tell_shared(server, World(officers, activities, count))
        tell_history(server, min(officers, 5_000), min(activities, 78_500))
    return 0


def tell_shared(server: Postgres, world: World) -> None:
    """Print how long two processes take that tick at the same moment."""
    spawn = multiprocessing.get_context("spawn")
    with server.fresh_database() as url:
        world.made_in(url)
        with spawn.Pool(2, initializer=stand_at, initargs=(spawn.Barrier(2),)) as pool:
            parts = pool.map(plan_a_part, [url, url], chunksize=1)
    seconds, written = max(part[0] for part in parts), [part[1] for part in parts]
    print(
        f"the same, two workers at once: {seconds:.1f} s; they wrote {written[0]:,} and {written[1]:,}",
        flush=True,
    )


def stand_at(gate: Barrier) -> None:
    """Have this process begin together with the other."""
    global begin_together  # noqa: PLW0603  how a pool hands a barrier to its processes
    begin_together = gate


def plan_a_part(url: str) -> tuple[float, int]:
    """Run what the other process does not run; return the seconds, and how many notices were written."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(QUIET))
    with house_at(url) as house:
        as_in_a_running_process(house)
        begin_together.wait()
        begun = time.perf_counter()
        written = run_for_all(house, "remind-officers")
        return time.perf_counter() - begun, written


def tell_history(server: Postgres, officers: int, activities: int) -> None:
    """Print what eleven months of reports cost beside one."""
    spent = []
    for months in (1, 11):
        planned = measured(server, World(officers, activities, provinces=1, months=months))
        spent.append(planned.own_cpu + planned.postgres_cpu)
        print(f"{officers:,} officers, {months} months of reports: {planned.told()}", flush=True)
    print(f"eleven months of reports cost {spent[1] / spent[0]:.2f} times what one costs")


def measured(server: Postgres, world: World) -> Planned:
    """Make a world and let a process of its own plan for it."""
    with server.fresh_database() as url:
        world.made_in(url)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            return pool.apply(plan, (url, server.pid))


def plan(url: str, server_pid: int) -> Planned:
    """Run the duty for each province as a tick does, let go what waited for the other duties, and run it again."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(QUIET))
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
        yield house
        house.db.close()


def as_in_a_running_process(house: House) -> None:
    """Load what is loaded late, once a process, and tell the collector as bot.start does."""
    with house.db.read() as session:
        calendar_of(session, provinces(session)[0]).is_working_day(DUE_AT.date())
    _("Report")
    gc.freeze()


def run_for_all(house: House, name: str) -> int:
    """Run a duty for the provinces in any order, as a tick does; return how many notices were written."""
    duty = duty_named(name)
    assert duty is not None
    with house.db.read() as session:
        ids = [province.id for province in provinces(session)]
    random.shuffle(ids)
    counts = [run_due(house, duty, province_id, DUE_AT) or {} for province_id in ids]
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


if __name__ == "__main__":
    sys.exit(main())
