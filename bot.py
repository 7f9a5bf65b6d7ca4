"""The front door: create_app(), the routes and the `flask` commands; wiring only."""

import gc
import sys
from typing import NoReturn

from flask import Flask
from sqlalchemy.exc import OperationalError

from engine.clock import Clock, SettableClock
from engine.database import Database, when_it_answers
from engine.distributed import DistributedWork
from engine.embedded import EmbeddedWork
from engine.house import House
from engine.shutdown import at_exit
from engine.work import Work
from logs import configure_logs
from migrations import migrate
from models.province import holds_demo
from settings import Settings, SettingsError, load
from web.front import Front, Late
from web.headers import guard
from web.health import health_blueprint
from web.metrics import metrics_blueprint
from web.rate import limit
from web.warm_up import warm_up

# Requests mostly wait for a commit, and those that wait together share one.
WEB_THREADS = 32
# A machine that has just been switched on may start the bot before PostgreSQL.
SECONDS_FOR_DATABASE = 15.0


def build_house(
    settings: Settings, clock: Clock | None = None, threads: int | None = None, *, works: bool = True
) -> House:
    """Wire database, clock, gateways and engine; nothing runs yet. One that never `works` loads no part that would."""
    configure_logs()
    house = House(
        settings=settings,
        db=Database(settings.database_url),
        clock=clock or _clock(settings),
        gateways={},
        # The tasks need the house, so the house comes first.
        work=None,  # type: ignore[arg-type]
    )
    threads = settings.threads if threads is None else threads
    house.work = _work(house, threads) if works else DistributedWork({}, list, house.db, threads)
    return house


def _clock(settings: Settings) -> Clock:
    """Return the machine's clock; in demo mode the one that the simulator sets."""
    return SettableClock(kept_in=settings.data_dir / "clock.json") if settings.demo else Clock()


def _work(house: House, threads: int) -> Work:
    """Give the house what handles and sends, and return the engine that runs it."""
    from jobs.clerk import Clerk
    from jobs.replies import Replies
    from jobs.sweep import sweep, take_over
    from jobs.tasks import tasks_of
    from line.gateway import gateways

    house.gateways, house.clerk = gateways(house.settings), Clerk()
    for gateway in house.gateways.values():
        gateway.sharers = lambda: house.work.sharers
    replies = Replies(house)
    tasks = tasks_of(house, replies)
    if house.db.is_sqlite:
        return EmbeddedWork(tasks, lambda: sweep(house), threads, replies, lambda: take_over(house))
    return DistributedWork(tasks, lambda: sweep(house), house.db, threads, replies)


def create_app(
    settings: Settings | None = None, house: House | None = None, *, has_commands: bool = True
) -> Flask:
    """Return the app with its routes and commands. Tasks and duties run only where serve() starts them."""
    if house is None:
        house = build_house(settings or _settings_or_exit())
    app = Flask("tamngan", static_folder=None)
    app.extensions["house"] = house
    app.extensions["build_house"] = build_house
    app.extensions["open_database"] = open_database
    app.extensions["start"] = start
    _protect(app, house)
    app.register_blueprint(health_blueprint(house))
    app.register_blueprint(metrics_blueprint(house))
    pages = None
    if has_commands:
        import commands  # what only operators need costs the web server nothing
        from web.pages import add_pages

        add_pages(app, house)
        commands.register(app)
    else:
        pages = Late(lambda: _pages(house))
    app.wsgi_app = Front(house, app.wsgi_app, pages)  # type: ignore[method-assign, assignment]
    return app


def _protect(app: Flask, house: House) -> None:
    app.before_request(limit(house.clock))
    app.after_request(guard(house.settings))


def _pages(house: House) -> Flask:
    """Return an app with nothing but the pages that links open."""
    from web.pages import add_pages

    app = Flask("tamngan", static_folder=None)
    _protect(app, house)
    add_pages(app, house)
    return app


def serving_app() -> Flask:
    """Return the app with engine and clock running: what the web server loads. Exits with one line on bad settings."""
    settings = _settings_or_exit(serving=True)
    if settings.demo:
        return _demo_app(settings)
    house = build_house(settings, works=settings.work_in_web)
    open_database(house, is_demo=False)
    warm_up(house, works=settings.work_in_web)
    return start(create_app(house=house, has_commands=False), house, works=settings.work_in_web)


def _demo_app(settings: Settings) -> Flask:
    from web.demo import Demo

    demo = Demo(settings)
    house = build_house(demo.settings, clock=demo.clock)
    open_database(house, is_demo=True)
    demo.furnish(house)
    app = start(create_app(house=house, has_commands=False), house)
    demo.add_simulator(app, house)
    return app


def open_database(house: House, is_demo: bool) -> None:
    """Bring the database up to date; exits with one line where invented people would meet real ones."""
    try:
        held = when_it_answers(lambda: _held(house), 0 if house.db.is_sqlite else SECONDS_FOR_DATABASE)
    except OperationalError:
        _exit(SettingsError("DATABASE_URL", "a database that answers; this one does not"))
    if held is not None and held is not is_demo:
        what = "the demo's invented office" if held else "a real office"
        _exit(SettingsError("DATABASE_URL", f"another database: this one holds {what}"))


def _held(house: House) -> bool | None:
    migrate(house.settings.database_url)
    with house.db.read() as session:
        return holds_demo(session)


def start(app: Flask, house: House, works: bool = True) -> Flask:
    """Start engine and clock where this process `works`, and stop them with it; elsewhere both are others' business."""
    if works:
        from jobs.ticker import Ticker

        house.work.start()
        at_exit(house.work.stop)
        ticker = Ticker(house)
        ticker.start()
        at_exit(ticker.stop)
        app.extensions["ticker"] = ticker
    gc.freeze()  # what is loaded stays: the collector need not go through all of it again and again
    return app


def serve() -> None:
    """Run the web server until it is told to stop."""
    from granian.constants import Interfaces
    from granian.server import Server

    settings = _settings_or_exit(serving=True)
    Server(
        "bot:serving_app",
        factory=True,
        address="0.0.0.0",  # noqa: S104  a hosting platform reaches us from outside the container
        port=settings.port,
        interface=Interfaces.WSGI,
        blocking_threads=max(WEB_THREADS, settings.threads),
        log_access=False,
        websockets=False,
    ).serve()


def _settings_or_exit(serving: bool = False) -> Settings:
    try:
        settings = load()
        if serving:
            settings.require_line()
    except SettingsError as error:
        _exit(error)
    return settings


def _exit(error: SettingsError) -> NoReturn:
    print(f"tamngan: {error}", file=sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    serve()
