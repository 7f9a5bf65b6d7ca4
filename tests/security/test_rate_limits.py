"""Floods: a person is asked once to slow down and loses nothing that was stored; an address waits a minute."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import create_app
from handlers import flood
from models.inbox import Event, Handled
from models.report import Report
from tests.office import user_id
from web.rate import MOST_ADDRESSES, PAGES_A_MINUTE, Rate


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setattr(flood, "MOST_A_MINUTE", 5)


def states(house):
    with house.db.read() as session:
        return [row.state for row in session.scalars(select(Event).order_by(Event.id))]


def test_who_floods_is_asked_once_and_loses_nothing_stored(house, office, phones, line, clock, narrow):
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    somchai.taps("ยืนยัน")
    for _time in range(8):
        line.say(user_id("สมชาย"), "สถานะ 13")
    said = somchai.reads()
    assert said.count("รอสักหนึ่งนาที") == 1
    assert states(house) == [Handled.DONE] * 5 + [Handled.SKIPPED] * 5
    with house.db.read() as session:
        assert len(session.scalars(select(Report)).all()) == 1
        assert all(session.scalars(select(Event.body)))
    assert "กิจกรรม" in phones["มาลี"].says("สถานะ 13")  # nobody else waits for it
    clock.set(clock.now() + timedelta(seconds=61))
    assert "45%" in somchai.says("สถานะ 13")


def test_an_album_is_no_flood(house, office, phones, line, narrow):
    for number in range(1, 9):
        line.send_image(user_id("สมชาย"), b"\xff\xd8\xff" + bytes([number]))
    phones["สมชาย"].reads()
    assert set(states(house)) == {Handled.DONE}


def test_an_address_that_asks_for_too_much_waits_a_minute(house, clock):
    browser = create_app(house=house).test_client()

    def ask(address="203.0.113.5", path="/photos/x", **more):
        headers = {"X-Forwarded-For": f"198.51.100.1, {address}"}
        return browser.get(path, headers=headers, **more).status_code

    assert [ask() for _time in range(PAGES_A_MINUTE)] == [404] * PAGES_A_MINUTE
    assert ask() == 429
    assert ask("203.0.113.6") == 404  # another address
    assert ask(path="/healthz") == 200  # machines that watch
    # Nobody from outside chooses who they are.
    direct = {"REMOTE_ADDR": "203.0.113.9"}
    assert [ask(f"10.0.0.{n % 250}", environ_overrides=direct) for n in range(PAGES_A_MINUTE + 1)][-1] == 429
    clock.set(clock.now() + timedelta(minutes=1))
    assert ask() == 404


def test_a_flood_of_addresses_stays_within_memory(clock):
    rate = Rate(clock)
    for number in range(MOST_ADDRESSES + 500):
        assert rate.take(str(number))
    assert len(rate._counts) <= MOST_ADDRESSES
