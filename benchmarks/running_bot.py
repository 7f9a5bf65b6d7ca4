"""A real bot in a process of its own, as production runs it; it can be killed like one."""

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


class RunningBot:
    """`python bot.py` on a free port, with its data in `folder` and LINE at `line_url`; logs go to folder/log."""

    def __init__(self, folder: Path, secret: str, token: str, line_url: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.folder = folder
        self.settings = {
            "LINE_CHANNEL_SECRET": secret,
            "LINE_CHANNEL_ACCESS_TOKEN": token,
            "LINE_API_BASE": line_url,
            "LINE_DATA_API_BASE": line_url,
            "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}",
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "DEMO": "",
            # Otherwise messages sent in one breath are answered together, and answers cannot be counted.
            "BURST_SECONDS": "0",
        }

    @property
    def callback_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/callback"

    def start(self) -> None:
        """Start, and return once the bot says that it is ready."""
        with (self.folder / "log").open("ab") as log:
            # A session of its own: the web server has a child, and a kill must take both.
            self._process = subprocess.Popen(
                [sys.executable, "bot.py"],
                cwd=ROOT, env=os.environ | self.settings, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        until = time.monotonic() + SECONDS_TO_START
        while not self._is_ready():
            if self._process.poll() is not None or time.monotonic() > until:
                raise SystemExit("the bot did not start:\n" + (self.folder / "log").read_text()[-1000:])
            time.sleep(0.1)

    def kill(self) -> None:
        """End it without a word, as a power cut would."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
