"""The audit trail is append-only and chained: whoever changes a line, takes one out or adds one is found out."""

import threading
from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from migrations import _config, migrate
from models.audit import note, verify

NOW = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)


@pytest.fixture
def trail(db):
    """Five lines, written in three transactions."""
    for count in (2, 1, 2):
        with db.write() as session:
            for each in range(count):
                note(session, NOW, "reported", receipt=f"R-{count}-{each}", reports=[each, 7])
    return db


def verdict(db, known=None):
    with db.read() as session:
        return verify(session, known)


def tamper(db, *statements):
    """Do what somebody with the database's password and patience can do."""
    with db.engine.connect() as connection:
        if db.is_sqlite:
            for change in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS audit_refuses_{change}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()
        connection.detach()


def test_a_trail_that_nobody_touched_holds(trail):
    found = verdict(trail)
    assert (found.entries, found.entry_id, found.fault) == (5, 5, None)


def test_an_empty_trail_holds(db):
    assert verdict(db).fault is None


@pytest.mark.parametrize("change", ["UPDATE audit SET what = 'joined' WHERE id = 3", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_a_line(trail, change):
    with pytest.raises(DatabaseError, match="append-only"), trail.write() as session:
        session.execute(text(change))
    assert verdict(trail).entries == 5


@pytest.mark.parametrize(
    ("change", "first_broken"),
    [
        ("UPDATE audit SET what = 'joined' WHERE id = 3", 3),
        ("UPDATE audit SET at = '2021-05-04 00:00:00+00' WHERE id = 2", 2),
        ("UPDATE audit SET about = '{}' WHERE id = 5", 5),
        ("DELETE FROM audit WHERE id = 1", 2),
        ("DELETE FROM audit WHERE id = 4", 5),
        ("DELETE FROM audit WHERE id >= 4", 3),
        ("DELETE FROM audit", 0),
        (
            "INSERT INTO audit (id, at, what, about, link) "
            "SELECT 6, at, what, about, link FROM audit WHERE id = 5",
            6,
        ),
    ],
)
def test_the_first_broken_link_is_named(trail, change, first_broken):
    tamper(trail, change)
    found = verdict(trail)
    assert found.fault
    assert found.entry_id == first_broken


def test_a_trail_cut_short_with_its_end_is_found_by_a_link_written_down(trail):
    known = (5, verdict(trail).link)
    tamper(
        trail,
        "DELETE FROM audit WHERE id > 3",
        "UPDATE audit_end SET entry_id = 3, link = (SELECT link FROM audit WHERE id = 3)",
    )
    assert verdict(trail).fault is None
    assert verdict(trail, known).fault


def test_writers_at_once_make_one_chain(db):
    def write(number):
        for each in range(10):
            with db.write() as session:
                note(session, NOW, "reported", receipt=f"{number}-{each}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    found = verdict(db)
    assert (found.entries, found.entry_id, found.fault) == (60, 60, None)


def test_what_was_rolled_back_leaves_no_line_and_no_gap(trail):
    with pytest.raises(RuntimeError), trail.write() as session:
        note(session, NOW, "joined")
        raise RuntimeError
    with trail.write() as session:
        note(session, NOW, "left")
    found = verdict(trail)
    assert (found.entries, found.entry_id, found.fault) == (6, 6, None)


def test_what_a_savepoint_undid_leaves_no_line(trail):
    with trail.write() as session:
        note(session, NOW, "joined")
        with pytest.raises(RuntimeError), session.begin_nested():
            note(session, NOW, "reported")
            with session.begin_nested():
                note(session, NOW, "reported")
            raise RuntimeError
        with session.begin_nested():
            note(session, NOW, "left")
    assert verdict(trail).entries == 7


def test_the_lines_of_an_older_version_are_chained_when_it_is_upgraded(db, database_url):
    command.downgrade(_config(database_url), "0007")
    with db.engine.begin() as connection:
        for number in (3, 8):
            connection.execute(
                text("INSERT INTO audit (id, at, what, about) VALUES (:id, :at, 'reported', :about)"),
                {
                    "id": number,
                    "at": "2021-05-03 01:30:00.250000+00",
                    "about": '{"receipt": "ก-1", "no": [13]}',
                },
            )
    migrate(database_url)
    with db.write() as session:
        note(session, NOW, "joined")
    found = verdict(db)
    assert (found.entries, found.entry_id, found.fault) == (3, 9, None)
