"""Ten kills on each engine while people write, report and are reminded: nothing is lost and nothing happens twice.

`make torture` does the same two hundred times on each.
"""

import random
from contextlib import ExitStack

import pytest

from benchmarks.siege import Siege
from benchmarks.torture import TROUBLES

KILLS, KILLS_A_ROUND = 10, 5


@pytest.fixture
def siege(request, tmp_path):
    """A bot on the engine that the test names."""
    with ExitStack() as stack:
        if request.param == "embedded":
            made = Siege(tmp_path, people=6)
        else:
            server = request.getfixturevalue("mortal_postgres")
            url = stack.enter_context(server.fresh_database())
            made = Siege(tmp_path, people=6, server=server, database_url=url)
        stack.callback(made.end)
        made.start()
        yield made


@pytest.mark.timeout(300)
@pytest.mark.parametrize("siege", ["embedded", "distributed"], indirect=True)
def test_killed_again_and_again(siege):
    while siege.counts.kills.total() < KILLS:
        siege.round(KILLS_A_ROUND, random.choice(TROUBLES))
    counts = siege.judge()
    assert counts.wrong == []
    assert counts.messages == 2 * (6 * 3 + 2) and counts.confirmed == 2 and counts.reminders > 0
