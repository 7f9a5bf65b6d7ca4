"""What every test can ask for: a real database of each kind, the house, LINE's stand-in, and the cast's phones."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot import build_house, create_app
from engine.clock import BANGKOK, StoppedClock
from engine.database import Database
from engine.house import House
from migrations import migrate
from settings import Settings, load
from tests.compiled import keep_compiled_statements
from tests.office import Office, found_office
from tests.phones import Phones
from tests.postgres import Postgres
from web.stand_in import LineStandIn
from web.stand_in.server import Server

keep_compiled_statements()
MORNING_OF_3_MAY = datetime(2021, 5, 3, 8, 25, tzinfo=BANGKOK)
# Rooms whose tests take long: they begin, so that no worker is left with one in the end.
LONG = {"year", "faults", "browser", "papers"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.parent.name not in LONG)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL server with a migrated database to copy from."""
    with Postgres() as server:
        server.prepare_template(migrate)
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh, migrated database; every test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        path = tmp_path / "tamngan.db"
        shutil.copy(request.getfixturevalue("empty_sqlite"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgres")
    with server.clean_database() as url:
        yield url


@pytest.fixture
def db(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def clock() -> StoppedClock:
    """Monday 3 May 2021, 08:25: the first working day after 1 May."""
    return StoppedClock(MORNING_OF_3_MAY)


@pytest.fixture
def line(clock: StoppedClock) -> Iterator[LineStandIn]:
    """LINE, as far as the bot can tell. What the bot sends is kept for the check against LINE's contract.

    Whatever a test is about, no push may be accepted twice, and no retry key used again once LINE has forgotten it.
    """
    folder = os.environ.get("LINE_REQUESTS_DIR")
    record_to = Path(folder) / f"{os.getpid()}.jsonl" if folder else None
    stand_in = LineStandIn(now=clock.now, record_to=record_to)
    stand_in.start()
    yield stand_in
    stand_in.stop()
    assert set(stand_in.accepted.values()) <= {1}
    assert stand_in.used_late == []


@pytest.fixture
def settings(line: LineStandIn, database_url: str, tmp_path: Path) -> Settings:
    return load(
        {
            "LINE_CHANNEL_SECRET": line.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": line.access_token,
            "LINE_API_BASE": line.base_url,
            "LINE_DATA_API_BASE": line.base_url,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path / "data"),
            "BURST_SECONDS": "0",
        }
    )


@pytest.fixture
def house(settings: Settings, clock: StoppedClock, line: LineStandIn) -> Iterator[House]:
    """The bot, reachable for LINE over HTTP; its tasks run when a test drains them."""
    built = build_house(settings, clock=clock, threads=0)
    server = Server(create_app(house=built))
    server.start()
    line.callback_url = f"{server.url}/callback"
    yield built
    server.stop()
    built.db.close()


@pytest.fixture
def office(house: House, clock: StoppedClock) -> Office:
    """The province with its plan and cast, and no report yet."""
    with house.db.write() as session:
        return found_office(session, clock.now())


@pytest.fixture
def phones(house: House, line: LineStandIn, office: Office) -> Phones:
    """The cast's phones."""
    return Phones(house, line)
