"""When the bot itself is unwell the provincial office hears of it once, and once more when it is well again."""

import shutil
from collections import namedtuple
from datetime import timedelta

import pytest

from jobs.schedule import SCHEDULE
from jobs.watch_self import watch_self
from models.inbox import Event
from tests.days import day_comes, moment
from tests.office import user_id
from tests.phones import words_of

Usage = namedtuple("Usage", "total used free")
NOON = moment(5, 6, 12)


@pytest.fixture
def at_noon(house, clock, office, phones):
    """Everything that was due has run."""
    day_comes(house, clock, NOON)


def told(line):
    return [words for message in line.pushes(user_id("อนงค์")) if "ระบบตามงาน" in (words := words_of(message))]


def look(house, phones):
    counts = watch_self(house)
    phones.settle()
    return counts


def fill_disk(monkeypatch, free):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 10**12 - free, free))


def test_a_well_bot_says_nothing(house, phones, line, at_noon):
    assert look(house, phones) == {"troubles": 0, "begun": 0, "ended": 0, "told": 0}
    assert told(line) == []


def test_a_full_disk_is_told_once_and_so_is_that_there_is_room(house, phones, line, at_noon, monkeypatch):
    fill_disk(monkeypatch, 5_000_000)
    assert look(house, phones)["told"] == 1
    assert look(house, phones) == {"troubles": 1, "begun": 0, "ended": 0, "told": 0}
    assert len(told(line)) == 1 and "พื้นที่เก็บข้อมูลใกล้เต็ม" in told(line)[0]
    fill_disk(monkeypatch, 10**11)
    assert look(house, phones)["ended"] == 1
    assert look(house, phones)["ended"] == 0
    assert len(told(line)) == 2 and "กลับมาปกติ" in told(line)[1]
    fill_disk(monkeypatch, 5_000_000)
    look(house, phones)
    assert len(told(line)) == 3, "the same trouble another time is another trouble"


def test_only_the_office_is_told(house, phones, line, at_noon, monkeypatch):
    fill_disk(monkeypatch, 0)
    before = {name: len(line.pushes(user_id(name))) for name in ("สมชาย", "มาลี", "ท่านผู้ว่าฯ", "ประสิทธิ์")}
    look(house, phones)
    assert {name: len(line.pushes(user_id(name))) for name in before} == before


def test_messages_that_wait_too_long(house, clock, phones, line, at_noon):
    with house.db.write() as session:
        row = {
            "webhook_event_id": "01WAIT", "channel": "default", "lane": "default:nobody", "timestamp_ms": 1,
            "body": '{"type": "message"}', "received_at": clock.now(),
        }  # fmt: skip
        session.add(Event(**row))
    clock.set(NOON + timedelta(minutes=4))
    assert watch_self(house)["troubles"] == 0
    clock.set(NOON + timedelta(minutes=6))
    assert watch_self(house)["begun"] == 1
    phones.settle()
    assert "รอตอบเกินห้านาที" in told(line)[0]
    assert look(house, phones)["ended"] == 1


def test_a_duty_that_fails_again_and_again(house, clock, office, phones, line, at_noon, monkeypatch):
    def broken(_run):
        raise RuntimeError("broken")

    weekly = next(duty for duty in SCHEDULE if duty.name == "weekly-escalation")
    whole = weekly.run
    object.__setattr__(weekly, "run", broken)
    try:
        day_comes(house, clock, moment(5, 17))
        assert look(house, phones)["troubles"] == 0
        day_comes(house, clock, moment(5, 17, 8, 45))
        look(house, phones)
    finally:
        object.__setattr__(weekly, "run", whole)
    assert "“สรุปประจำสัปดาห์” ถึงเวลาแล้วแต่ยังไม่ได้ทำ" in told(line)[0]
    day_comes(house, clock, moment(5, 17, 8, 50))
    look(house, phones)
    assert "“สรุปประจำสัปดาห์” ทำแล้ว" in told(line)[1]


def test_pushes_that_line_refuses(house, clock, office, phones, line):
    line.fail_next(3, 400, {"message": "The request body has 1 error(s)"}, "/v2/bot/message/push")
    day_comes(house, clock, moment(5, 3))
    assert look(house, phones)["begun"] == 1
    assert "LINE ไม่รับข้อความ" in told(line)[-1]
    clock.set(moment(5, 3, 10))
    assert look(house, phones)["ended"] == 1


def test_at_night_it_waits_for_the_morning(house, clock, office, phones, line, at_noon, monkeypatch):
    clock.set(moment(5, 6, 22))
    fill_disk(monkeypatch, 0)
    look(house, phones)
    assert told(line) == []
    clock.set(moment(5, 7, 8))
    phones.settle()
    assert len(told(line)) == 1
