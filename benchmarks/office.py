"""An office for a bot under trial: the demo's plan and cast, which the bot is told are real people."""

from datetime import UTC, datetime, timedelta

from bot import build_house
from engine.clock import SettableClock
from engine.whose import DEMO
from migrations import migrate
from models.province import provinces
from samples.cast import cast
from samples.demo import load_demo
from settings import load
from web.stand_in import LineStandIn


def move_in(settings: dict[str, str], line: LineStandIn, seconds_off: float = 0.0) -> list[str]:
    """Put the office into the bot's database, and return the LINE user ids of its people."""
    now = datetime.now(UTC) + timedelta(seconds=seconds_off)
    house = build_house(load(settings), clock=SettableClock(start=now), threads=0)
    migrate(house.settings.database_url)
    load_demo(house, line.add_friend)
    with house.db.write() as session:
        for province in provinces(session):
            province.chosen = {name: value for name, value in province.chosen.items() if name != DEMO}
    house.db.close()
    return [member.line_user_id for member in cast()]
