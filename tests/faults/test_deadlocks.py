"""A duty and a turn of pushes hold each other's rows: PostgreSQL ends one of them, and it is done again by itself."""

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
    """A duty that has something to say to สมชาย, and later in its transaction to ประสิทธิ์."""

    def say_to_both(run):
        tell(run, office.people, "สมชาย", "เรื่องที่สอง")
        tell(run, office.people, "ประสิทธิ์", "เรื่องที่สอง")
        return {"people": 2}

    made = Duty(
        "test",
        "30 8 * * *",
        say_to_both,
        lambda _day, _calendar: moment(5, 31),
        Urgency.REMINDER,
        ("เรื่องที่สอง",),
    )
    for module in (ticker, pending):
        monkeypatch.setattr(module, "SCHEDULE", (made,))
    return made


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
    """Let the pushes of the day wait for three; the first goes alone, and shows that LINE takes what is sent."""
    with house.db.write() as session:
        run = Run(session, house, session.merge(office.province), clock.now(), day_of(clock.now()))
        for name in ("มาลี", "สมชาย", "ประสิทธิ์"):
            tell(run, office.people, name, "เรื่องที่หนึ่ง")


def states(house):
    with house.db.read() as session:
        return [(row.kind, row.recipient, row.state) for row in session.query(Notice).order_by(Notice.id)]


@pytest.mark.parametrize("gives_way", ["push", "duty"])
def test_a_duty_and_a_turn_of_pushes_that_hold_each_other(
    house, other, office, duty, clock, phones, line, monkeypatch, gives_way
):
    """LINE fails with สมชาย's push and takes that of ประสิทธิ์, whose end is written first; the duty comes from the other side."""
    # Both ends in one turn, however slow the machine is.
    monkeypatch.setattr(push, "WRITE_AFTER_SECONDS", MOST_SECONDS)
    clock.set(NOW)
    written_for_today(house, office, clock)
    meeting = Meeting(gives_way)

    def is_second_turn(said):
        if len(line.accepted) == 1 and said.startswith("UPDATE notices") and "RETURNING" in said:
            line.fail_next(1, 500, path_prefix=PUSH)
        return len(line.accepted) == 2 and said.startswith("UPDATE notices") and "request_id" in said

    with (
        meeting.of("push", house.db, is_second_turn),
        meeting.of("duty", other.db, lambda said: "FROM notices" in said and said.endswith("FOR UPDATE")),
    ):
        seconds = at_once(
            lambda: push_waiting(house, "default"),
            lambda: (meeting.has_begun.wait(MOST_SECONDS), tick(other)),
        )
    assert meeting.ended == [gives_way], "PostgreSQL ended one of them"
    assert seconds < MOST_SECONDS
    sent = [to for kind, to, state in states(house) if state is Sent.SENT]
    assert sent == [user_id("มาลี"), user_id("ประสิทธิ์")], "what LINE took is written down, whoever was ended"

    clock.set(NOW + timedelta(seconds=TICK_SECONDS))
    tick(other)
    assert house.work.drain()
    with house.db.read() as session:
        assert [row.counts for row in session.query(Fire)] == [{"people": 2}], "the duty ran, once"
    day_comes(house, clock, moment(5, 5))
    for name in ("สมชาย", "ประสิทธิ์"):
        told = [words_of(message) for message in line.pushes(user_id(name))]
        assert told == ["เรื่องที่หนึ่ง", "เรื่องที่สอง"]
    assert {state for _kind, _to, state in states(house)} == {Sent.SENT}
    assert set(line.accepted.values()) == {1}
