"""Real processes on a PostgreSQL of their own, which may be killed like everything else."""

from collections.abc import Iterator

import pytest

from migrations import migrate
from tests.faults.processes import Processes
from tests.postgres import Postgres
from web.stand_in import LineStandIn


@pytest.fixture(scope="session")
def mortal_postgres() -> Iterator[Postgres]:
    """A server that no other test is on."""
    with Postgres(is_mortal=True) as server:
        server.prepare_template(migrate)
        yield server


@pytest.fixture
def living_line() -> Iterator[LineStandIn]:
    """LINE under the machine's own clock, for bots that are processes of their own."""
    with LineStandIn() as line:
        yield line


@pytest.fixture(scope="module")
def running(
    mortal_postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Processes, list[str]]]:
    """An office with people in it and two webs that leave all work to workers; starting them takes longer than a test."""
    with LineStandIn() as line, mortal_postgres.fresh_database() as url:
        processes = Processes(tmp_path_factory.mktemp("processes"), line, mortal_postgres, url)
        people = processes.move_in()
        for _ in range(2):
            processes.add_web()
        yield processes, people
        processes.end()


@pytest.fixture
def people(running: tuple[Processes, list[str]]) -> list[str]:
    return running[1]


@pytest.fixture
def processes(running: tuple[Processes, list[str]]) -> Iterator[Processes]:
    """The office with no worker yet, and all well at LINE."""
    processes, people = running
    processes.line.up()
    processes.line.recorder.requests.clear()
    processes.begin(people)
    yield processes
    processes.end_workers()
    processes.forget_what_waits()
