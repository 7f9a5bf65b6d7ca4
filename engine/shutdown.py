"""What runs when the process ends, however it was started."""

from collections.abc import Callable
from multiprocessing.util import Finalize


def at_exit(stop: Callable[[], object]) -> None:
    """Run `stop` when this process ends by itself or by SIGTERM; what was registered last is stopped first.

    The web server forks its worker, and a forked worker leaves by os._exit, which passes `atexit` over.
    Multiprocessing's own finalizers run in both cases.
    """
    Finalize(None, stop, exitpriority=10)
