"""An office without a long-lived token: tokens end and LINE's token desk closes, and nobody notices."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from line.tokens import FetchedToken
from models.notice import Notice
from settings import load
from tests.days import day_comes, moment
from tests.line.keys import a_pair
from tests.office import user_id

TOKEN, PUSH = "/oauth2/v3/token", "/v2/bot/message/push"
OFFICERS = ("สมชาย", "ประสิทธิ์")


@pytest.fixture(params=["secret", "private key"])
def settings(request, line, database_url, tmp_path):
    proof = {}
    if request.param == "private key":
        private, public = a_pair()
        proof = {"LINE_CHANNEL_PRIVATE_KEY": private, "LINE_CHANNEL_KEY_ID": line.register_key(public)}
    return load(
        {
            "LINE_CHANNEL_SECRET": line.channel_secret,
            "LINE_CHANNEL_ID": line.channel_id,
            "LINE_API_BASE": line.base_url,
            "LINE_DATA_API_BASE": line.base_url,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path / "data"),
            "BURST_SECONDS": "0",
            **proof,
        }
    )


@pytest.fixture
def house(house, line, clock):
    """The bot, with one clock for its tokens and for LINE's."""
    gateway, channel = house.gateways["default"], house.settings.channels[0]
    gateway.tokens = FetchedToken(channel, line.base_url, now=lambda: clock.now().timestamp())
    return house


def time_passes(house, clock, **much):
    clock.set(clock.now() + timedelta(**much))
    assert house.work.drain()


def reminded(line):
    return {name: len(line.pushes(user_id(name))) for name in OFFICERS}


def test_a_report_goes_on_over_many_quarters_of_an_hour(phones, clock, line, house):
    somchai = phones["สมชาย"]
    assert "13" in somchai.says("รายงาน")
    time_passes(house, clock, minutes=40)
    line.revoke_tokens()
    assert somchai.says("13 45% เบิกแล้ว 3.2 ล้าน")
    time_passes(house, clock, minutes=40)
    line.revoke_tokens()
    assert "เลขรับ" in somchai.taps("ยืนยัน")


def test_tokens_that_end_in_the_middle_of_the_reminders_cost_nobody_theirs(house, phones, clock, line):
    for chat in OFFICERS:
        assert phones[chat].says("สถานะ")
    clock.set(clock.now() + timedelta(minutes=1))
    line.revoke_tokens()
    day_comes(house, clock, moment(5, 3))
    assert 401 in [each["status"] for each in line.requests]
    assert reminded(line) == dict.fromkeys(OFFICERS, 1)
    assert set(line.accepted.values()) == {1}


def test_while_line_gives_no_tokens_reminders_wait_and_then_come_once(house, phones, clock, line):
    line.fail_next(1000, 503, path_prefix=TOKEN)
    day_comes(house, clock, moment(5, 3))
    assert reminded(line) == dict.fromkeys(OFFICERS, 0)
    assert not [each for each in line.requests if each["path"] == PUSH]
    with house.db.read() as session:
        errors = {each.error for each in session.scalars(select(Notice))}
    assert errors - {None} == {"503: no access token: LINE answers 503"}, (
        "after some in vain the rest waits untried"
    )
    line.up()
    time_passes(house, clock, hours=1)
    assert reminded(line) == dict.fromkeys(OFFICERS, 1)
    assert set(line.accepted.values()) == {1}
