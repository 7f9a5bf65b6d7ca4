"""How many webhooks a second are stored durably and answered, beside LINE's own echo sample in the same run.

    python -m benchmarks.webhooks [SECONDS] [ROUNDS]

E0 is the sample without its reply call, E1 with it, both under the same web server with as many threads. The bot's
handling runs behind its webhook on SQLite, as it always does; on PostgreSQL it is left to other processes. Needs wrk.
"""

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import machine
from benchmarks.running_bot import ROOT, RunningBot, settings_of
from benchmarks.wrk import Measured, saturate, signed_bodies
from engine.database import Database
from migrations import migrate
from models.inbox import Event, Handled
from tests.postgres import Postgres

SECRET = "0" * 32
THREADS = 32
STEADY_PER_SECOND, STEADY_SECONDS, STEADY_SENDERS = 200, 5, 8


@dataclass
class Variant:
    """Something that answers webhooks; `database_url` is where it stores them, None where it does not."""

    name: str
    port: int
    database_url: str | None = None
    runs: list[Measured] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return statistics.median(run.per_second for run in self.runs)


def main() -> int:
    if shutil.which("wrk") is None:
        print("wrk is not installed: apt-get install wrk")
        return 0
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    seconds, rounds = (numbers + [4, 1][len(numbers) :])[:2]
    print(machine.told())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        variants = list(serve_all(folder, stack))
        for _ in range(rounds):
            for each in variants:
                each.runs.append(
                    saturate(each.port, signed_bodies(12_000 * seconds, SECRET), seconds, folder)
                )
        print(table(variants))
        for each in variants[2:]:
            told_steady(each)
    return 0


def serve_all(folder: Path, stack: ExitStack) -> Iterator[Variant]:
    """Start the samples, LINE's stub and the bot on both databases; they end with the stack."""
    stub = stack.enter_context(granian("benchmarks.line_stub:app", {}))
    line_url = f"http://127.0.0.1:{stub}"
    yield Variant("E0, echo sample", stack.enter_context(granian("benchmarks.echo_sample:app", {})))
    replying = {"ECHO_REPLY_TO": line_url}
    yield Variant("E1, with its reply", stack.enter_context(granian("benchmarks.echo_sample:app", replying)))
    server = stack.enter_context(Postgres(is_mortal=True, is_durable=True))
    server.prepare_template(migrate)
    database_url = stack.enter_context(server.fresh_database())
    for name, url, more in (("SQLite", None, {}), ("PostgreSQL", database_url, {"WORK_IN_WEB": "0"})):
        settings = settings_of(folder, SECRET, "token", line_url, url) | more
        bot = RunningBot(name, folder, settings)
        bot.start()
        stack.callback(bot.kill)
        yield Variant(f"TamNgan, {name}", bot.port, settings["DATABASE_URL"])


@contextmanager
def granian(target: str, more: dict[str, str]) -> Iterator[int]:
    """Serve a WSGI application as the bot is served; give its port."""
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
        yield port
    finally:
        process.terminate()
        process.wait()


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


def table(variants: list[Variant]) -> str:
    e0, e1 = variants[0].per_second, variants[1].per_second
    lines = [f"{'':<22}{'req/s':>8}{'x E0':>7}{'x E1':>7}{'p50 ms':>9}{'p99 ms':>9}{'failed':>8}"]
    for each in variants:
        p50 = statistics.median(run.p50 for run in each.runs)
        p99 = statistics.median(run.p99 for run in each.runs)
        failed = sum(run.failed for run in each.runs)
        ratios = f"{each.per_second / e0:>7.2f}{each.per_second / e1:>7.2f}"
        lines.append(f"{each.name:<22}{each.per_second:>8,.0f}{ratios}{p50:>9.1f}{p99:>9.1f}{failed:>8}")
        if each.database_url is not None:
            stored, done = handled(each.database_url)
            lines.append(f"{'':<22}{stored:,} stored, of which {done:,} were handled meanwhile")
    return "\n".join(lines)


def handled(database_url: str) -> tuple[int, int]:
    """Return how many events are stored, and how many of them wait no more."""
    db = Database(database_url)
    with db.read() as session:
        stored = session.scalar(select(func.count()).select_from(Event)) or 0
        waiting = select(func.count()).select_from(Event).where(Event.state == Handled.WAITING)
        done = stored - (session.scalar(waiting) or 0)
    db.close()
    return stored, done


def told_steady(variant: Variant) -> None:
    """Send two hundred a second, and say how long each waited."""
    waits: list[float] = []
    bodies = signed_bodies(STEADY_PER_SECOND * STEADY_SECONDS, SECRET)
    begin = time.monotonic() + 0.2
    threads = [
        threading.Thread(target=_send_steadily, args=(variant.port, bodies, first, begin, waits))
        for first in range(STEADY_SENDERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits.sort()
    p99 = waits[int(len(waits) * 0.99)] * 1000
    print(
        f"{variant.name}, {STEADY_PER_SECOND}/s: p50 {statistics.median(waits) * 1000:.1f}, p99 {p99:.1f} ms"
    )


def _send_steadily(
    port: int, bodies: list[tuple[bytes, str]], first: int, begin: float, waits: list[float]
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in range(first, len(bodies), STEADY_SENDERS):
        time.sleep(max(0.0, begin + number / STEADY_PER_SECOND - time.monotonic()))
        begun = time.perf_counter()
        body, signature = bodies[number]
        connection.request("POST", "/callback", body, {"X-Line-Signature": signature})
        answer = connection.getresponse()
        answer.read()
        waits.append(time.perf_counter() - begun)
        if answer.status != 200:
            raise SystemExit(f"the bot answered {answer.status}")


if __name__ == "__main__":
    sys.exit(main())
