"""A terminal: commands run on a fresh, migrated database, as an operator would type them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from bot import build_house, create_app
from engine.clock import StoppedClock
from engine.database import Database
from engine.house import House
from settings import load

Terminal = Callable[..., Result]


@pytest.fixture
def own_house(database_url: str, clock: StoppedClock, tmp_path: Path) -> Iterator[House]:
    """A bot without LINE: what commands need."""
    built = build_house(
        load({"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path / "data")}), clock=clock, threads=0
    )
    yield built
    built.db.close()


@pytest.fixture
def db(own_house: House) -> Database:
    return own_house.db


@pytest.fixture
def terminal(own_house: House) -> Terminal:
    """Return a function that runs one command and gives what it printed and its status."""
    runner = create_app(house=own_house).test_cli_runner()

    def run(*words: object) -> Result:
        result = runner.invoke(args=[str(word) for word in words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run
