"""The front door: `python bot.py` serves, `flask --app bot` commands, and others take create_app() from here.

The process that watches the web server's child loads little but this; what the bot is made of is in wiring.py.
"""

from typing import TYPE_CHECKING, Any

from engine.shutdown import wake_when_told
from settings import load_or_exit

if TYPE_CHECKING:
    from wiring import build_house, create_app, open_database, serving_app, start

__all__ = ["build_house", "create_app", "open_database", "serve", "serving_app", "start"]
# Requests mostly wait for a commit, and those that wait together share one.
WEB_THREADS = 32
# The process that serves ends within ten seconds by itself (engine/shutdown.py); after these it is killed.
SECONDS_TO_KILL = 12


def __getattr__(name: str) -> Any:
    """Return what is wired together elsewhere, loaded when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import wiring

    return getattr(wiring, name)


def serve() -> None:
    """Run the web server until it is told to stop."""
    from granian.constants import Interfaces
    from granian.server import Server

    settings = load_or_exit(serving=True)
    wake_when_told()
    Server(
        "bot:serving_app",
        factory=True,
        address="0.0.0.0",  # noqa: S104  a hosting platform reaches us from outside the container
        port=settings.port,
        interface=Interfaces.WSGI,
        blocking_threads=max(WEB_THREADS, settings.threads),
        workers_kill_timeout=SECONDS_TO_KILL,
        log_access=False,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    serve()
