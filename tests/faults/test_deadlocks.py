"""A duty and whoever else writes to people hold each other's rows: PostgreSQL ends one, and it is done again by itself."""

import threading
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot import build_house
from cards.card import say
from jobs import pending, push, ticker
from jobs.duty import Duty, Run, day_of
from jobs.notify import notify
from jobs.push import push_waiting
from jobs.ticker import TICK_SECONDS, tick
from line import window
from models.fire import Fire
from models.notice import Notice, Sent
from rules.urgency import Urgency
from tests.days import day_comes, moment
from tests.office import user_id
from tests.phones import words_of

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
PUSH = "/v2/bot/message/push"
NOW = moment(5, 3)
DEADLOCK = "40P01"
# PostgreSQL looks for a deadlock after a while; a wait that nobody ends would last for ever.
MOST_SECONDS = 10.0


@pytest.fixture
def other(house):
    """Another process on the same database: the one whose clock ticks."""
    built = build_house(house.settings, clock=house.clock, threads=0)
    yield built
    built.db.close()


def tell(run, people, name, words):
    notify(run, run.session.merge(people[name]), [say(words)], kind=words, key="1", urgency=Urgency.REMINDER)


@pytest.fixture
def duty(office, monkeypatch):
    """Make a duty that has something to say to people, one after another in its transaction."""

    def only(*names):
        def run(run):
            for name in names:
                tell(run, office.people, name, "เรื่องที่สอง")
            return {"people": len(names)}

        never = lambda _day, _calendar: moment(5, 31)  # noqa: E731
        made = Duty("test", "30 8 * * *", run, never, Urgency.REMINDER, ("เรื่องที่สอง",))
        for module in (ticker, pending):
            monkeypatch.setattr(module, "SCHEDULE", (made,))

    return only


class Meeting:
    """Two transactions that meet behind their first lock; of the two the one that `gives_way` looks for deadlocks first."""

    def __init__(self, gives_way):
        self._gate, self._gives_way = threading.Barrier(2), gives_way
        self.has_begun = threading.Event()
        self.ended = []

    @contextmanager
    def of(self, who, db, is_lock):
        met = []

        def behind(_connection, cursor, statement, *_more):
            if not met and is_lock(" ".join(statement.split())):
                met.append(statement)
                self.has_begun.set()
                looks_after = 1.5 if who == self._gives_way else MOST_SECONDS
                cursor.connection.execute(f"SET LOCAL deadlock_timeout = '{looks_after}s'")
                self._gate.wait(MOST_SECONDS)

        def failed(context):
            is_ours = context.engine.pool is db.engine.pool
            if is_ours and getattr(context.original_exception, "sqlstate", None) == DEADLOCK:
                self.ended.append(who)

        event.listen(db.engine, "after_cursor_execute", behind)
        event.listen(db.engine, "handle_error", failed)
        yield
        event.remove(db.engine, "after_cursor_execute", behind)
        event.remove(db.engine, "handle_error", failed)


def at_once(*doings):
    """Run these side by side, and return how many seconds it took; what one of them raises is raised here."""
    broken, began = [], time.monotonic()

    def run(do):
        try:
            do()
        except Exception as error:
            broken.append(error)

    threads = [threading.Thread(target=run, args=(do,), daemon=True) for do in doings]
    for each in threads:
        each.start()
    for each in threads:
        each.join(MOST_SECONDS)
    assert not any(each.is_alive() for each in threads), "somebody waits for ever"
    assert not broken, broken
    return time.monotonic() - began


def written_for_today(house, office, clock):
    """Let the pushes of the day wait."""
    with house.db.write() as session:
        run = Run(session, house, session.merge(office.province), clock.now(), day_of(clock.now()))
        for name in ("สมชาย", "ประสิทธิ์"):
            tell(run, office.people, name, "เรื่องที่หนึ่ง")


def states(house):
    with house.db.read() as session:
        return [(row.kind, row.recipient, row.state) for row in session.query(Notice).order_by(Notice.id)]


def told_in_the_end(house, other, clock, line):
    """Let the clock tick again and days pass; return what was pushed to สมชาย and to ประสิทธิ์."""
    clock.set(NOW + timedelta(seconds=TICK_SECONDS))
    tick(other)
    assert house.work.drain()
    with house.db.read() as session:
        assert [row.counts for row in session.query(Fire)] == [{"people": 2}], "the duty ran, once"
    day_comes(house, clock, moment(5, 5))
    return [[words_of(each) for each in line.pushes(user_id(name))] for name in ("สมชาย", "ประสิทธิ์")]


@pytest.mark.parametrize("gives_way", ["push", "duty"])
def test_a_duty_and_a_turn_of_pushes_that_hold_each_other(
    house, other, office, duty, clock, phones, line, monkeypatch, gives_way
):
    """LINE fails with สมชาย's push and takes that of ประสิทธิ์, whose end is written first; the duty comes from the other side."""
    # One behind the other, and both ends written in one turn, however slow the machine is.
    monkeypatch.setattr(window, "AT_ONCE", 1)
    monkeypatch.setattr(push, "WRITE_AFTER_SECONDS", MOST_SECONDS)
    clock.set(NOW)
    duty("สมชาย", "ประสิทธิ์")
    written_for_today(house, office, clock)
    line.fail_next(1, 500, path_prefix=PUSH)
    meeting = Meeting(gives_way)

    def writes_ends(said):
        return said.startswith("UPDATE notices") and "request_id" in said

    with (
        meeting.of("push", house.db, writes_ends),
        meeting.of("duty", other.db, lambda said: "FROM notices" in said and said.endswith("FOR UPDATE")),
    ):
        seconds = at_once(
            lambda: push_waiting(house, "default"),
            lambda: (meeting.has_begun.wait(MOST_SECONDS), tick(other)),
        )
    assert meeting.ended == [gives_way], "PostgreSQL ended one of them"
    assert seconds < MOST_SECONDS
    sent = [to for kind, to, state in states(house) if state is Sent.SENT]
    assert sent == [user_id("ประสิทธิ์")], "what LINE took is written down, whoever was ended"

    assert told_in_the_end(house, other, clock, line) == [["เรื่องที่หนึ่ง", "เรื่องที่สอง"]] * 2
    assert {state for _kind, _to, state in states(house)} == {Sent.SENT}
    assert set(line.accepted.values()) == {1}


@pytest.mark.parametrize("gives_way", ["conversation", "duty"])
def test_a_duty_and_an_announcement_that_write_to_the_same_people_the_other_way_round(
    house, other, duty, clock, phones, line, gives_way
):
    clock.set(NOW)
    duty("ประสิทธิ์", "สมชาย")
    anong, meeting = phones["อนงค์"], Meeting(gives_way)
    anong.says("ประกาศ ขอให้ส่งรูป")
    line.tap(anong.user_id, anong.button("เฉพาะเจ้าหน้าที่")["data"])

    def takes_day(said):
        return said.startswith("INSERT INTO push_days")

    with meeting.of("conversation", house.db, takes_day), meeting.of("duty", other.db, takes_day):
        at_once(house.work.drain, lambda: tick(other))
    assert meeting.ended == [gives_way]
    # Whoever was ended is found by the sweep, or runs at the next tick.
    assert "ประกาศที่ 1" in anong.reads()
    for words in told_in_the_end(house, other, clock, line):
        assert len(words) == 2 and "เรื่องที่สอง" in words
        assert sum("ขอให้ส่งรูป" in each for each in words) == 1
    assert set(line.accepted.values()) == {1}
