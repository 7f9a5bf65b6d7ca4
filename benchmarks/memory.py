"""What processes hold in memory, and what loading them costs: `python -m benchmarks.memory [WEBHOOKS] [SECONDS]`.

A web process that leaves all work to others (`WORK_IN_WEB=0`) is looked at before and after it has stored webhooks, and
two workers before and after they have answered reports. The web server is two processes: one that watches, and its
child, which serves. RSS is all that a process has in memory; PSS counts a page that several share in parts. Needs wrk
and PostgreSQL.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import cost, machine
from benchmarks.handling import BEGINS, SECRET, Trial, serving
from benchmarks.handling_line import OfficersAndLine
from benchmarks.handling_office import Officer
from benchmarks.running_bot import ROOT, RunningBot, settings_of
from benchmarks.wrk import saturate, signed_bodies
from migrations import migrate
from tests.postgres import Postgres

WEBHOOKS, SECONDS = 20_000, 8
SECONDS_EACH = 4
IN_FLIGHT = 32
TIMES = 5
LOADED = {
    "flask + sqlalchemy.orm": "import flask, sqlalchemy.orm",
    "bot, as the process that watches has it": "import bot",
    "bot, all that a web process with WORK_IN_WEB=0 loads to serve": "import bot; bot.serving_app",
    "bot, all that a command loads": "import bot; bot.create_app(); import commands.worker",
}
TELL_MEMORY = (
    "\nprint([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')][0])"
)
# What tests and linter bring along and logging would load, were it there where the bot runs.
NOT_THERE = ("rich", "greenlet")


def main() -> int:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    webhooks, seconds = (numbers + [WEBHOOKS, SECONDS][len(numbers) :])[:2]
    print(machine.told(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in NOT_THERE:
            (Path(folder) / f"{name}.py").write_text("raise ImportError\n", encoding="utf-8")
        os.environ["PYTHONPATH"] = folder
        for name, words in LOADED.items():
            milliseconds, megabytes = loading(words, Path(folder))
            print(f"{name}: {milliseconds:.0f} ms of the processor, {megabytes:.0f} MB", flush=True)
        web(webhooks, Path(folder))
        asyncio.run(workers(seconds))
    return 0


def loading(words: str, folder: Path) -> tuple[float, float]:
    """Return the median processor milliseconds and the megabytes (RSS) that a new Python needs to run `words`."""
    settings = settings_of(folder, SECRET, "token", "http://127.0.0.1:9", "postgresql+psycopg://nobody@/none")
    command = [sys.executable, "-c", words + TELL_MEMORY]
    found = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(
            command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append((seconds * 1000, int(ran.stdout) / 1024))
    return statistics.median(each[0] for each in found), found[-1][1]


def web(webhooks: int, folder: Path) -> None:
    """Tell what the web server holds at rest, and after so many webhooks or a few more."""
    with web_process(folder) as bot:
        print(f"web at rest: {_of_web(bot)}", flush=True)
        sent = 0
        while sent < webhooks:
            found = saturate(bot.port, signed_bodies(6_000 * SECONDS_EACH, SECRET), SECONDS_EACH, folder)
            sent += int(found.per_second * SECONDS_EACH)
            if found.failed:
                raise SystemExit(f"{found.failed} webhooks were not answered with 200")
        print(f"web after {sent:,} webhooks: {_of_web(bot)}", flush=True)


@contextmanager
def web_process(folder: Path) -> Iterator[RunningBot]:
    """Start a bot that leaves all work to others, on a PostgreSQL of its own."""
    with ExitStack() as stack:
        server = stack.enter_context(Postgres(is_mortal=True, is_durable=True))
        server.prepare_template(migrate)
        url = stack.enter_context(server.fresh_database())
        settings = settings_of(folder, SECRET, "token", "http://127.0.0.1:9", url)
        bot = RunningBot("web", folder, settings | {"WORK_IN_WEB": "0"})
        stack.callback(bot.kill)
        bot.start()
        yield bot


async def workers(seconds: float) -> None:
    """Tell what workers hold at rest, and after officers have reported for so many seconds, each waiting for an answer."""
    ahead = BEGINS - datetime.now(UTC)
    line = OfficersAndLine(SECRET, ahead)
    await line.start()
    with ExitStack() as stack:
        # The bot may ask LINE while it starts, so this loop must go on.
        trial = await asyncio.to_thread(stack.enter_context, serving("distributed", line.url, ahead))
        print(f"workers at rest: {_of_workers(trial)}", flush=True)
        await line.connect(trial.bot.port)
        officers: asyncio.Queue[tuple[Officer, int]] = asyncio.Queue()
        for each in trial.officers:
            officers.put_nowait((each, 0))
        talks = [asyncio.create_task(line.report_again_and_again(officers)) for _ in range(IN_FLIGHT)]
        await asyncio.wait(talks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
        print(f"workers after {len(line.seen.waits):,} messages: {_of_workers(trial)}", flush=True)
        line.is_over = True
        await asyncio.gather(*talks)


def _of_web(bot: RunningBot) -> str:
    watching = bot.process.pid
    serving = [pid for pid in cost.of_session(watching) if pid != watching]
    return f"serving {_held(serving)}, watching {_held([watching])}"


def _of_workers(trial: Trial) -> str:
    return ", ".join(_held(ids) for name, ids in trial.ids().items() if name.startswith("worker"))


def _held(processes: list[int]) -> str:
    return f"{cost.resident(processes):.0f} MB (PSS {cost.megabytes(processes):.0f})"


if __name__ == "__main__":
    sys.exit(main())
