"""A bot and a LINE for one example of a property test: SQLite, one thread, a clock that stands still, and sudden deaths."""

import atexit
import contextlib
import os
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from sqlalchemy import event

from bot import build_house
from engine.clock import BANGKOK, StoppedClock
from engine.database import Database
from engine.house import House
from migrations import migrate
from settings import load
from tests.colleagues import colleague
from tests.office import CAST, found_office, user_id
from web.stand_in import LineStandIn
from web.stand_in.server import Server
from wiring import served

BEGINS = datetime(2021, 5, 4, 9, 0, tzinfo=BANGKOK)  # a Tuesday
COLLEAGUE = "วีระ"  # an officer beside สมชาย, of 15
EXAMPLES = "PROPERTY_EXAMPLES"


def how_many(few: int) -> settings:
    """Return the settings of a state machine: the same `few` examples each time, or as many new ones as the variable says."""
    many = int(os.environ.get(EXAMPLES, "0"))
    return settings(
        max_examples=many or few,
        stateful_step_count=25,
        derandomize=not many,
        deadline=None,
        database=None,
        # The few are for finding out that something broke; making the example small takes minutes.
        phases=(Phase.generate, Phase.shrink) if many else (Phase.generate,),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


class Died(BaseException):
    """The process dies: nothing catches this on its way."""


class Trial:
    """The office of tests/office.py with a colleague and nothing reported; `house` is the process that lives now."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="trial-"))
        shutil.copy(_empty_office(), self.folder / "bot.db")
        self.clock = StoppedClock(BEGINS)
        self.line = LineStandIn(now=self.clock.now).start()
        for name in (*CAST, COLLEAGUE):
            self.line.add_friend(user_id(name), name)
        self._steps_to_live: int | None = None
        self.house = self._born()
        self._door = Server(self._serve)
        self._door.start()
        self.line.callback_url = f"{self._door.url}/callback"

    def _born(self) -> House:
        house = build_house(load(self._settings()), clock=self.clock, threads=0)
        for moment in ("begin", "commit"):
            event.listen(house.db.engine, moment, self._count)
        self._app = served(house)
        return house

    def _serve(self, environ: Any, start: Any) -> Any:
        return self._app(environ, start)

    def _settings(self) -> dict[str, str]:
        return {
            "LINE_CHANNEL_SECRET": self.line.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": self.line.access_token,
            "LINE_API_BASE": self.line.base_url,
            "LINE_DATA_API_BASE": self.line.base_url,
            "DATABASE_URL": f"sqlite:///{self.folder / 'bot.db'}",
            "DATA_DIR": str(self.folder),
            "BURST_SECONDS": "0",
        }

    def _count(self, _connection: Any) -> None:
        if self._steps_to_live is not None:
            self._steps_to_live -= 1
            if self._steps_to_live < 0:
                raise Died

    def works(self) -> None:
        assert self.house.work.drain(), "the bot did not come to rest"

    def works_and_dies(self, steps: int) -> None:
        """Let it work, and die where a transaction begins or is about to commit, after so many; then start it again."""
        self._steps_to_live = steps
        with contextlib.suppress(Died):
            self.house.work.drain()
        self._steps_to_live = None
        self.starts_again()

    def starts_again(self) -> None:
        old, self.house = self.house, self._born()
        old.db.close()

    def time_passes(self, much: timedelta) -> None:
        self.clock.set(self.clock.now() + much)

    def told(self, name: str) -> list[dict[str, Any]]:
        """Return what the bot said to somebody: dict(message, how, …)."""
        return [each for each in self.line.conversation(user_id(name)) if each["from"] == "bot"]

    def end(self) -> None:
        self._door.stop()
        self.line.stop()
        self.house.db.close()
        shutil.rmtree(self.folder, ignore_errors=True)


_made: list[Path] = []


def _empty_office() -> Path:
    """Return the database that every example begins with, made once."""
    if not _made:
        folder = tempfile.mkdtemp(prefix="trial-office-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder) / "bot.db"
        migrate(f"sqlite:///{path}")
        database = Database(f"sqlite:///{path}")
        with database.write() as session:
            colleague(session, found_office(session, BEGINS), COLLEAGUE)
        database.close()
        _made.append(path)
    return _made[0]
