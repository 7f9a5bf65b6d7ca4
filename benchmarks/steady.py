"""Sends webhooks at a steady rate, and says how long each waited."""

import http.client
import threading
import time

PER_SECOND, SECONDS, SENDERS = 200, 5, 8
HOW_MANY = PER_SECOND * SECONDS


def waits(port: int, bodies: list[tuple[bytes, str]]) -> list[float]:
    """Return the seconds that each of these signed bodies waited for its 200, the shortest first."""
    found: list[float] = []
    begin = time.monotonic() + 0.2
    threads = [
        threading.Thread(target=_send, args=(port, bodies, first, begin, found)) for first in range(SENDERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def _send(port: int, bodies: list[tuple[bytes, str]], first: int, begin: float, found: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in range(first, len(bodies), SENDERS):
        time.sleep(max(0.0, begin + number / PER_SECOND - time.monotonic()))
        begun = time.perf_counter()
        body, signature = bodies[number]
        connection.request("POST", "/callback", body, {"X-Line-Signature": signature})
        answer = connection.getresponse()
        answer.read()
        found.append(time.perf_counter() - begun)
        if answer.status != 200:
            raise SystemExit(f"the bot answered {answer.status}")
