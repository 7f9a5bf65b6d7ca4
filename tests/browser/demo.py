"""The demo as a newcomer starts it: `python bot.py` as a process of its own, in a folder of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 60


@contextmanager
def running_demo(folder: Path, **settings: str) -> Iterator[str]:
    """Run the demo on a free port with its data in `folder`; give the simulator's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"DEMO": "1", "DATA_DIR": str(folder), "PORT": str(port), "BURST_SECONDS": "0.3"}
    process = subprocess.Popen(
        [sys.executable, "bot.py"],
        cwd=ROOT,
        env={**os.environ, **own, **settings},
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("wb"),
    )
    try:
        _wait(process, f"http://127.0.0.1:{port}/readyz", folder / "log")
        yield f"http://127.0.0.1:{port}/simulator"
    finally:
        process.terminate()
        process.wait(15)


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            if urllib.request.urlopen(url, timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the demo did not start: {log.read_text(encoding='utf-8')[-800:]}")
