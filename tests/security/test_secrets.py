"""Canaries: secrets and people's words are looked for in all that the bot logs, prints and answers, also where it fails."""

import json

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot import build_house, create_app
from jobs.push import push_waiting
from line.gateway import Gateway
from line.signature import sign
from models.notice import write_notice
from settings import Channel, SettingsError, load
from tests.line.pushing import push, reply
from tests.office import user_id

SECRET, TOKEN = "canarysecret0123456789abcdef0123", "canarytoken/4567+89=="
KEY, METRICS, PASSWORD = "canary-secret-key", "canary-metrics-token", "canarypassword"
WORDS = "คำลับของสมชาย"
CANARIES = (SECRET, TOKEN, KEY, METRICS, PASSWORD)


@pytest.fixture
def secret_settings(line, database_url, tmp_path):
    return load(
        {
            "LINE_CHANNEL_SECRET": SECRET,
            "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
            "LINE_API_BASE": line.base_url,
            "LINE_DATA_API_BASE": line.base_url,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path / "data"),
            "SECRET_KEY": KEY,
            "METRICS_TOKEN": METRICS,
            "BURST_SECONDS": "0",
        }
    )


@pytest.fixture
def own(secret_settings, clock):
    built = build_house(secret_settings, clock=clock, threads=0)
    yield built
    built.db.close()


def post(browser, events, secret=SECRET):
    body = json.dumps({"destination": "U0", "events": events}).encode()
    return browser.post("/callback", data=body, headers={"X-Line-Signature": sign(secret, body)})


def event(text, number=1):
    return {
        "type": "message", "webhookEventId": str(number), "timestamp": 1620005100000, "mode": "active",
        "source": {"type": "user", "userId": user_id("สมชาย")}, "replyToken": "canary",
        "message": {"type": "text", "id": str(number), "text": text},
    }  # fmt: skip


def assert_silent(*texts):
    for said in texts:
        for canary in (*CANARIES, WORDS, user_id("สมชาย")):
            assert canary not in said, canary


def test_settings_never_show_their_secrets(secret_settings):
    assert_silent(repr(secret_settings), str(secret_settings), repr(secret_settings.channels))


@pytest.mark.parametrize(
    "wrong",
    [
        {"DATABASE_URL": f"mysql://tamngan:{PASSWORD}@host/db"},
        {"LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_ACCESS_TOKEN": f"{TOKEN} {TOKEN}"},
        {"LINE_CHANNEL_SECRET": f"{SECRET} x", "LINE_CHANNEL_ACCESS_TOKEN": TOKEN},
        {"METRICS_TOKEN": "canary metrics"},
    ],
)
def test_a_wrong_setting_is_named_without_its_value(wrong, tmp_path):
    with pytest.raises(SettingsError) as refused:
        load({"DATA_DIR": str(tmp_path), **wrong})
    assert "canary" not in str(refused.value)


def test_a_handler_that_breaks_logs_no_words(own, capfd, monkeypatch):
    def breaks(*_anything):
        raise RuntimeError("broken")

    monkeypatch.setattr("handlers.lane.route", breaks)
    browser = create_app(house=own).test_client()
    assert post(browser, [event(WORDS)]).status_code == 200
    own.work.drain()
    said = capfd.readouterr()
    assert "event_failed" in said.err
    assert_silent(said.out, said.err)


def test_a_database_that_fails_logs_no_words(own, capfd):
    with pytest.raises(SQLAlchemyError) as failed, own.db.write() as session:
        session.execute(
            text("INSERT INTO inbox (lane, body) VALUES (:lane, :body)"), {"lane": WORDS, "body": WORDS}
        )
    browser = create_app(house=own).test_client()
    with own.db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE inbox RENAME TO inbox_away")
    try:
        assert post(browser, [event(WORDS, 2)]).status_code == 503
    finally:
        with own.db.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE inbox_away RENAME TO inbox")
    said = capfd.readouterr()
    assert "events_not_stored" in said.err
    assert_silent(str(failed.value), said.out, said.err)


def test_a_line_that_refuses_or_is_gone_logs_no_token(own, line, clock, capfd):
    nowhere = Gateway(Channel("default", SECRET, TOKEN), "http://127.0.0.1:1", "http://127.0.0.1:1")
    for gateway in (own.gateways["default"], nowhere):
        push(gateway, user_id("สมชาย"), [{"type": "text", "text": WORDS}])
        reply(gateway, "canary", [{"type": "text", "text": WORDS}])
        push(gateway, user_id("สมชาย"), [{"type": "text", "text": ""}])
        asks = [(gateway.quota, ()), (gateway.content, ("1",)), (gateway.members, ("group", "C" + "0" * 32))]
        for ask, about in asks:
            with pytest.raises(OSError) as failed:
                ask(*about)
            assert_silent(str(failed.value))
        gateway.display_name(user_id("สมชาย"))
    with own.db.write() as session:
        write_notice(
            session, channel="default", recipient=user_id("สมชาย"), kind="test", key="1",
            messages=[{"type": "text", "text": WORDS}], now=clock.now(),
        )  # fmt: skip
    push_waiting(own, "default")
    said = capfd.readouterr()
    assert "notice_sent" in said.err
    assert_silent(said.out, said.err)


def test_no_answer_to_anybody_holds_a_secret(own, capfd):
    app = create_app(house=own)
    browser = app.test_client()
    for path in (
        "/healthz",
        "/readyz",
        "/metrics",
        "/photos/x",
        "/form/x",
        "/papers/x/pdf",
        "/nowhere",
        "/charts/x.png",
    ):
        assert_silent(browser.get(path).text)
    assert_silent(post(browser, [event(WORDS)], secret="anotherscanary00").text)
    for words in (["doctor"], ["jobs"], ["status", "--as", "1"], ["audit", "verify"], ["access-log"]):
        answer = app.test_cli_runner().invoke(args=words)
        assert_silent(answer.output)
    said = capfd.readouterr()
    assert_silent(said.out, said.err)
