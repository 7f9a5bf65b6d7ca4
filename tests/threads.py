"""What the kernel may do with a signal to a process: give it to another thread than the main one, which then sleeps on."""

import os
import signal
from pathlib import Path


def end_by_another_thread(pid: int) -> None:
    """Send SIGTERM to a process of several threads so that its newest one gets it."""
    threads = {int(each.name) for each in Path(f"/proc/{pid}/task").iterdir()}
    os.kill(max(threads - {pid}), signal.SIGTERM)
