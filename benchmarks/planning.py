"""How long the reminders of the 1st take to plan: who owes what, one card each, written with the run in one transaction.

    python -m benchmarks.planning [OFFICERS] [ACTIVITIES] [spread] [shared] [one] [history]

Without numbers it is a quick look; `50000 785000` is the whole country (7,849 agencies). The words choose what is measured,
by default all of it: the officers spread over 76 provinces, the same shared by two processes, all in one province, and a
part of them with eleven months of history beside one month. Each plan is made by a process of its own on a PostgreSQL that
is durable.
"""

import multiprocessing
import sys

from benchmarks import machine
from benchmarks.planning_run import Planned, plan, plan_a_part, processor_seconds, stand_at
from benchmarks.planning_world import World
from migrations import migrate
from tests.postgres import Postgres

PROVINCES = 76
PARTS = ("spread", "shared", "one", "history")


def main() -> int:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    officers, activities = (numbers + [2_000, 31_400][len(numbers) :])[:2]
    chosen = [word for word in sys.argv[1:] if word in PARTS] or PARTS
    print(machine.told(), flush=True)
    with Postgres(is_mortal=True, is_durable=True) as server:
        server.prepare_template(migrate)
        if "spread" in chosen:
            tell(server, World(officers, activities, PROVINCES), f"{PROVINCES} provinces")
        if "shared" in chosen:
            tell_shared(server, World(officers, activities, PROVINCES))
        if "one" in chosen:
            tell(server, World(officers, activities, 1), "one province")
        if "history" in chosen:
            tell_history(server, min(officers, 5_000), min(activities, 78_500))
    return 0


def tell(server: Postgres, world: World, where: str) -> None:
    planned = measured(server, world)
    print(
        f"{world.officers:,} officers, {world.activities:,} activities, {where}: {planned.told()}", flush=True
    )


def tell_shared(server: Postgres, world: World) -> None:
    """Print how long two processes take that tick at the same moment, as the two workers of deploy/compose.yaml do."""
    spawn = multiprocessing.get_context("spawn")
    with server.fresh_database() as url:
        world.made_in(url)
        with spawn.Pool(2, initializer=stand_at, initargs=(spawn.Barrier(2),)) as pool:
            theirs = processor_seconds(server.pid)
            parts = pool.map(plan_a_part, [url, url], chunksize=1)
            theirs = processor_seconds(server.pid) - theirs
    print(
        f"{world.officers:,} officers, {world.activities:,} activities, {world.provinces} provinces, "
        f"two workers at once: {max(part.seconds for part in parts):.1f} s; processor "
        f"{parts[0].own_cpu:.1f} and {parts[1].own_cpu:.1f} s ours and {theirs:.1f} s PostgreSQL's; "
        f"{parts[0].megabytes:.0f} and {parts[1].megabytes:.0f} MB at most; "
        f"they wrote {parts[0].written:,} and {parts[1].written:,} notices",
        flush=True,
    )


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


if __name__ == "__main__":
    sys.exit(main())
