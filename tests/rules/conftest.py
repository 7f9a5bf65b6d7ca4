"""What the tests of the rules share: the offices' calendar, worked out once."""

import pytest

from rules.calendar import thai_calendar


@pytest.fixture(scope="session")
def calendar():
    return thai_calendar()
