"""Runs the bot as if it were another day: `python -m benchmarks.another_time SECONDS bot.py` or `… SECONDS -m flask …`.

Only the bot's own clock is moved; the machine's, and with it every time-out, stays.
"""

import runpy
import sys
from datetime import UTC, datetime, timedelta

from engine.clock import Clock


def main() -> None:
    offset = timedelta(seconds=float(sys.argv[1]))
    # The web server forks the process that serves, and the clock goes with it.
    Clock.now = lambda self: datetime.now(UTC) + offset  # type: ignore[method-assign]
    is_module = sys.argv[2] == "-m"
    sys.argv = sys.argv[3:] if is_module else sys.argv[2:]
    (runpy.run_module if is_module else runpy.run_path)(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
