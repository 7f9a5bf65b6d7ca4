"""The way in for webhooks: events and the tasks that look after them are there together, or neither is."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from engine.database import Database
from engine.intake import take_in
from models.inbox import Event


def row(event_id, lane, clock):
    return {
        "webhook_event_id": event_id, "channel": "default", "lane": lane, "timestamp_ms": 1,
        "body": '{"text":"สวัสดี"}', "received_at": clock.now(),
    }  # fmt: skip


def stored(db):
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(Event))


def test_each_lane_is_looked_after_once_and_its_events_are_there_by_then(db, made, clock):
    seen = []
    work = made({"look": lambda lane: seen.append((lane, stored(db)))}, threads=0)
    take_in(db, work, [row("1", "a", clock), row("2", "b", clock), row("3", "a", clock)], "look")
    assert work.drain() and sorted(seen) == [("a", 3), ("b", 3)]


def test_what_came_before_asks_for_nothing_again(db, made, clock):
    seen = []
    work = made({"look": seen.append}, threads=0)
    take_in(db, work, [row("1", "a", clock)], "look")
    assert work.drain()
    take_in(db, work, [row("1", "a", clock), row("2", "b", clock)], "look")
    take_in(db, work, [row("2", "b", clock)], "look")
    assert work.drain() and seen == ["a", "b"] and stored(db) == 2


def test_where_one_event_cannot_be_stored_none_is_and_nobody_is_asked(db, made, clock):
    seen = []
    work = made({"look": seen.append}, threads=0)
    with pytest.raises(DBAPIError) as refused:
        take_in(db, work, [row("1", "a", clock), row(None, "b", clock)], "look")
    assert "สวัสดี" not in str(refused.value), "what people write stays out of the log"
    assert work.drain() and (seen, stored(db)) == ([], 0)
    take_in(db, work, [row("1", "a", clock)], "look")
    assert work.drain() and (seen, stored(db)) == (["a"], 1)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_that_ended_the_connection_is_asked_on_another(db, made, clock):
    work = made({"look": lambda _lane: None}, threads=0)
    take_in(db, work, [row("1", "a", clock)], "look")
    with db.write() as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE query LIKE '%INSERT INTO inbox%' AND pid <> pg_backend_pid()"
            )
        )
    take_in(db, work, [row("2", "b", clock)], "look")
    assert stored(db) == 2


def test_a_database_that_is_away_is_told_as_such(db, made, clock, tmp_path):
    away = f"sqlite:///{tmp_path}" if db.is_sqlite else f"postgresql+psycopg://nobody@/none?host={tmp_path}"
    nowhere = Database(away)
    with pytest.raises(OperationalError):
        take_in(nowhere, made({}), [row("1", "a", clock)], "look")
    nowhere.close()


def test_started_threads_hear_of_it_at_once(db, started, clock):
    seen = []
    work = started({"look": seen.append})
    take_in(db, work, [row(str(number), f"lane {number}", clock) for number in range(20)], "look")
    assert work.drain(10) and len(seen) == 20
