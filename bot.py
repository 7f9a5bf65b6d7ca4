"""The front door: create_app(), the routes and the `flask` commands; wiring only."""

import sys
from datetime import datetime

from flask import Flask

import commands
from engine.clock import BANGKOK, Clock, SettableClock
from engine.database import Database
from engine.embedded import EmbeddedWork
from engine.house import House
from engine.shutdown import at_exit
from engine.work import Work
from handlers.lane import handle_lane
from jobs.deliver import deliver
from jobs.fetch_evidence import fetch_evidence, forget_evidence
from jobs.loading import show_loading
from jobs.publish_menus import show_menu
from jobs.sweep import sweep
from jobs.ticker import Ticker
from line.gateway import gateways
from logs import configure_logs
from migrations import migrate
from settings import Settings, SettingsError, load
from web.callback import callback_blueprint
from web.form_download import form_blueprint
from web.health import health_blueprint
from web.photos import photos_blueprint

DEMO_BEGINS = datetime(2021, 5, 3, 8, 25, tzinfo=BANGKOK)


def build_house(settings: Settings, clock: Clock | None = None, threads: int | None = None) -> House:
    """Wire database, clock, gateways and engine; nothing runs yet."""
    house = House(
        settings=settings,
        db=Database(settings.database_url),
        clock=clock or _clock(settings),
        gateways=gateways(settings),
        # The tasks need the house, so the house comes first.
        work=None,  # type: ignore[arg-type]
    )
    house.work = _work(house, settings.threads if threads is None else threads)
    return house


def _clock(settings: Settings) -> Clock:
    """Return the machine's clock; in demo mode the one that the simulator sets."""
    return SettableClock(kept_in=settings.data_dir / "clock.json") if settings.demo else Clock()


def _work(house: House, threads: int) -> Work:
    tasks = {
        "handle": lambda key: handle_lane(house, key),
        "deliver": lambda key: deliver(house, key),
        "fetch": lambda key: fetch_evidence(house, key),
        "forget": lambda key: forget_evidence(house, key),
        "menu": lambda key: show_menu(house, key),
        "loading": lambda key: show_loading(house, key),
    }
    return EmbeddedWork(tasks, lambda: sweep(house), threads)


def create_app(settings: Settings | None = None, house: House | None = None) -> Flask:
    """Return the app with its routes and commands. Tasks and duties run only where serve() starts them."""
    if house is None:
        house = build_house(settings or _settings_or_exit())
    app = Flask("tamngan", static_folder=None)
    app.extensions["house"] = house
    app.extensions["build_house"] = build_house
    app.register_blueprint(callback_blueprint(house))
    app.register_blueprint(health_blueprint(house))
    app.register_blueprint(photos_blueprint(house))
    app.register_blueprint(form_blueprint(house))
    commands.register(app)
    return app


def serving_app() -> Flask:
    """Return the app with engine and clock running: what the web server loads. Exits with one line on bad settings."""
    settings = _settings_or_exit(serving=True)
    configure_logs()
    if settings.demo:
        from web.demo import demo_app

        return demo_app(settings, build_house, create_app, DEMO_BEGINS)
    migrate(settings.database_url)
    house = build_house(settings)
    return start(create_app(house=house), house)


def start(app: Flask, house: House) -> Flask:
    """Start engine and clock, and stop them with the process."""
    ticker = Ticker(house)
    house.work.start()
    ticker.start()
    at_exit(house.work.stop)
    at_exit(ticker.stop)
    app.extensions["ticker"] = ticker
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
        blocking_threads=settings.threads,
        log_access=False,
    ).serve()


def _settings_or_exit(serving: bool = False) -> Settings:
    try:
        settings = load()
        if serving:
            settings.require_line()
    except SettingsError as error:
        print(f"tamngan: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    return settings


if __name__ == "__main__":
    serve()
