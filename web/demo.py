"""Demo mode: the bot, its clock and the chat simulator on one machine, with a stand-in for LINE and an invented cast."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from flask import Flask, redirect
from werkzeug.wrappers import Response

from engine.clock import SettableClock
from engine.house import House
from engine.shutdown import at_exit
from jobs.publish_menus import publish_menus
from jobs.ticker import Ticker
from migrations import migrate
from samples.cast import cast
from samples.demo import load_demo
from settings import Channel, Settings
from thai import writing
from web.simulated_time import SimulatedTime
from web.simulator import simulator_blueprint
from web.stand_in import LineStandIn


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
    app.register_blueprint(simulator_blueprint(line, _cast, SimulatedTime(house, clock)))
    app.add_url_rule("/", "home", _home)
    house.work.start()
    ticker.start()
    for stop in (line.stop, house.work.stop, ticker.stop):
        at_exit(stop)
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
