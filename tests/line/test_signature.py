"""Only LINE, which knows a channel's secret, can sign; and the secret that fits says which channel it is."""

import pytest

from line.signature import channel_that_signed, sign
from settings import Channel

ONE, TWO = Channel("one", "a" * 32, "token-one"), Channel("two", "b" * 32, "token-two")
BODY = '{"events":[],"destination":"ก"}'.encode()


def test_it_is_what_openssl_says():
    # printf '{}' | openssl dgst -sha256 -hmac 8c570fa6dd201bb328f1c1eac23a96d8 -binary | base64
    assert sign("8c570fa6dd201bb328f1c1eac23a96d8", b"{}") == "oqOhqDZdBCnkZ0tHIj/l++22oHwsen93gkx3OAzBCQE="


@pytest.mark.parametrize("channel", [ONE, TWO])
def test_the_secret_tells_the_channel(channel):
    assert channel_that_signed((ONE, TWO), BODY, sign(channel.secret, BODY)) is channel


@pytest.mark.parametrize(
    "signature", [None, "", "ก", "AAAA", sign("c" * 32, BODY), sign(ONE.secret, BODY + b" ")]
)
def test_everything_else_is_nobody(signature):
    assert channel_that_signed((ONE, TWO), BODY, signature) is None


def test_without_channels_nobody_can_sign():
    assert channel_that_signed((), BODY, sign("", BODY)) is None
