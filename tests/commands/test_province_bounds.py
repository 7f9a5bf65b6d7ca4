"""province-bounds: อนงค์ says where the province lies."""

import pytest
from sqlalchemy import select

from models.province import Province, bounds_of
from rules.bounds import Bounds
from tests.office import found_office


@pytest.fixture
def office(db, clock):
    with db.write() as session:
        return found_office(session, clock.now())


def bounds(db):
    with db.read() as session:
        return bounds_of(session.scalars(select(Province)).one())


def test_the_bounds_are_kept_and_can_be_changed(terminal, db, office):
    assert bounds(db) is None
    result = terminal("province-bounds", "--province", "เพชรบุรี", 12.5, 99.05, 13.35, 100.15)
    assert result.exit_code == 0 and "เพชรบุรี: 12.5 to 13.35 north" in result.output
    assert terminal("province-bounds", 12.4, 99, 13.4, 100.2).exit_code == 0
    assert bounds(db) == Bounds(12.4, 99, 13.4, 100.2)


@pytest.mark.parametrize(
    "edges",
    [
        (99.05, 12.5, 100.15, 13.35),
        (13.35, 99.05, 12.5, 100.15),
        ("nan", 99, 13, 100),
        ("south", 99, 13, 100),
    ],
)
def test_edges_that_are_no_rectangle_are_refused_in_one_line(terminal, db, office, edges):
    result = terminal("province-bounds", *edges)
    assert result.exit_code == 2 and "Traceback" not in result.output
    assert bounds(db) is None


def test_an_unknown_province_is_refused(terminal, office):
    result = terminal("province-bounds", "--province", "เชียงใหม่", 12.5, 99.05, 13.35, 100.15)
    assert result.exit_code == 2 and "เพชรบุรี" in result.stderr
