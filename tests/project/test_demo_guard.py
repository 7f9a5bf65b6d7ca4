"""Invented people never meet real ones: a database belongs to the demo or to an office, for good."""

import pytest

from bot import open_database
from models.province import ensure_province, mark_as_demo


def test_a_real_bot_refuses_the_demos_database(house, clock, capsys):
    with house.db.write() as session:
        mark_as_demo(ensure_province(session, "เพชรบุรี", clock.now()))
    with pytest.raises(SystemExit):
        open_database(house, is_demo=False)
    assert "DATABASE_URL" in capsys.readouterr().err
    open_database(house, is_demo=True)


def test_the_demo_refuses_a_real_office(house, office, capsys):
    with pytest.raises(SystemExit):
        open_database(house, is_demo=True)
    assert "real office" in capsys.readouterr().err
    open_database(house, is_demo=False)
