"""What the server does before it listens: nothing is left behind."""

import sys

import pytest
from sqlalchemy import func, select

from models.inbox import Event
from web.warm_up import warm_up


@pytest.fixture
def interval():
    """Python's own interval, given back in the end."""
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_nothing_is_stored_and_nobody_is_asked_to_work(house, interval):
    warm_up(house, works=False)
    with house.db.read() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 0
        assert house.work.vitals(session).waiting == 0
    assert sys.getswitchinterval() == interval


def test_webhooks_do_not_wait_long_for_the_thread_that_handles(house, interval):
    warm_up(house, works=True)
    assert sys.getswitchinterval() < interval
