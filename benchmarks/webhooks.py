"""How many webhooks a second are stored durably and answered, beside LINE's own echo sample in the same run.

    python -m benchmarks.webhooks [SECONDS] [ROUNDS] [--slow-disk]

E0 is the sample without its reply call, E1 with it, both under the same web server with as many threads. In each round
each is started, measured alone and ended. On SQLite the bot handles what it stored at the same time, as it always does; how
long storing takes by itself is measured beside it. On PostgreSQL that is left to other processes, of which there are
none here. Needs wrk.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks import cost, machine, steady
from benchmarks.running_bot import ROOT, RunningBot, settings_of
from benchmarks.slow_disk import slow_disk
from benchmarks.webhook_runs import Run, Served, Variant, handled, table
from benchmarks.wrk import saturate, signed_bodies
from migrations import migrate
from tests.postgres import Postgres

SECRET = "0" * 32
THREADS = 32
SAMPLE = "benchmarks.echo_sample:app"


def main() -> int:
    if shutil.which("wrk") is None:
        print("wrk is not installed: apt-get install wrk")
        return 0
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    seconds, rounds = (numbers + [4, 1][len(numbers) :])[:2]
    print(machine.told())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if "--slow-disk" in sys.argv:
            print("every fsync takes 2 ms more")
            stack.enter_context(slow_disk(folder))
        variants = list(variants_in(folder, stack))
        for _ in range(rounds):
            for each in variants:
                each.runs.append(measure(each, seconds, folder))
        print(table(variants))
    return 0


def variants_in(folder: Path, stack: ExitStack) -> Iterator[Variant]:
    """Give the samples and the bot on both databases; the server of one, and LINE's stub, end with the stack."""
    line_url = f"http://127.0.0.1:{stack.enter_context(granian('benchmarks.line_stub:app', {})).port}"
    yield Variant("E0, echo sample", lambda: granian(SAMPLE, {}))
    yield with_reply(line_url)
    server = stack.enter_context(Postgres(is_mortal=True, is_durable=True))
    server.prepare_template(migrate)
    yield Variant("TamNgan, SQLite", lambda: on_sqlite(line_url))
    yield Variant("SQLite, stores only", lambda: storing_on_sqlite(line_url))
    yield Variant("TamNgan, PostgreSQL", lambda: on_postgresql(line_url, server))


def with_reply(line_url: str) -> Variant:
    return Variant("E1, with its reply", lambda: granian(SAMPLE, {"ECHO_REPLY_TO": line_url}))


def cost_of_sample(seconds: int = 3) -> float | None:
    """Return the processor milliseconds that E1 takes for a webhook on this machine now; None without wrk."""
    if shutil.which("wrk") is None:
        return None
    with tempfile.TemporaryDirectory() as folder, granian("benchmarks.line_stub:app", {}) as line:
        sample = with_reply(f"http://127.0.0.1:{line.port}")
        return measure(sample, seconds, Path(folder)).cost["web"]


@contextmanager
def granian(target: str, more: dict[str, str]) -> Iterator[Served]:
    """Serve a WSGI application as the bot is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws"]
    process = subprocess.Popen(
        [*command, "--blocking-threads", str(THREADS), "--log-level", "error", target],
        cwd=ROOT, stderr=subprocess.DEVNULL, env=os.environ | {"LINE_CHANNEL_SECRET": SECRET} | more,
    )  # fmt: skip
    try:
        wait_for(port)
        yield Served(port, lambda: {"web": cost.with_children(process.pid)})
    finally:
        process.terminate()
        process.wait()


@contextmanager
def on_sqlite(line_url: str) -> Iterator[Served]:
    """Serve the bot on a file of its own, where it handles messages as well."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), line_url) as bot:
        url = bot.settings["DATABASE_URL"]
        yield Served(bot.port, lambda: {"web": cost.of_session(bot.process.pid)}, url)


@contextmanager
def storing_on_sqlite(line_url: str) -> Iterator[Served]:
    """Serve the bot on a file of its own, where it only takes in."""
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_of(Path(folder), SECRET, "token", line_url)
        with granian("benchmarks.intake_alone:app", settings) as served:
            yield Served(served.port, served.processes, settings["DATABASE_URL"])


@contextmanager
def on_postgresql(line_url: str, server: Postgres) -> Iterator[Served]:
    """Serve the bot on a new database, where it only takes in."""
    with (
        tempfile.TemporaryDirectory() as folder,
        server.fresh_database() as url,
        running(Path(folder), line_url, url) as bot,
    ):

        def processes() -> dict[str, list[int]]:
            return {"web": cost.of_session(bot.process.pid), "PostgreSQL": cost.with_children(server.pid)}

        yield Served(bot.port, processes, url)


@contextmanager
def running(folder: Path, line_url: str, database_url: str | None = None) -> Iterator[RunningBot]:
    settings = settings_of(folder, SECRET, "token", line_url, database_url)
    bot = RunningBot("bot", folder, settings | ({"WORK_IN_WEB": "0"} if database_url else {}))
    bot.start()
    try:
        yield bot
    finally:
        bot.kill()


def wait_for(port: int, seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing listens on port {port}")


def measure(variant: Variant, seconds: int, folder: Path) -> Run:
    """Start a variant, send it two hundred a second where it stores, then as many as it takes, and end it."""
    bodies = signed_bodies(12_000 * seconds, SECRET)
    with variant.serve() as served:
        few = signed_bodies(steady.HOW_MANY, SECRET)
        waits = steady.waits(served.port, few) if served.database_url else []
        before, wrk_before = _spent(served), os.times()
        measured = saturate(served.port, bodies, seconds, folder)
        wrk_after, after = os.times(), _spent(served)
        spent = {name: after[name] - before[name] for name in after}
        spent["wrk"] = sum(wrk_after[2:4]) - sum(wrk_before[2:4])
        webhooks = max(1.0, measured.per_second * seconds)
        per_webhook = {name: used * 1000 / webhooks for name, used in spent.items()}
        memory = {name: cost.megabytes(ids) for name, ids in served.processes().items() if name == "web"}
        stored, done = handled(served.database_url) if served.database_url else (0, 0)
    return Run(measured, per_webhook, memory, waits, stored, done)


def _spent(served: Served) -> dict[str, float]:
    return {name: cost.seconds(ids) for name, ids in served.processes().items()}


if __name__ == "__main__":
    sys.exit(main())
