"""How many webhooks a second are stored durably and answered with 200, and how long LINE waits for it.

The events are of a kind that is kept and skipped, so that only the way in is measured. On a machine that also runs
the sixteen senders; figures of different machines do not compare.
"""

import json
import statistics
import tempfile
import threading
import time
from pathlib import Path

import urllib3

from benchmarks.running_bot import RunningBot, settings_of
from line.signature import sign

SENDERS, EACH, SECRET = 16, 400, "0" * 32


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_of(Path(folder), SECRET, "token", "http://127.0.0.1:9")
        bot = RunningBot("bot", Path(folder), settings)
        bot.start()
        try:
            measure(bot.callback_url, "warm", EACH // 10)
            seconds, waits = measure(bot.callback_url, "run", EACH)
        finally:
            bot.kill()
    waits.sort()
    p99 = waits[int(len(waits) * 0.99)]
    print(f"{len(waits)} webhooks, {SENDERS} at a time: {len(waits) / seconds:,.0f} a second")
    print(
        f"p50 {statistics.median(waits) * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, longest {waits[-1] * 1000:.1f} ms"
    )


def measure(url: str, name: str, each: int) -> tuple[float, list[float]]:
    """Send from all senders at once; return how long it took and how long each waited, in seconds."""
    waits: list[float] = []
    bodies = [[_signed(f"{name}-{sender}-{number}") for number in range(each)] for sender in range(SENDERS)]
    threads = [threading.Thread(target=_send, args=(url, mine, waits)) for mine in bodies]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun, waits


def _signed(event_id: str) -> tuple[bytes, str]:
    source = {"type": "user", "userId": "U" + event_id}
    event = {
        "type": "benchmark",
        "webhookEventId": event_id,
        "timestamp": 1620000000000,
        "mode": "active",
        "source": source,
    }
    body = json.dumps({"destination": "U0", "events": [event]}).encode()
    return body, sign(SECRET, body)


def _send(url: str, bodies: list[tuple[bytes, str]], waits: list[float]) -> None:
    pool = urllib3.PoolManager(maxsize=1, retries=False)
    for body, signature in bodies:
        begun = time.perf_counter()
        answer = pool.request("POST", url, body=body, headers={"X-Line-Signature": signature})
        waits.append(time.perf_counter() - begun)
        if answer.status != 200:
            raise SystemExit(f"the bot answered {answer.status}")


if __name__ == "__main__":
    main()
