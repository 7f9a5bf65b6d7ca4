"""doctor: what อนงค์'s technician reads before he telephones anybody."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import build_house, create_app
from commands import check_machine
from models.inbox import Event
from models.province import mark_as_demo
from settings import Channel, load
from tests.office import found_office

ADDRESS = "https://tamngan.example.go.th"


@pytest.fixture
def doctor(settings, line, clock):
    """Return a function that runs doctor on a well office with LINE, some settings changed."""
    clock.set(datetime.now(UTC))

    def run(*words, found=True, **changed):
        house = build_house(replace(settings, **{"public_url": ADDRESS, **changed}), clock=clock, threads=0)
        if found and not run.was_found:
            with house.db.write() as session:
                found_office(session, clock.now())
            run.was_found = True
        # The stand-in posts to this address where it tests the webhook; here nobody needs to listen.
        line.world.webhook["endpoint"] = run.endpoint
        result = create_app(house=house).test_cli_runner().invoke(args=["doctor", "--json", *words])
        house.db.close()
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert settings.channels[0].access_token not in result.output
        assert settings.channels[0].secret not in result.output and settings.secret_key not in result.output
        findings = json.loads(result.stdout)
        assert result.exit_code == (1 if any(each["state"] == "bad" for each in findings) else 0)
        assert all(bool(each["to_do"]) is (each["state"] != "ok") for each in findings)
        return {each["what"]: each for each in findings}

    run.was_found, run.endpoint = False, f"{ADDRESS}/callback"
    return run


def state(findings, what):
    return findings[what]["state"]


def test_where_all_is_well_every_line_is_ok(doctor):
    findings = doctor()
    assert {each["state"] for each in findings.values()} == {"ok"}
    looked_at = {"settings", "database", "plan", "queue", "disk", "fonts", "LINE default", "clock"}
    of_line = {f"LINE default {what}" for what in ("token", "webhook", "quota")}
    assert looked_at | of_line == set(findings)
    assert "@tamngan" in findings["LINE default"]["found"]


def test_in_words_each_line_says_what_and_below_it_what_to_do(terminal):
    result = terminal("doctor")
    assert result.exit_code == 0
    assert "warn  settings: no LINE credentials" in result.stdout
    assert "      → set LINE_CHANNEL_SECRET" in result.stdout
    assert "ok    fonts: Sarabun-Regular" in result.stdout


def test_a_token_that_line_refuses(doctor):
    findings = doctor(channels=(Channel("default", "s" * 32, "wrong"),))
    assert state(findings, "LINE default") == "bad" and "401" in findings["LINE default"]["found"]
    assert "LINE default webhook" not in findings, "the token is mended first"


def test_a_line_that_cannot_be_reached(doctor):
    findings = doctor(line_api_base="http://127.0.0.1:9")
    assert (
        state(findings, "LINE default") == "bad" and "cannot be reached" in findings["LINE default"]["found"]
    )


def test_webhooks_that_go_elsewhere_nowhere_or_are_off(doctor, line):
    doctor.endpoint = "https://old.example.go.th/callback"
    elsewhere = doctor()["LINE default webhook"]
    assert (
        elsewhere["state"] == "bad" and "old.example" in elsewhere["found"] and ADDRESS in elsewhere["to_do"]
    )
    doctor.endpoint = ""
    assert "no webhook address" in doctor()["LINE default webhook"]["found"]
    doctor.endpoint, line.world.webhook["active"] = f"{ADDRESS}/callback", False
    assert "Use webhook" in doctor()["LINE default webhook"]["to_do"]


def test_line_is_asked_to_call_only_when_told(doctor, line, house):
    address = line.callback_url
    doctor()
    assert not [each for each in line.requests if each["path"].endswith("/webhook/test")]
    doctor.endpoint = address
    findings = doctor("--test", public_url=address.removesuffix("/callback"))
    assert state(findings, "LINE default webhook test") == "ok"
    doctor.endpoint = "http://127.0.0.1:9/callback"
    refused = doctor("--test", public_url="http://127.0.0.1:9")["LINE default webhook test"]
    assert refused["state"] == "bad" and "COULD_NOT_CONNECT" in refused["found"]


@pytest.mark.parametrize(
    ("limit", "used", "expected"),
    [(None, 0, "ok"), (300, 100, "ok"), (300, 250, "warn"), (300, 300, "bad"), (300, 320, "bad")],
)
def test_the_quota_is_told_and_judged(limit, used, expected, doctor, line):
    line.set_quota(limit, used)
    finding = doctor()["LINE default quota"]
    assert finding["state"] == expected
    assert limit is None or f"{used} of 300" in finding["found"]


@pytest.mark.parametrize(
    ("seconds", "expected"), [(-300, "bad"), (-30, "warn"), (3, "ok"), (30, "warn"), (300, "bad")]
)
def test_a_clock_that_disagrees_with_lines(seconds, expected, doctor, clock):
    clock.set(datetime.now(UTC) + timedelta(seconds=seconds))
    finding = doctor()["clock"]
    assert finding["state"] == expected
    assert expected == "ok" or ("ahead of" if seconds > 0 else "behind") in finding["found"]


def test_an_address_without_https(doctor):
    assert state(doctor(public_url="http://tamngan.example.go.th"), "settings") == "bad"


def test_a_database_that_is_empty_old_newer_or_away(doctor, db, tmp_path):
    assert "import-plan" in doctor(found=False)["plan"]["to_do"]
    for revision, says in (("9999", "newer version"), (None, "empty")):
        with db.write() as session:
            session.execute(text("DELETE FROM alembic_version"))
            if revision:
                session.execute(
                    text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision}
                )
        finding = doctor(found=False)["database"]
        assert finding["state"] == "bad" and says in finding["found"]
    away = doctor(found=False, database_url="postgresql+psycopg://me:hunter2@127.0.0.1:9/away")["database"]
    assert away["state"] == "bad" and "DATABASE_URL" in away["to_do"] and "hunter2" not in str(away)
    (tmp_path / "no.db").write_bytes(b"no database at all" * 100)
    assert state(doctor(found=False, database_url=f"sqlite:///{tmp_path / 'no.db'}"), "database") == "bad"


def test_the_demos_office_beside_real_people(doctor, db, office):
    doctor.was_found = True
    with db.write() as session:
        mark_as_demo(session.merge(office.province))
    assert "refuses to start" in doctor()["plan"]["found"]


def test_a_message_that_nobody_takes_up(doctor, db, clock):
    with db.write() as session:
        came = clock.now() - timedelta(minutes=20)
        session.add(
            Event(
                webhook_event_id="1", channel="default", lane="l", timestamp_ms=1, body="{}", received_at=came
            )
        )
    finding = doctor()["queue"]
    assert finding["state"] == "bad" and "20 minutes" in finding["found"]


@pytest.mark.parametrize(("free", "expected"), [(50, "bad"), (500, "warn"), (5000, "ok")])
def test_room_on_the_disk(free, expected, doctor, monkeypatch):
    monkeypatch.setattr(
        check_machine.shutil, "disk_usage", lambda path: type("U", (), {"free": free * 1024**2})()
    )
    assert state(doctor(), "disk") == expected


def test_a_data_folder_that_takes_no_files(doctor, tmp_path):
    (tmp_path / "file").write_text("")
    finding = doctor(data_dir=tmp_path / "file")["disk"]
    assert finding["state"] == "bad" and "DATA_DIR" in finding["to_do"]


def test_a_secret_that_others_can_read(doctor, settings):
    (settings.data_dir / "secret_key").chmod(0o644)
    finding = doctor()["secret key"]
    assert finding["state"] == "warn" and "chmod 600" in finding["to_do"]


def test_fonts_that_are_gone(doctor, monkeypatch):
    monkeypatch.setattr(check_machine, "FONTS", (Path("Sarabun-Gone.ttf"),))
    assert state(doctor(), "fonts") == "bad"


def test_the_demo_needs_no_credentials(database_url, tmp_path, clock):
    settings = load({"DEMO": "1", "DATABASE_URL": database_url, "DATA_DIR": str(tmp_path / "demo")})
    house = build_house(settings, clock=clock, threads=0)
    result = create_app(house=house).test_cli_runner().invoke(args=["doctor"])
    house.db.close()
    assert result.exit_code == 0 and "demo mode" in result.stdout
