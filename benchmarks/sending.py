"""How many notices a second one worker pushes, each end on disk: to a LINE behind TLS, 30 ms away.

    python -m benchmarks.sending [NOTICES] [texts] [flex] [embedded] [distributed]

What the worker wrote down must be what LINE took: each notice once, under its key, with LINE's request id. The bot runs
in a process of its own, as in production, on a durable database; a duty's notices are there from one moment to the next,
and what writing them costs is not counted. Of the worker's cost the client is what its event loop takes: checks,
requests, TLS and answers; the turns are those at the database, as the bot logs both.
"""

import json
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks import cost, machine
from benchmarks.running_bot import ROOT, RunningBot, RunningProcess, RunningWorker, settings_of
from benchmarks.sending_notices import messages, write
from bot import build_house
from engine.house import House
from migrations import migrate
from models.notice import Notice, Sent
from settings import load
from tests.postgres import Postgres

DELAY_MS = 30
ENGINES, MESSAGES = ("distributed", "embedded"), ("texts", "flex")
LONGEST_SECONDS, LOOK_SECONDS = 300.0, 0.5


@dataclass
class Trial:
    """A bot on one engine, whose notices are `house`'s; `pids` are the processes that cost, by name."""

    engine: str
    house: House
    process: RunningProcess
    server: Postgres | None

    def pids(self) -> dict[str, list[int]]:
        found = {"worker": cost.of_session(self.process.process.pid)}
        if self.server is not None:
            found["PostgreSQL"] = cost.with_children(self.server.pid)
        return found

    def logged(self) -> Counter[str]:
        """Return the processor seconds of all runs so far, as the bot has logged them."""
        found: Counter[str] = Counter()
        for line in self.process.log().splitlines():
            if '"push_run"' in line:
                said = json.loads(line)
                found["client"] += said["client_cpu_seconds"]
                found["turns"] += said["database_cpu_seconds"]
        return found


def main() -> int:
    words = sys.argv[1:]
    count = next((int(word) for word in words if word.isdecimal()), 10_000)
    print(machine.told())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        line_url = stack.enter_context(stub(folder))
        for engine in [each for each in ENGINES if each in words] or ENGINES:
            with ExitStack() as own:
                trial = begin(engine, folder, line_url, own)
                for kind in [each for each in MESSAGES if each in words] or MESSAGES:
                    print(measure(trial, kind, count, line_url, folder))
    return 0


@contextmanager
def stub(folder: Path) -> Iterator[str]:
    """Serve the stub in a process of its own, under a certificate made for it; give its address."""
    certificate, key = str(folder / "line.pem"), str(folder / "line.key")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.push_stub", certificate, key, str(DELAY_MS)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield f"https://localhost:{(process.stdout or sys.stdin).readline().strip()}"
    finally:
        process.kill()
        process.wait()


def begin(engine: str, folder: Path, line_url: str, stack: ExitStack) -> Trial:
    """Start a bot with one worker; it ends with the stack."""
    server = None
    own = folder / engine
    own.mkdir()
    settings = settings_of(own, "0" * 32, "token", line_url)
    if engine == "distributed":
        server = stack.enter_context(Postgres(is_mortal=True, is_durable=True))
        settings["DATABASE_URL"] = stack.enter_context(server.fresh_database())
    migrate(settings["DATABASE_URL"])
    house = build_house(load(settings), threads=0)
    stack.callback(house.db.close)
    trusting = settings | {"SSL_CERT_FILE": str(folder / "line.pem")}
    bot = (RunningWorker if server else RunningBot)(engine, own, trusting)
    bot.start()
    stack.callback(bot.kill)
    return Trial(engine, house, bot, server)


def measure(trial: Trial, kind: str, count: int, line_url: str, folder: Path) -> str:
    """Write so many notices, wait until they have ended, and hold what was written down against what LINE took."""
    write(trial.house, messages(kind), count)
    before = {name: cost.seconds(pids) for name, pids in trial.pids().items()}
    logged = trial.logged()
    with trial.house.db.write() as session:
        trial.house.work.enqueue(session, "push", "default", "push:default")
    until = time.monotonic() + LONGEST_SECONDS
    while some_wait(trial.house) and time.monotonic() < until:
        time.sleep(LOOK_SECONDS)
    time.sleep(LOOK_SECONDS)  # until the run has logged what it was
    used = {name: cost.seconds(pids) - before[name] for name, pids in trial.pids().items()}
    used["of which client"] = trial.logged()["client"] - logged["client"]
    used["turns"] = trial.logged()["turns"] - logged["turns"]
    memory = cost.megabytes(trial.pids()["worker"])
    told = ask(line_url, folder)
    waits = check(trial.house, told["request_ids"], count)
    seconds = sorted(told["a_second"][1:-1]) or told["a_second"]
    by_process = ", ".join(f"{name} {each * 1000 / count:.3f}" for name, each in used.items())
    return (
        f"{trial.engine}, {count:,} {kind}: {count / told['lasted']:,.0f} pushes/s (in a whole second "
        f"{seconds[0]:,} to {seconds[-1]:,}); CPU-seconds per 1,000: {by_process}; on disk after "
        f"p50 {waits[len(waits) // 2]:.1f} s, p99 {waits[len(waits) * 99 // 100]:.1f} s; worker {memory:.0f} MB"
    )


def some_wait(house: House) -> bool:
    with house.db.read() as session:
        return session.scalar(select(Notice.id).where(Notice.state == Sent.WAITING).limit(1)) is not None


def ask(line_url: str, folder: Path) -> dict[str, Any]:
    """Return what the stub has taken."""
    trusting = ssl.create_default_context(cafile=str(folder / "line.pem"))
    with urllib.request.urlopen(f"{line_url}/told", context=trusting, timeout=60) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def check(house: House, taken: dict[str, list[str]], count: int) -> list[float]:
    """Return how many seconds after they were written the notices' ends were, sorted; exits where one is not right."""
    with house.db.write() as session:
        rows = session.scalars(select(Notice)).all()
        written = {
            row.retry_key: [row.request_id] for row in rows if row.state is Sent.SENT and row.how == "push"
        }
        if len(rows) != count or written != taken:
            raise SystemExit(
                f"{count} notices, {len(written)} written down as sent, {len(taken)} taken by LINE"
            )
        waits = sorted((row.settled_at - row.made_at).total_seconds() for row in rows if row.settled_at)
        session.query(Notice).delete()
    return waits


if __name__ == "__main__":
    sys.exit(main())
