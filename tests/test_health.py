"""The platform's two questions: alive, and ready; and why not."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot import create_app
from jobs.ticker import Ticker


@pytest.fixture
def app(house):
    return create_app(house=house)


def test_a_healthy_bot_is_alive_and_ready(app):
    assert app.test_client().get("/healthz").status_code == 200
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.json) == (200, {"ready": True, "troubles": []})


def test_an_unmigrated_database_says_what_to_run(app, house):
    with house.db.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert "init-db" in answer.json["troubles"][0]


def test_a_clock_that_stands_is_noticed(app, house, monkeypatch):
    house.ticker = ticker = Ticker(house)
    monkeypatch.setattr(ticker, "_ticked_at", ticker._ticked_at - 3600)
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert "clock" in answer.json["troubles"][0]


def test_a_message_that_waits_too_long_is_noticed(app, house, line, office, clock):
    line.add_friend("U" + "1" * 32, "คนใหม่")
    line.say("U" + "1" * 32, "สวัสดี")
    assert app.test_client().get("/readyz").status_code == 200
    clock.set(clock.now() + timedelta(minutes=6))
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert "queue" in answer.json["troubles"][0]
