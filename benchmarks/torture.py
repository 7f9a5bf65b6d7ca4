"""Kills the bot's processes again and again while people write and a duty falls due; nothing may be lost or done twice.

    python -m benchmarks.torture [KILLS] [embedded|distributed]

By default 200 kills on each engine: on SQLite the one process, on PostgreSQL the web, two workers and PostgreSQL itself.
Each process ticks its own clock, so each kill may hit the clock as well. LINE answers with all kinds of errors meanwhile.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.siege import Counts, Siege
from migrations import migrate
from tests.postgres import Postgres
from web.stand_in import LineStandIn

KILLS, KILLS_A_ROUND = 200, 2
SEND = "/v2/bot/message/"
TROUBLES: tuple[Callable[[LineStandIn], None], ...] = (
    lambda line: None,
    lambda line: line.fail_next(3, 500, path_prefix=SEND),
    lambda line: line.fail_next(3, 500, path_prefix=SEND, after_accepting=True),
    lambda line: line.throttle(5, SEND),
    lambda line: line.reset_connections(3, SEND),
    lambda line: line.reset_connections(3, SEND, after_accepting=True),
    lambda line: line.fail_next(2, 200, "<html>fine</html>", SEND, after_accepting=True),
)


def main() -> int:
    words = sys.argv[1:]
    kills = next((int(word) for word in words if word.isdecimal()), KILLS)
    engines = [word for word in words if not word.isdecimal()] or ["embedded", "distributed"]
    return max(torture(engine, kills) for engine in engines)


def torture(engine: str, kills: int) -> int:
    """Besiege one engine; print what happened, and return 1 where anything went wrong."""
    began = time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        siege = besiege(folder, stack if engine == "distributed" else None)
        try:
            siege.start()
            while siege.counts.kills.total() < kills:
                siege.round(KILLS_A_ROUND, random.choice(TROUBLES))
                print(f"{engine}: {siege.counts.kills.total()} of {kills} kills", end="\r", flush=True)
            counts = siege.judge()
        finally:
            siege.end()
    print(told(engine, counts, time.monotonic() - began))
    return 1 if counts.wrong else 0


def besiege(folder: Path, stack: ExitStack | None) -> Siege:
    """Return a siege on SQLite; with a `stack` on a PostgreSQL that ends with it."""
    if stack is None:
        return Siege(folder)
    server = stack.enter_context(Postgres(is_mortal=True))
    server.prepare_template(migrate)
    return Siege(folder, server=server, database_url=stack.enter_context(server.fresh_database()))


def told(engine: str, counts: Counts, seconds: float) -> str:
    """Return the counts in words."""
    kills = ", ".join(f"{name} {count}" for name, count in sorted(counts.kills.items()))
    lines = [
        f"{engine}: {counts.kills.total()} kills ({kills}) in {seconds / 60:.0f} minutes",
        f"  {counts.messages} messages, {counts.confirmed} reports confirmed, {counts.reminders} reminders",
        f"  {counts.answered_twice} answers pushed again because their token had expired before their end was known",
        f"  at rest {counts.rested_after:.0f} s after the last; {len(counts.wrong)} things went wrong",
    ]
    return "\n".join(lines + [f"  {wrong}" for wrong in counts.wrong[:20]])


if __name__ == "__main__":
    sys.exit(main())
