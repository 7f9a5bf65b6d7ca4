"""Demo mode: the bot, its clock and the chat simulator on one machine, with a stand-in for LINE and an invented cast."""

import atexit
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from flask import Flask, redirect
from werkzeug.wrappers import Response

from engine.clock import BANGKOK, SettableClock
from engine.house import House
from jobs.publish_menus import publish_menus
from jobs.ticker import Ticker, tick, upcoming
from migrations import migrate
from samples.cast import cast
from samples.demo import load_demo
from settings import Channel, Settings
from thai import writing
from web.simulator import simulator_blueprint
from web.simulator.demo import Row
from web.stand_in import LineStandIn

MOST_STEPS = 400


class SimulatedTime:
    """The clock box of the simulator: moving it forward runs every duty in between, at its own moment."""

    def __init__(self, house: House, clock: SettableClock, ticker: Ticker) -> None:
        self._house, self._clock, self._ticker = house, clock, ticker

    def now(self) -> datetime:
        return self._clock.now()

    def advance_to(self, target: datetime) -> list[Row]:
        """Move on to `target`; return each duty that ran as dict(duty, due, counts). Going back runs nothing."""
        ran = []
        for _step in range(MOST_STEPS):
            due = [moment for moment, _name in upcoming(self._house, self._clock.now()) if moment <= target]
            if not due:
                break
            self._clock.set(due[0])
            ran += tick(self._house)
            self._house.work.drain()
        self._clock.set(target)
        ran += tick(self._house)
        self._house.work.drain()
        return [{"duty": name, "due": due, "counts": counts} for name, due, counts in ran]

    def upcoming(self, count: int) -> list[Row]:
        found = upcoming(self._house, self._clock.now())
        return [{"duty": name, "due": moment.astimezone(BANGKOK)} for moment, name in found[:count]]


def demo_app(
    settings: Settings,
    build_house: Callable[..., House],
    create_app: Callable[..., Flask],
    begins: datetime,
) -> Flask:
    """Return the app with simulator, everything running."""
    clock = SettableClock(start=begins, kept_in=settings.data_dir / "clock.json")
    line = LineStandIn(now=clock.now)
    line.start()
    line.callback_url = f"http://127.0.0.1:{settings.port}/callback"
    channel = Channel("default", line.channel_secret, line.access_token)
    settings = replace(
        settings, channels=(channel,), line_api_base=line.base_url, line_data_api_base=line.base_url
    )
    migrate(settings.database_url)
    house = build_house(settings, clock=clock)
    load_demo(house, line.add_friend)
    publish_menus(house)
    app = create_app(house=house)
    ticker = Ticker(house)
    app.register_blueprint(simulator_blueprint(line, _cast, SimulatedTime(house, clock, ticker)))
    app.add_url_rule("/", "home", _home)
    house.work.start()
    ticker.start()
    for stop in (line.stop, house.work.stop, ticker.stop):
        atexit.register(stop)
    return app


def _cast() -> list[dict[str, str]]:
    """Return the people of the demo as the simulator lists them."""
    return [
        {
            "user_id": member.line_user_id,
            "name": member.name,
            "role": writing.role_name(member.role),
            "agency": member.agency or "",
            "note": member.post_title,
        }
        for member in cast()
    ]


def _home() -> Response:
    return redirect("/simulator")
