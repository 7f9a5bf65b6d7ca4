"""A real bot in processes of its own, as production runs it; each can be killed like one."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS_TO_START = 60.0


def settings_of(
    folder: Path, secret: str, token: str, line_url: str, database_url: str | None = None
) -> dict[str, str]:
    """Return the settings of a bot with its data in `folder` and LINE at `line_url`; SQLite where no database is named."""
    return {
        "LINE_CHANNEL_SECRET": secret,
        "LINE_CHANNEL_ACCESS_TOKEN": token,
        "LINE_API_BASE": line_url,
        "LINE_DATA_API_BASE": line_url,
        "DATABASE_URL": database_url or f"sqlite:///{folder / 'bot.db'}",
        "DATA_DIR": str(folder),
        "DEMO": "",
        # Otherwise messages sent in one breath are answered together, and answers cannot be counted.
        "BURST_SECONDS": "0",
    }


class RunningProcess:
    """One process of the bot, `seconds_off` the machine's time; its log goes to folder/<name>.log."""

    command: tuple[str, ...] = ()

    def __init__(self, name: str, folder: Path, settings: dict[str, str], seconds_off: float = 0.0) -> None:
        self._log = folder / f"{name}.log"
        self.settings = settings
        self._begins = ["-m", "benchmarks.another_time", str(seconds_off)] if seconds_off else []

    def launch(self) -> None:
        """Start, and return at once."""
        with self._log.open("ab") as log:
            # A session of its own: the web server has a child, and a kill must take both.
            self.process = subprocess.Popen(
                [sys.executable, *self._begins, *self.command],
                cwd=ROOT, env=os.environ | self.settings, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def start(self) -> None:
        """Start, and return once it runs."""
        self.launch()

    def kill(self) -> None:
        """End it without a word, as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> float:
        """Ask it to end (SIGTERM), and return how many seconds that took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        return time.monotonic() - began

    def log(self) -> str:
        if not self._log.exists():
            return ""
        return self._log.read_text(encoding="utf-8", errors="replace")


class RunningWorker(RunningProcess):
    """`flask --app bot worker`."""

    command = ("-m", "flask", "--app", "bot", "worker")

    def start(self) -> None:
        """Start, and return once it takes tasks."""
        begun = self.starts()
        self.launch()
        until = time.monotonic() + SECONDS_TO_START
        while self.starts() == begun:
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit("the worker did not start:\n" + self.log()[-1000:])
            time.sleep(0.1)

    def starts(self) -> int:
        """Return how often it began to take tasks, also after PostgreSQL was away."""
        return self.log().count('"worker_started"')


class RunningBot(RunningProcess):
    """`python bot.py` on a free port."""

    command = ("bot.py",)

    def __init__(self, name: str, folder: Path, settings: dict[str, str], seconds_off: float = 0.0) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        super().__init__(name, folder, {**settings, "PORT": str(self.port)}, seconds_off)

    @property
    def callback_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/callback"

    def start(self) -> None:
        """Start, and return once the bot says that it is ready."""
        self.launch()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit("the bot did not start:\n" + self.log()[-1000:])
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
