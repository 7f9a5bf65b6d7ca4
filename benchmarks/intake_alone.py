"""The bot as it takes webhooks in and handles none: how long storing takes by itself, for benchmarks.webhooks.

On SQLite the settings do not allow that, since no other process could do the work.
"""

from bot import build_house, open_database
from settings import load_or_exit
from web.front import Application
from web.warm_up import warm_up
from wiring import served


def taking_in() -> Application:
    """Return what the web server serves, with an engine that stands still."""
    house = build_house(load_or_exit(serving=True), threads=0)
    open_database(house, is_demo=False)
    warm_up(house, works=False)
    return served(house)


app = taking_in()
