"""Demo mode: the bot, its clock and the chat simulator on one machine, with a stand-in for LINE and an invented cast."""

from dataclasses import replace
from datetime import datetime

from flask import Flask, redirect
from werkzeug.wrappers import Response

from engine.clock import BANGKOK, SettableClock
from engine.house import House
from engine.shutdown import at_exit
from jobs.publish_menus import publish_menus
from samples.cast import cast
from samples.demo import load_demo
from settings import Channel, Settings
from thai import writing
from web.simulated_time import SimulatedTime
from web.simulator import simulator_blueprint
from web.stand_in import LineStandIn

# The first working day after 1 May 2564: five minutes later the reminders for April go out.
BEGINS = datetime(2021, 5, 3, 8, 25, tzinfo=BANGKOK)


class Demo:
    """What a demo has beside the house: the stand-in for LINE, a clock that can be set, and settings that point at them."""

    def __init__(self, settings: Settings) -> None:
        self.clock = SettableClock(start=BEGINS, kept_in=settings.data_dir / "clock.json")
        self.line = LineStandIn(now=self.clock.now)
        self.line.start()
        self.line.callback_url = f"http://127.0.0.1:{settings.port}/callback"
        at_exit(self.line.stop)
        self.settings = replace(
            settings,
            channels=(Channel("default", self.line.channel_secret, self.line.access_token),),
            line_api_base=self.line.base_url,
            line_data_api_base=self.line.base_url,
        )

    def furnish(self, house: House) -> None:
        """Bring in the invented office, once, and give everyone a phone and a menu."""
        load_demo(house, self.line.add_friend)
        publish_menus(house)

    def add_simulator(self, app: Flask, house: House) -> None:
        """Serve the simulator, which the bare address leads to."""
        app.register_blueprint(simulator_blueprint(self.line, _cast, SimulatedTime(house, self.clock)))
        app.add_url_rule("/", "home", _home)


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
