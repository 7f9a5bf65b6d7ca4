"""/metrics: the figures of the moment, for this machine or whoever has the token, and nothing of any person."""

from dataclasses import replace
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from bot import create_app
from jobs.run import run_due
from jobs.schedule import duty_named
from models.notice import write_notice
from models.quota import keep_reading
from tests.office import APRIL, CAST, reported, user_id

TOKEN = "t" * 24


@pytest.fixture
def asked(house):
    """Return a function that asks for the figures from this machine, and gives them by name and labels."""
    client = create_app(house=house).test_client()

    def ask():
        answer = client.get("/metrics")
        assert answer.status_code == 200 and answer.content_type.startswith("text/plain; version=0.0.4")
        return {
            (sample.name.removeprefix("tamngan_"), *sample.labels.values()): sample.value
            for family in text_string_to_metric_families(answer.text)
            for sample in family.samples
        }

    return ask


def test_an_empty_office_has_every_figure_at_nought(asked):
    figures = asked()
    assert figures["events", "waiting"] == figures["notices", "failed"] == figures["reports",] == 0
    assert figures["oldest_waiting_event_age_seconds",] == figures["oldest_waiting_notice_age_seconds",] == 0
    assert not [key for key in figures if key[0].startswith(("quota", "duty"))]


def test_a_message_waits_and_then_does_not(asked, house, line, clock, phones):
    line.say(user_id("สมชาย"), "สถานะ")
    clock.set(clock.now() + timedelta(seconds=90))
    figures = asked()
    assert figures["events", "waiting"] == 1 and figures["oldest_waiting_event_age_seconds",] == 90
    house.work.drain()
    figures = asked()
    assert (figures["events", "waiting"], figures["events", "done"], figures["notices", "sent"]) == (0, 1, 1)
    assert figures["oldest_waiting_event_age_seconds",] == 0


def test_a_notice_waits_since_it_was_written(asked, house, clock, office):
    with house.db.write() as session:
        write_notice(
            session, channel="default", recipient="U", kind="k", key="1", messages=[], now=clock.now()
        )
    clock.set(clock.now() + timedelta(minutes=5))
    figures = asked()
    assert figures["notices", "waiting"] == 1 and figures["oldest_waiting_notice_age_seconds",] == 300


def test_quota_of_this_month_only_and_none_left_out_where_there_is_no_limit(asked, house, clock):
    this_month = clock.now().date().replace(day=1)
    with house.db.write() as session:
        keep_reading(session, "default", this_month, 300, 120, clock.now())
        keep_reading(session, "lampang", this_month, None, 7, clock.now())
        keep_reading(session, "loei", this_month.replace(month=4), 300, 300, clock.now())
    figures = asked()
    assert {key: value for key, value in figures.items() if key[0].startswith("quota")} == {
        ("quota_used", "default"): 120, ("quota_used", "lampang"): 7, ("quota_left", "default"): 180,
    }  # fmt: skip


def test_duties_say_when_they_last_ran(asked, house, clock, office):
    run_due(house, duty_named("remind-officers"), office.province.id, clock.now())
    clock.set(clock.now() + timedelta(hours=2))
    figures = asked()
    assert figures["duty_last_run_age_seconds", "remind-officers", "เพชรบุรี"] == 7200
    assert figures["duty_last_run_seconds", "remind-officers", "เพชรบุรี"] == 0


def test_nothing_of_a_person_is_told(house, line, clock, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, APRIL, problem_text="ฝนตก")
    line.say(user_id("สมชาย"), "13 45% ฝนตก")
    house.work.drain()
    told = create_app(house=house).test_client().get("/metrics").text
    assert "tamngan_reports 1.0" in told
    for private in ("ฝนตก", *CAST, *(user_id(name) for name in CAST)):
        assert private not in told


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("::ffff:127.0.0.1", {}, 200),
        ("10.0.0.7", {}, 403),
        ("2001:db8::1", {}, 403),
        ("", {}, 403),
        ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 403),
        ("127.0.0.1", {"Forwarded": "for=1.2.3.4"}, 403),
        ("10.0.0.7", {"X-Forwarded-For": "127.0.0.1"}, 403),
        ("10.0.0.7", {"Authorization": f"Bearer {TOKEN}"}, 200),
        ("10.0.0.7", {"Authorization": f"Bearer {TOKEN}", "X-Forwarded-For": "1.2.3.4"}, 200),
        ("10.0.0.7", {"Authorization": f"Bearer {TOKEN}x"}, 403),
        ("10.0.0.7", {"Authorization": "Bearer \u00e9"}, 403),
        ("10.0.0.7", {"Authorization": f"Basic {TOKEN}"}, 403),
        ("10.0.0.7", {"Authorization": "Bearer "}, 403),
    ],
)
def test_who_may_ask(address, headers, status, house):
    house.settings = replace(house.settings, metrics_token=TOKEN)
    answer = (
        create_app(house=house)
        .test_client()
        .get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": address})
    )
    assert answer.status_code == status
    assert status == 200 or "tamngan_" not in answer.text


def test_without_a_token_no_token_opens_it(house):
    client = create_app(house=house).test_client()
    for given in ("", "Bearer", "Bearer ", "Bearer None"):
        answer = client.get(
            "/metrics", headers={"Authorization": given}, environ_overrides={"REMOTE_ADDR": "10.0.0.7"}
        )
        assert answer.status_code == 403


def test_a_database_that_cannot_be_read_is_503(house):
    with house.db.write() as session:
        session.execute(text("ALTER TABLE notices RENAME TO gone"))
    try:
        assert create_app(house=house).test_client().get("/metrics").status_code == 503
    finally:
        with house.db.write() as session:
            session.execute(text("ALTER TABLE gone RENAME TO notices"))
