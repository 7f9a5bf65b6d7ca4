"""How a process ends: it is told so by a signal, or ends by itself; what was started in it is stopped then, once."""

import functools
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
SECONDS_TO_END = 10.0
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


def wake_when_told() -> None:
    """Let the main thread run its handlers of SIGTERM and SIGINT, whichever thread they arrive in."""
    _beside(_wake_each_time)


def end_when_told() -> None:
    """Stop everything once this process is told to end, and end it within SECONDS_TO_END, whatever its server does.

    The web server lets requests end and then returns. It waits as long as it takes for one whose caller has gone
    silent in the middle of it, so neither the engine nor the end of the process may wait for the server.
    """
    _beside(_end)


def _beside(do: Callable[[Told, Callable[[], None]], None]) -> None:
    """Run `do` on a thread, with what hears and what wakes the main thread, which is the one that asks for it."""
    # This handler does nothing, but to run it the main thread wakes, and runs the others that are due.
    signal.signal(signal.SIGUSR1, lambda *_given: None)
    main = threading.get_ident()
    wake = functools.partial(signal.pthread_kill, main, signal.SIGUSR1)
    threading.Thread(target=do, args=(Told(), wake), daemon=True, name="told").start()


def _wake_each_time(told: Told, wake_main: Callable[[], None]) -> None:
    while True:
        told.wait()
        wake_main()


def _end(told: Told, wake_main: Callable[[], None]) -> None:
    told.wait()
    until = time.monotonic() + SECONDS_TO_END
    wake_main()
    try:
        stop_all()
    finally:
        time.sleep(max(0.0, until - time.monotonic()))
        end_now()


def end_now() -> None:
    """End this process: whatever still hangs in it must not keep it. Rows are as they were, and others take them up."""
    sys.stderr.flush()
    os._exit(0)
