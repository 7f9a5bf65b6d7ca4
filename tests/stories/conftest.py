"""People whom several stories begin with."""

import pytest

from tests.colleagues import colleague
from tests.office import MARCH, reported


@pytest.fixture
def wira(house, office, phones):
    """วีระ, a colleague of สมชาย's, who answers for activity 15 with him."""
    with house.db.write() as session:
        colleague(session, office)
    return phones.stranger("วีระ")


@pytest.fixture
def somchai(house, office, phones):
    """สมชาย, who has reported March of his three activities and owes April."""
    with house.db.write() as session:
        for no in (13, 14, 15):
            reported(session, office, no, MARCH, percent=30, baht=1_000_000)
    return phones["สมชาย"]
