"""How a process ends: it is told so by a signal, or ends by itself; what was started in it is stopped then, once."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.util import Finalize

SIGNALS = {signal.SIGTERM, signal.SIGINT}
# What callers are given to end what they ask; with it the process ends within ten seconds, as the engine does.
SECONDS_FOR_CALLERS = 8.0
_stops = ExitStack()
_stopping = threading.Lock()


def at_exit(stop: Callable[[], object]) -> None:
    """Run `stop` when this process ends, by itself or told to; what was registered last is stopped first.

    The web server forks its worker, and a forked worker leaves by os._exit, which passes `atexit` over.
    Multiprocessing's own finalizers run in both cases.
    """
    with _stopping:
        _stops.callback(stop)
    Finalize(None, stop_all, exitpriority=10)


def stop_all() -> None:
    """Stop what is registered and still runs; where that is under way already, wait for its end."""
    with _stopping:
        _stops.close()


class Told:
    """Hears SIGTERM and SIGINT, in whichever thread of this process they arrive, wherever Python has a handler for them.

    The kernel may give a signal to any thread. Python runs its handler in the main one, and does not wake that for it:
    a main thread that waits for a lock then waits on. So nobody may rely on handlers alone.
    """

    def __init__(self) -> None:
        self._heard, self._signals = socket.socketpair()
        self._signals.setblocking(False)
        signal.set_wakeup_fd(self._signals.fileno(), warn_on_full_buffer=False)

    def wait(self) -> None:
        """Return once this process has been told to end."""
        while self._heard.recv(1)[0] not in SIGNALS:
            pass


def wake_when_told(then: Callable[[], None] = lambda: None) -> None:
    """Let the main thread, which asks for this, run its handlers whichever thread the signals arrive in; and do `then`."""
    # This handler does nothing, but to run it the main thread wakes, and runs the others that are due.
    signal.signal(signal.SIGUSR1, lambda *_given: None)
    args = Told(), threading.get_ident(), then
    threading.Thread(target=_hear, args=args, daemon=True, name="told").start()


def end_when_told() -> None:
    """Stop everything once this process is told to end, and end it soon after, whatever its server does.

    The web server lets requests end and then returns. It waits as long as it takes for one whose caller has gone
    silent in the middle of it, so neither the engine nor the end of the process may wait for the server.
    """
    wake_when_told(_end)


def _hear(told: Told, main_thread: int, then: Callable[[], None]) -> None:
    while True:
        told.wait()
        signal.pthread_kill(main_thread, signal.SIGUSR1)
        then()


def _end() -> None:
    until = time.monotonic() + SECONDS_FOR_CALLERS
    try:
        stop_all()
    finally:
        time.sleep(max(0.0, until - time.monotonic()))
        end_now()


def end_now() -> None:
    """End this process: whatever still hangs in it must not keep it. Rows are as they were, and others take them up."""
    sys.stderr.flush()
    os._exit(0)
