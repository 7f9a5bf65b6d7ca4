"""The disk is full, takes nothing, or may only be read: LINE is told 503 and never 200, and all goes on by itself later."""

import os
import time

import pytest
import urllib3
from sqlalchemy import event, select

from benchmarks.running_bot import RunningBot, settings_of
from engine.database import Database
from models.evidence import Evidence, Kept
from models.inbox import Event, Handled
from tests.faults.disks import BrokenDisk, FullDisk, may_mount, no_file_beyond
from web.stand_in import redelivered

QUICKLY_SECONDS = 12.0  # SQLite's own patience is ten seconds
PHOTO = b"\xff\xd8\xff\xe0" + os.urandom(6 * 1024 * 1024)


@pytest.fixture(params=["full", "broken"])
def disk(request, tmp_path):
    """A disk without room (a file system of its own, where we may mount one), or one on which every write fails."""
    made = FullDisk(tmp_path) if request.param == "full" and may_mount() else BrokenDisk(tmp_path)
    yield made
    made.end()


@pytest.fixture
def bot(disk, living_line):
    """The real process, with its database, its files and its log on that disk."""
    line = living_line
    given = settings_of(disk.folder, line.channel_secret, line.access_token, line.base_url)
    bot = RunningBot("bot", disk.folder, {**given, "THREADS": "2"})
    bot.start()
    line.callback_url = bot.callback_url
    yield bot
    bot.kill()


def posted(line, events):
    """Post each event in a body of its own, and return the statuses and how long the slowest took."""
    statuses, slowest = [], 0.0
    for each in events:
        began = time.monotonic()
        statuses.append(line.deliver([each]))
        slowest = max(slowest, time.monotonic() - began)
    return statuses, slowest


def greetings(line, people):
    with line.holding() as held:
        for person in people:
            line.say(person, "สวัสดี" + "ครับ" * 300)
    return held


def answers(line, person):
    return sum(each["from"] == "bot" for each in line.conversation(person))


def stored(url):
    db = Database(url)
    with db.read() as session:
        rows = {row.webhook_event_id: row.state for row in session.scalars(select(Event))}
    db.close()
    return rows


def test_never_200_for_what_is_not_stored_and_on_it_goes_when_the_disk_is_well_again(bot, disk, living_line):
    line = living_line
    people = [line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(24)]
    first, rest = people[:4], people[4:]
    assert posted(line, before := greetings(line, first))[0] == [200] * len(first)
    assert line.wait_for(lambda: all(answers(line, person) for person in first), 20), bot.log()

    disk.breaks(bot.process.pid)
    statuses, slowest = posted(line, during := greetings(line, rest))
    assert set(statuses) <= {200, 503} and 503 in statuses, statuses
    assert slowest < QUICKLY_SECONDS
    health = urllib3.request("GET", f"http://127.0.0.1:{bot.port}/healthz", timeout=5)
    assert health.status == 200
    time.sleep(1.0)  # the threads meet the disk as well
    disk.mends(bot.process.pid)

    refused = [redelivered(each) for each, status in zip(during, statuses, strict=True) if status == 503]
    assert posted(line, refused)[0] == [200] * len(refused)
    assert line.wait_for(lambda: all(answers(line, person) for person in rest), 40), bot.log()[-3000:]
    assert bot.process.poll() is None, "it was never started again"
    bot.stop()
    assert stored(bot.settings["DATABASE_URL"]) == {
        each["webhookEventId"]: Handled.DONE for each in before + during
    }
    assert [answers(line, person) for person in people] == [1] * len(people)


@pytest.fixture
def read_only(house):
    """A switch: while it is on, the database may be read and not written."""
    switch = {"is_on": False}

    def taken(connection, _record, _proxy):
        connection.execute(f"PRAGMA query_only={'ON' if switch['is_on'] else 'OFF'}")

    event.listen(house.db.engine, "checkout", taken)
    return switch


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_a_disk_that_may_only_be_read_nothing_is_promised_sent_or_given_up(
    house, office, phones, line, read_only
):
    somchai = phones["สมชาย"]
    line.say(somchai.user_id, "ช่วยเหลือ")  # taken in before
    read_only["is_on"] = True
    with line.holding() as held:
        line.say(somchai.user_id, "กำหนดส่ง")
    assert line.deliver(held) == 503
    for _ in range(5):
        phones.settle()
    assert line.sent == []

    read_only["is_on"] = False
    assert line.deliver([redelivered(held[0])]) == 200
    phones.settle()
    assert answers(line, somchai.user_id) == 2
    with house.db.read() as session:
        assert [(row.state, row.attempts) for row in session.scalars(select(Event))] == [
            (Handled.DONE, 0)
        ] * 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_photo_on_a_full_disk_is_fetched_later_and_leaves_no_half_files(house, office, phones, line):
    somchai = phones["สมชาย"]
    line.send_image(somchai.user_id, PHOTO)
    with no_file_beyond(len(PHOTO) // 2):
        for _ in range(4):
            phones.settle()
    with house.db.read() as session:
        assert [each.state for each in session.scalars(select(Evidence))] == [Kept.WANTED]
    assert [path for path in house.files.rglob("*") if path.is_file()] == []

    phones.settle()
    with house.db.read() as session:
        assert [each.state for each in session.scalars(select(Evidence))] == [Kept.STORED]
    (path,) = [path for path in house.files.rglob("*") if path.is_file()]
    assert path.read_bytes() == PHOTO
