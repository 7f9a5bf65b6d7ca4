"""What figures depend on: cores, how busy they are with other things, and how long the disk takes to make sure."""

import os
import platform
import statistics
import tempfile
import time


def told() -> str:
    """Return the machine in one line."""
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f} before we began, "
        f"one fsync {fsync_seconds() * 1000:.2f} ms"
    )


def fsync_seconds(times: int = 50) -> float:
    """Return the median of what a written page takes to be on disk."""
    waits = []
    with tempfile.NamedTemporaryFile() as file:
        for _ in range(times):
            file.write(b"\0" * 4096)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            waits.append(time.perf_counter() - begun)
    return statistics.median(waits)
