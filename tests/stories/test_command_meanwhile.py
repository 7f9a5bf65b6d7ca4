"""While a message is being thought about, a command changes what it was thought from: the answer knows of it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import func, select

from handlers import lane
from models.dialogue import Dialogue
from models.inbox import Event

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def command(database_url, monkeypatch):
    """Let another process change a row as soon as the next message was looked at for the first time."""
    said, times = [], []

    def meanwhile(turn, route=lane.route):
        assert turn.posts
        times.append(turn.event_id)
        if said:
            with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as other:
                other.execute(*said.pop())
                other.commit()
        return route(turn)

    monkeypatch.setattr(lane, "route", meanwhile)

    def run(statement, *values):
        said.append((statement, values))
        return times

    return run


def test_a_report_is_answered_as_the_command_left_things(house, office, phones, line, command):
    somchai = phones["สมชาย"]
    times = command("UPDATE people SET language = 'en' WHERE line_user_id = ?", somchai.user_id)
    card = somchai.says("13 45% เบิก 1.2 ล้าน")
    assert "Confirm" in " ".join(somchai.buttons()), card
    assert len(times) == 2 and len(set(times)) == 1, "it was thought about twice"
    assert len(line.sent) == 1
    with house.db.read() as session:
        assert session.scalar(select(func.count()).select_from(Dialogue)) == 1
        assert session.scalars(select(Event.attempts)).all() == [0]


def test_a_confirmed_report_is_stored_once(house, office, phones, line, command):
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิก 1.2 ล้าน")
    times = command("UPDATE people SET phone = '02-000-0000' WHERE line_user_id <> ?", somchai.user_id)
    assert "เลขรับ" in somchai.taps("ยืนยัน")
    assert len(times) == 3 and len(line.sent) == 2
    assert "เลขรับ" not in somchai.says("สถานะ 13")
    assert len(times) == 4, "and now nobody comes between"
