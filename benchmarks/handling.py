"""How many reports a second are read, answered, confirmed and stored: from LINE's webhook to the reply that LINE takes.

    python -m benchmarks.handling [SECONDS] [IN_FLIGHT] [embedded] [distributed]

Hundreds of officers of many provinces write what their activity has come to, get the card, tap "confirm" and get the
receipt; so many of them wait for an answer at any moment. Each message must get its one right answer, and each
confirmed report must be stored once. The bot runs in processes of its own, as in production, on a durable database.

Where wrk is installed, LINE's own echo sample with its reply is measured before and after: what a message costs in terms
of it can be compared between machines.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import cost, machine, webhooks
from benchmarks.handling_line import OfficersAndLine
from benchmarks.handling_office import Officer, found_offices
from benchmarks.running_bot import RunningBot, RunningProcess, RunningWorker, settings_of
from bot import build_house
from engine.clock import BANGKOK, SettableClock
from engine.database import Database
from migrations import migrate
from models.notice import Notice, Sent
from models.report import Report
from settings import load
from tests.postgres import Postgres

SECRET = "0" * 32
OFFICERS = 400
WORKERS = 2
# The first messages of a process load what the others find loaded.
MESSAGES_TO_WARM = 200
# A morning on which no duty falls due, in the year of the demo's plan.
BEGINS = datetime(2021, 5, 6, 10, 0, tzinfo=BANGKOK)


@dataclass
class Trial:
    """One engine: its processes by name, with all whose processor time they cost, and where it stores."""

    engine: str
    database_url: str
    bot: RunningBot
    processes: dict[str, RunningProcess]
    server: Postgres | None
    officers: list[Officer]

    def ids(self) -> dict[str, list[int]]:
        found = {name: cost.of_session(each.process.pid) for name, each in self.processes.items()}
        if self.server is not None:
            found["PostgreSQL"] = cost.with_children(self.server.pid)
        return found

    def seconds(self) -> dict[str, float]:
        """Return the processor seconds of each so far; those of the officers and LINE are this process's own."""
        return {name: cost.seconds(ids) for name, ids in self.ids().items()} | {
            "officers, LINE": time.process_time()
        }


def main() -> int:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    seconds, in_flight = (numbers + [10, 64][len(numbers) :])[:2]
    print(machine.told(), flush=True)
    wrong = 0
    for engine in ("embedded", "distributed"):
        if engine in sys.argv or not {"embedded", "distributed"} & set(sys.argv):
            wrong += asyncio.run(measure(engine, seconds, in_flight))
    return min(wrong, 1)


async def measure(engine: str, seconds: float, in_flight: int) -> int:
    """Measure one engine, print what came of it, and return how much was not right."""
    ahead = BEGINS - datetime.now(UTC)
    sample = [await asyncio.to_thread(webhooks.cost_of_sample)]
    line = OfficersAndLine(SECRET, ahead)
    await line.start()
    with ExitStack() as stack:
        # The bot may ask LINE while it starts, so this loop must go on.
        trial = await asyncio.to_thread(stack.enter_context, serving(engine, line.url, ahead))
        await line.connect(trial.bot.port)
        officers: asyncio.Queue[tuple[Officer, int]] = asyncio.Queue()
        for each in trial.officers:
            officers.put_nowait((each, 0))
        talks = [asyncio.create_task(line.report_again_and_again(officers)) for _ in range(in_flight)]
        while len(line.seen.waits) < MESSAGES_TO_WARM and not any(talk.done() for talk in talks):
            await asyncio.sleep(0.1)
        line.seen.waits.clear()
        before, begun = trial.seconds(), time.monotonic()
        await asyncio.wait(talks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
        lasted, after = time.monotonic() - begun, trial.seconds()
        waits = sorted(line.seen.waits)
        memory = {name: cost.megabytes(ids) for name, ids in trial.ids().items()}
        line.is_over = True
        await asyncio.gather(*talks)
        await asyncio.sleep(1)
        wrong = [*line.seen.wrong, *stored_wrongly(trial.database_url, line.seen.receipts)]
    spent = {name: after[name] - before[name] for name in after}
    print(told(engine, in_flight, waits, lasted, spent, memory))
    sample.append(await asyncio.to_thread(webhooks.cost_of_sample))
    print(beside_sample(a_message(spent, waits), [each for each in sample if each]))
    print(
        "\n".join(f"  WRONG: {each}" for each in wrong[:5]) or "  each message got its one right answer",
        flush=True,
    )
    return len(wrong)


def told(
    engine: str,
    in_flight: int,
    waits: list[float],
    lasted: float,
    spent: dict[str, float],
    memory: dict[str, float],
) -> str:
    """Return the figures of one engine."""
    p50, p99 = statistics.median(waits) * 1000, waits[int(len(waits) * 0.99)] * 1000
    lines = [
        f"{engine}: {len(waits) / lasted:.0f} messages/s for {lasted:.0f} s with {in_flight} in flight, "
        f"p50 {p50:.0f} ms, p99 {p99:.0f} ms",
        f"  processor seconds per 1,000 messages: {a_message(spent, waits):.1f}",
    ]
    for name, value in spent.items():
        held = f", {memory[name]:.0f} MB" if name in memory else ""
        lines.append(f"    {name}: {value / len(waits) * 1000:.1f}{held}")
    return "\n".join(lines)


def a_message(spent: dict[str, float], waits: list[float]) -> float:
    """Return what a message cost all processes together, in milliseconds of the processor."""
    return sum(spent.values()) / len(waits) * 1000


def beside_sample(message: float, sample: list[float]) -> str:
    """Return what a message of so many milliseconds costs in requests of LINE's sample."""
    if not sample:
        return "  LINE's sample was not measured: wrk is not installed"
    each = ", ".join(f"{one:.2f}" for one in sample)
    ratio = message / statistics.mean(sample)
    return f"  a request of LINE's sample with its reply: {each} ms; a message costs {ratio:.1f} of them"


def stored_wrongly(database_url: str, receipts: int) -> Iterator[str]:
    """Yield what the database says otherwise than the officers."""
    db = Database(database_url)
    with db.read() as session:
        stored = session.scalar(select(func.count()).where(Report.sent_at >= BEGINS))
        unsent = session.scalar(select(func.count()).where(Notice.state != Sent.SENT))
    db.close()
    if stored != receipts:
        yield f"{receipts} receipts for {stored} stored reports"
    if unsent:
        yield f"{unsent} answers are not written down as sent"


@contextmanager
def serving(engine: str, line_url: str, ahead: timedelta) -> Iterator[Trial]:
    """Start the bot on one engine, with its offices; it ends with the block."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server, url = None, None
        if engine == "distributed":
            server = stack.enter_context(Postgres(is_mortal=True, is_durable=True))
            server.prepare_template(migrate)
            url = stack.enter_context(server.fresh_database())
        settings = settings_of(folder, SECRET, "token", line_url, url)
        house = build_house(load(settings), clock=SettableClock(start=BEGINS), threads=0)
        migrate(house.settings.database_url)
        officers = found_offices(house, OFFICERS)
        house.db.close()
        more = {"WORK_IN_WEB": "0"} if server else {}
        bot = RunningBot("web", folder, settings | more, ahead.total_seconds())
        count = WORKERS if server else 0
        workers = [
            RunningWorker(f"worker {n}", folder, settings, ahead.total_seconds()) for n in range(count)
        ]
        processes: dict[str, RunningProcess] = {"web": bot} | {
            f"worker {n}": each for n, each in enumerate(workers)
        }
        for process in processes.values():
            stack.callback(process.kill)
            process.start()
        yield Trial(engine, settings["DATABASE_URL"], bot, processes, server, officers)


if __name__ == "__main__":
    sys.exit(main())
