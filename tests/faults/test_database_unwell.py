"""Somebody else keeps the inbox to themselves: LINE hears 503 before long, and all goes on as soon as they let go."""

import sqlite3
from contextlib import contextmanager

import psycopg
import pytest

import web.together
from tests.faults.asking import assert_each_answered_once, at_once, one_question_each
from web.stand_in import redelivered

PATIENCE_SECONDS = 1.0  # instead of five, so that the tests need not wait


@pytest.fixture
def database_url(database_url, monkeypatch):
    monkeypatch.setattr(web.together, "PATIENCE_SECONDS", PATIENCE_SECONDS)
    return database_url


@contextmanager
def locked(url):
    """Let somebody else keep the whole inbox to themselves."""
    if url.startswith("sqlite"):
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg.connect(url.replace("+psycopg", ""))
        other.execute("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


def test_a_locked_inbox_is_answered_with_503_before_long_and_works_again_at_once(
    house, office, phones, line, database_url
):
    events = one_question_each(line)
    with locked(database_url):
        statuses, seconds = at_once(line, events)
        assert statuses == [503] * len(events)
        assert seconds < 3 * PATIENCE_SECONDS
    assert at_once(line, [redelivered(each) for each in events])[0] == [200] * len(events)
    assert_each_answered_once(house, line, events)
