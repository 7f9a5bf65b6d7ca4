"""Who thinks before writing keeps no webhook waiting, lets no other writer in, and never writes on what no longer holds."""

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import func, select

from engine.intake import take_in
from engine.thinking import Overtaken
from models.inbox import Event
from models.person import Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def person(line_user_id, clock):
    return Person(channel="default", line_user_id=line_user_id, first_seen_at=clock.now())


def webhook(event_id, clock):
    return {
        "webhook_event_id": event_id, "channel": "default", "lane": "a", "timestamp_ms": 1,
        "body": "{}", "received_at": clock.now(),
    }  # fmt: skip


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def comes_in(db, made, clock):
    """Let a webhook come in by the thread that stores them; return whether it was stored before long."""
    work = made({"look": lambda _lane: None}, threads=0)

    def come(event_id):
        thread = threading.Thread(
            target=take_in, args=(db, work, [webhook(event_id, clock)], "look"), daemon=True
        )
        thread.start()
        thread.join(2)
        return not thread.is_alive()

    return come


@pytest.fixture
def another_process(database_url):
    """Let another process, a command for one, write and commit."""

    def write(name):
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as other:
            other.execute("UPDATE people SET name = ?", (name,))
            other.commit()

    return write


@pytest.fixture
def somchai(db, clock):
    with db.write() as session:
        session.add(person("U1", clock))


def test_webhooks_are_stored_while_somebody_thinks(db, comes_in, somchai):
    with db.consider() as session:
        found = session.scalars(select(Person)).one()
        assert comes_in("1") and comes_in("2")
        found.name = "สมชาย"
    with db.read() as session:
        assert session.scalars(select(Person.name)).all() == ["สมชาย"] and count(session, Event) == 2


def test_once_it_writes_a_webhook_waits_until_its_end(db, comes_in, somchai):
    with db.consider() as session:
        session.scalars(select(Person)).one().name = "สมชาย"
        session.flush()
        waits = threading.Thread(target=comes_in, args=("1",))
        waits.start()
        waits.join(0.2)
        assert waits.is_alive() and count(session, Event) == 0
    waits.join(5)
    with db.read() as session:
        assert count(session, Event) == 1


def test_no_other_of_the_process_writes_while_somebody_thinks(db, clock, somchai):
    order = []

    def write():
        with db.write() as session:
            order.append("the other writes")
            session.add(person("U2", clock))

    with db.consider() as session:
        session.scalars(select(Person)).all()
        other = threading.Thread(target=write, daemon=True)
        other.start()
        other.join(0.2)
        session.add(person("U3", clock))
        session.flush()
        order.append("thought and written")
    other.join(5)
    assert order == ["thought and written", "the other writes"]


@pytest.mark.parametrize("webhooks", [(), ("1",)])
def test_what_another_process_changed_meanwhile_is_not_overwritten(
    db, comes_in, another_process, somchai, webhooks
):
    with pytest.raises(Overtaken), db.consider() as session:
        found = session.scalars(select(Person)).one()
        another_process("มาลี")
        assert all(comes_in(each) for each in webhooks), "and webhooks of our own do not hide it"
        found.name = "สมชาย"
    with db.write() as session:
        found = session.scalars(select(Person)).one()
        assert found.name == "มาลี" and count(session, Event) == len(webhooks)
        found.name = "สมชาย"
    with db.read() as session:
        assert session.scalars(select(Person.name)).all() == ["สมชาย"]


def test_what_another_process_did_before_is_known(db, another_process, somchai):
    another_process("มาลี")
    with db.consider() as session:
        found = session.scalars(select(Person)).one()
        assert found.name == "มาลี"
        found.name = "สมชาย"


def test_who_only_reads_need_not_be_sure(db, another_process, somchai):
    with db.consider() as session:
        session.scalars(select(Person)).all()
        another_process("มาลี")
    with db.read() as session:
        assert session.scalars(select(Person.name)).all() == ["มาลี"]


def test_a_question_that_was_not_read_to_its_end_is_asked_again(db, clock, comes_in, somchai):
    with db.write() as session:
        session.add(person("U2", clock))
    with pytest.raises(Overtaken), db.consider() as session:
        rows = iter(session.connection().exec_driver_sql("SELECT * FROM people"))
        next(rows)
        assert comes_in("1")
        session.add(person("U3", clock))
        session.flush()


def test_a_block_that_fails_leaves_nothing_and_nobody_waits(db, clock, comes_in, somchai):
    with pytest.raises(ZeroDivisionError), db.consider() as session:
        session.add(person("U2", clock))
        session.flush()
        raise ZeroDivisionError
    assert comes_in("1")
    with db.consider() as session:
        assert count(session, Person) == 1
