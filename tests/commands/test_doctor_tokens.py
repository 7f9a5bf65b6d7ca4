"""doctor tells where the access token comes from, until when it lives, and what to do where LINE gives none."""

import json
from dataclasses import replace

import pytest

from bot import build_house, create_app
from settings import Channel
from tests.line.keys import a_pair

TOKEN = "/oauth2/v3/token"


@pytest.fixture
def token(settings, line, clock):
    """Return a function that gives doctor's findings on a channel by their names."""

    def found(**changed):
        channel = Channel("default", **{"secret": line.channel_secret, "id": line.channel_id, **changed})
        house = build_house(replace(settings, channels=(channel,)), clock=clock, threads=0)
        result = create_app(house=house).test_cli_runner().invoke(args=["doctor", "--json"])
        house.db.close()
        findings = {each["what"]: each for each in json.loads(result.stdout)}
        for secret in (*changed.values(), line.channel_secret, *line.world.issued_tokens):
            assert secret not in result.output or secret == changed.get("key_id")
        return findings

    return found


def test_a_token_of_the_settings_has_no_end_that_is_known(token, line):
    finding = token(access_token=line.access_token)["LINE default token"]
    assert finding["state"] == "ok" and "long-lived" in finding["found"]
    assert "never renewed" in finding["found"] and "v2.1 ends within 30 days" in finding["found"]


def test_a_fetched_token_and_until_when_it_lives(token):
    findings = token()
    finding = findings["LINE default token"]
    assert (
        finding["state"] == "ok"
        and "stateless, fetched with the channel secret" in finding["found"]
        and "until 08:39" in finding["found"]
    )
    assert findings["LINE default"]["state"] == "ok"


def test_a_key_is_named_by_its_id(token, line):
    private, public = a_pair()
    kid = line.register_key(public)
    assert kid in token(private_key=private, key_id=kid)["LINE default token"]["found"]


def test_credentials_that_line_refuses(token):
    findings = token(secret="of-another-channel")
    finding = findings["LINE default token"]
    assert finding["state"] == "bad" and "400 invalid_client" in finding["found"]
    assert "channel secret" in finding["to_do"] and "LINE default" not in findings, (
        "the token is mended first"
    )
    finding = token(private_key=a_pair()[0], key_id="unknown")["LINE default token"]
    assert finding["state"] == "bad" and "kid" in finding["to_do"] and "clock" in finding["to_do"]


def test_a_token_desk_that_is_closed(token, line):
    line.fail_next(1, 503, path_prefix=TOKEN)
    finding = token()["LINE default token"]
    assert finding["state"] == "bad" and "503" in finding["found"] and "later" in finding["to_do"]


def test_a_token_that_line_gives_and_refuses(token, line):
    line.fail_next(2, 401, path_prefix="/v2/bot/info")
    findings = token()
    assert findings["LINE default"]["state"] == "bad" and "minute" in findings["LINE default"]["to_do"]
