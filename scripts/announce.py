"""Says where the simulator is once the bot answers: announce.py ADDRESS PID, where PID is the bot's own process."""

import os
import sys
import time
import urllib.error
import urllib.request


def main(address: str, pid: int) -> None:
    print(f"Starting the demo at {address}/simulator …", flush=True)
    while is_alive(pid):
        if is_ready(address):
            print(
                f"\n  The chat simulator is ready: open {address}/simulator   (Ctrl+C stops it)\n", flush=True
            )
            return
        time.sleep(0.3)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=2) as answer:  # noqa: S310  our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
