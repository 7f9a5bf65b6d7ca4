"""Who is given what: the house, the app with its routes and `flask` commands, and what the web server serves; wiring only.

A process loads what it does: one that only takes webhooks in has no Flask, no session and no mapped table before
somebody opens a page.
"""

from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from engine.clock import Clock, SettableClock
from engine.database import Database, when_it_answers
from engine.distributed import DistributedWork
from engine.embedded import EmbeddedWork
from engine.house import House
from engine.shutdown import at_exit, end_when_told
from engine.whose import holds_demo
from engine.work import Work
from logs import configure_logs
from migrations import migrate
from settings import Settings, SettingsError, exit_with, load_or_exit
from web.front import Application, Front, Late
from web.porter import Porter
from web.warm_up import settle_down, share_heaps, warm_up

if TYPE_CHECKING:
    from flask import Flask

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


def create_app(settings: Settings | None = None, house: House | None = None) -> "Flask":
    """Return the app with its routes and commands. Tasks and duties run only where serve() starts them."""
    import commands
    from web.pages import add_pages

    if house is None:
        house = build_house(settings or load_or_exit())
    app = _app_with_figures(house)
    app.extensions["build_house"] = build_house
    app.extensions["open_database"] = open_database
    app.extensions["start"] = start
    add_pages(app, house)
    commands.register(app)
    app.wsgi_app = Front(house, Porter(house, app.wsgi_app))  # type: ignore[method-assign, assignment]
    return app


def _app_with_figures(house: House) -> "Flask":
    """Return an app that tells the figures."""
    from web.metrics import metrics_blueprint

    app = _app(house)
    app.register_blueprint(metrics_blueprint(house))
    return app


def _pages(house: House) -> "Flask":
    """Return an app with nothing but the pages that links open."""
    from web.pages import add_pages

    app = _app(house)
    add_pages(app, house)
    return app


def _app(house: House) -> "Flask":
    """Return an app without routes."""
    from flask import Flask

    from web.headers import guard
    from web.rate import limit

    app = Flask("tamngan", static_folder=None)
    app.extensions["house"] = house
    app.before_request(limit(house.clock))
    app.after_request(guard(house.settings))
    return app


def served(house: House) -> Application:
    """Return all of it: figures and pages are made when somebody first asks for one."""
    figures = Late(lambda: _app_with_figures(house))
    return Front(house, Porter(house, figures, paths=("/metrics",)), Late(lambda: _pages(house)))


def serving_app() -> Application:
    """Return what the web server serves, with engine and clock running. Exits with one line on bad settings."""
    settings = load_or_exit(serving=True)
    end_when_told()
    if settings.demo:
        return _demo_app(settings)
    house = build_house(settings, works=settings.work_in_web)
    open_database(house, is_demo=False)
    warm_up(house, works=settings.work_in_web)
    start(house, works=settings.work_in_web)
    return served(house)


def _demo_app(settings: Settings) -> Application:
    from web.demo import Demo

    demo = Demo(settings)
    house = build_house(demo.settings, clock=demo.clock)
    open_database(house, is_demo=True)
    demo.furnish(house)
    start(house)
    app = _app_with_figures(house)
    demo.add_simulator(app, house)
    return Front(house, Porter(house, app), Late(lambda: _pages(house)))


def open_database(house: House, is_demo: bool) -> None:
    """Bring the database up to date; exits with one line where invented people would meet real ones."""
    try:
        held = when_it_answers(lambda: _held(house), 0 if house.db.is_sqlite else SECONDS_FOR_DATABASE)
    except OperationalError:
        exit_with(SettingsError("DATABASE_URL", "a database that answers; this one does not"))
    if held is not None and held is not is_demo:
        what = "the demo's invented office" if held else "a real office"
        exit_with(SettingsError("DATABASE_URL", f"another database: this one holds {what}"))


def _held(house: House) -> bool | None:
    migrate(house.settings.database_url)
    with house.db.look() as connection:
        return holds_demo(connection)


def start(house: House, works: bool = True) -> None:
    """Start engine and clock where this process `works`, and stop them with it; elsewhere both are others' business."""
    share_heaps()
    if works:
        from jobs.learn import learn
        from jobs.ticker import Ticker

        learn(house)
        house.work.start()
        at_exit(house.work.stop)
        house.ticker = Ticker(house)
        house.ticker.start()
        at_exit(house.ticker.stop)
    settle_down()
