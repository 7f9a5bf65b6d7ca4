"""The credentials of official accounts are read in three ways, and what is wrong with them is said in one line."""

import json

import pytest

from channels import SettingsError, read_channels
from tests.line.keys import a_pair

SECRET, ID = "0123456789abcdef0123456789abcdef", "1234567890"


@pytest.fixture(scope="module")
def key():
    return a_pair()[0]


def read(prefix="LINE_CHANNEL", **given):
    return read_channels({f"{prefix}_{name}": value for name, value in {"SECRET": SECRET, **given}.items()})


def refused(**given):
    with pytest.raises(SettingsError) as error:
        read(**given)
    return str(error.value)


def test_a_token_is_used_as_it_is_also_beside_an_id():
    for given in ({}, {"ID": ID}):
        (channel,) = read(ACCESS_TOKEN="token", **given)
        assert not channel.is_renewed and channel.access_token == "token"


def test_an_id_alone_has_tokens_fetched_with_the_secret():
    (channel,) = read(ID=ID)
    assert channel.is_renewed and channel.private_key == ""


def test_a_key_goes_before_a_token_and_may_carry_its_own_id(key):
    (channel,) = read(ID=ID, ACCESS_TOKEN="old", PRIVATE_KEY=key, KEY_ID="kid-1")
    assert channel.is_renewed and channel.key_id == "kid-1"
    (channel,) = read(ID=ID, PRIVATE_KEY=json.dumps(json.loads(key) | {"kid": "kid-2"}))
    assert channel.key_id == "kid-2"


def test_every_further_account_has_its_own(key):
    names = {"LINE_CHANNELS": "loei", "LINE_LOEI_CHANNEL_SECRET": SECRET, "LINE_LOEI_CHANNEL_ID": ID}
    (channel,) = read_channels(names)
    assert channel.name == "loei" and channel.is_renewed
    with pytest.raises(SettingsError, match=r"LINE_LOEI_CHANNEL_ACCESS_TOKEN.*LINE_LOEI_CHANNEL_ID"):
        read_channels(names | {"LINE_LOEI_CHANNEL_ID": ""})


def test_what_is_missing_or_malformed_is_named_and_no_key_is_shown(key):
    assert refused().startswith("LINE_CHANNEL_ACCESS_TOKEN:")
    assert refused(ID="my bot").startswith("LINE_CHANNEL_ID:")
    assert refused(PRIVATE_KEY=key, KEY_ID="k", ACCESS_TOKEN="token").startswith("LINE_CHANNEL_ID:")
    assert refused(ID=ID, PRIVATE_KEY=key).startswith("LINE_CHANNEL_KEY_ID:")
    public = json.dumps({name: json.loads(key)[name] for name in ("kty", "n", "e")})
    for wrong in ("-----BEGIN PRIVATE KEY-----", "[]", public):
        said = refused(ID=ID, KEY_ID="k", PRIVATE_KEY=wrong)
        assert said.startswith("LINE_CHANNEL_PRIVATE_KEY:") and json.loads(key)["n"] not in said
    (channel,) = read(ID=ID, PRIVATE_KEY=key, KEY_ID="k")
    assert json.loads(key)["d"] not in repr(channel)
