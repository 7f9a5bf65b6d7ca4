"""Access tokens are fetched, renewed in good time and by one thread, and LINE's refusals end where they should."""

import json
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import structlog

from line import credentials
from line.credentials import NoToken
from line.gateway import Gateway
from line.outcome import Answer
from line.tokens import FetchedToken
from settings import Channel
from tests.line import pushing
from tests.line.keys import a_pair
from tests.office import user_id
from web.stand_in import LineStandIn

SOMCHAI = user_id("สมชาย")
TEXT = [{"type": "text", "text": "สวัสดี"}]
TOKEN, PUSH, REPLY = "/oauth2/v3/token", "/v2/bot/message/push", "/v2/bot/message/reply"


class Hours:
    """A clock that LINE and the bot share."""

    def __init__(self):
        self.seconds = 0.0

    def now(self):
        return datetime(2021, 5, 3, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def pass_by(self, minutes):
        self.seconds += minutes * 60


@pytest.fixture
def hours():
    return Hours()


@pytest.fixture
def line(hours):
    with LineStandIn(now=hours.now) as stand_in:
        stand_in.add_friend(SOMCHAI, "สมชาย")
        yield stand_in


@pytest.fixture
def gateway_of(line, hours):
    def build(**changed):
        channel = Channel("default", **{"secret": line.channel_secret, "id": line.channel_id, **changed})
        gateway = Gateway(channel, line.base_url, line.base_url)
        gateway.tokens = FetchedToken(channel, line.base_url, now=lambda: hours.seconds)
        return gateway

    return build


@pytest.fixture
def gateway(gateway_of):
    return gateway_of()


def push(gateway, key=None):
    return pushing.push(gateway, SOMCHAI, TEXT, key)


def asked(line):
    """Return how often a token was asked for."""
    return sum(each["path"] == TOKEN for each in line.requests)


def test_without_an_id_or_with_a_token_of_the_settings_none_is_fetched(line):
    given = Channel("default", line.channel_secret, line.access_token, id=line.channel_id)
    gateway = Gateway(given, line.base_url, line.base_url)
    assert push(gateway).is_accepted and asked(line) == 0
    assert gateway.tokens.seconds_left() is None


def test_one_token_serves_everything_and_is_renewed_before_it_ends(gateway, line, hours):
    assert gateway.tokens.at_hand() is None
    assert push(gateway).is_accepted and gateway.quota()[1] == 1 and gateway.display_name(SOMCHAI)
    assert asked(line) == 1 and gateway.tokens.at_hand() is not None
    assert 11 * 60 < gateway.tokens.seconds_left() <= 15 * 60
    hours.pass_by(minutes=11)
    assert push(gateway).is_accepted and asked(line) == 1
    hours.pass_by(minutes=3)
    assert push(gateway).is_accepted and asked(line) == 2
    assert not [each for each in line.requests if each["status"] == 401]


def test_a_token_that_line_ends_in_the_middle_of_sending_is_renewed_and_the_push_repeated_once(
    gateway, line, hours
):
    push(gateway)
    hours.pass_by(minutes=1)
    line.revoke_tokens()
    key = str(uuid.uuid4())
    assert push(gateway, key).answer is Answer.ACCEPTED
    with_key = [
        (each["status"], each["headers"]["X-Line-Retry-Key"])
        for each in line.requests
        if each["path"] == PUSH
    ][1:]
    assert with_key == [(401, key), (200, key)]
    assert len(line.pushes(SOMCHAI)) == 2 and asked(line) == 2


def test_a_reply_is_repeated_with_another_token_too(gateway, line, hours):
    assert pushing.reply(gateway, "spent", TEXT).answer is Answer.TOKEN_SPENT
    hours.pass_by(minutes=1)
    line.revoke_tokens()
    assert pushing.reply(gateway, "spent", TEXT).answer is Answer.TOKEN_SPENT
    assert [each["status"] for each in line.requests if each["path"] == REPLY] == [400, 401, 400]
    assert asked(line) == 2


def test_a_token_that_line_refuses_at_once_waits_for_a_person_and_is_not_fetched_again_and_again(
    gateway, line
):
    push(gateway)
    line.fail_next(5, 401, path_prefix=PUSH)
    assert [push(gateway).answer for _ in range(5)] == [Answer.KEY_REFUSED] * 5
    assert asked(line) == 1
    assert push(gateway).is_accepted


def test_while_line_gives_no_token_the_old_one_is_used_until_it_ends(gateway, line, hours):
    push(gateway)
    hours.pass_by(minutes=14)
    line.fail_next(100, 500, path_prefix=TOKEN)
    assert [push(gateway).answer for _ in range(4)] == [Answer.ACCEPTED] * 4
    assert asked(line) == 2, "not asked again at every push"
    hours.pass_by(minutes=2)
    outcome = push(gateway)
    assert outcome.answer is Answer.SLOW_DOWN and "500" in outcome.detail
    assert len(line.pushes(SOMCHAI)) == 5 and gateway.tokens.seconds_left() == 0
    line.up()
    assert push(gateway).answer is Answer.SLOW_DOWN, "five seconds have to pass"
    hours.pass_by(minutes=0.2)
    assert push(gateway).is_accepted


@pytest.mark.parametrize(
    "trouble",
    [
        lambda line: line.reset_connections(1, TOKEN),
        lambda line: line.throttle(1, TOKEN),
        lambda line: line.fail_next(1, 200, "no JSON", TOKEN),
        lambda line: line.fail_next(1, 200, {"access_token": "two words", "expires_in": 900}, TOKEN),
        lambda line: line.fail_next(1, 200, {"access_token": "token", "expires_in": 0}, TOKEN),
        lambda line: line.fail_next(1, 200, ["token"], TOKEN),
    ],
    ids=["reset", "rate", "no JSON", "two words", "dead", "list"],
)
def test_what_is_no_token_is_asked_for_again(trouble, gateway, line, hours):
    trouble(line)
    assert push(gateway).answer is Answer.SLOW_DOWN
    with pytest.raises(OSError):
        gateway.quota()
    assert asked(line) == 1
    hours.pass_by(minutes=0.2)
    assert push(gateway).is_accepted


def test_a_wrong_secret_waits_for_a_person_and_is_tried_once_a_minute(gateway_of, line, hours):
    gateway = gateway_of(secret="not-the-channels-secret")
    outcomes = [push(gateway) for _ in range(3)]
    assert {each.answer for each in outcomes} == {Answer.KEY_REFUSED}
    assert "400 invalid_client" in outcomes[0].detail and asked(line) == 1
    hours.pass_by(minutes=1.5)
    push(gateway)
    assert asked(line) == 2


def test_many_threads_fetch_one_token(gateway, line):
    line.hang(0.2, TOKEN)
    pushing = [threading.Thread(target=push, args=(gateway,)) for _ in range(8)]
    for each in pushing:
        each.start()
    for each in pushing:
        each.join()
    assert len(line.pushes(SOMCHAI)) == 8 and asked(line) == 1


def test_nobody_waits_for_the_one_who_renews(gateway, line, hours):
    push(gateway)
    hours.pass_by(minutes=14)
    line.hang(30, TOKEN)
    renewing = threading.Thread(target=push, args=(gateway,))
    renewing.start()
    while len(line.world.issued_tokens) < 2:
        time.sleep(0.01)
    assert push(gateway).is_accepted and push(gateway).is_accepted
    line.faults.let_go.set()
    renewing.join()
    assert asked(line) == 2 and len(line.pushes(SOMCHAI)) == 4


def test_a_private_key_proves_who_we_are_and_the_secret_never_travels(gateway_of, line):
    private, public = a_pair()
    gateway = gateway_of(private_key=private, key_id=line.register_key(public))
    assert push(gateway).is_accepted
    assert line.channel_secret not in json.dumps(line.requests, default=str)


def test_a_key_that_line_does_not_know_or_that_is_none_waits_for_a_person(gateway_of, line):
    private, public = a_pair()
    kid = line.register_key(public)
    stranger = gateway_of(private_key=a_pair()[0], key_id=kid)
    forgotten = gateway_of(private_key=private, key_id="unknown")
    other = gateway_of(private_key=private, key_id=kid, id="9999999999")
    broken = gateway_of(private_key=json.dumps(json.loads(private) | {"n": "!"}), key_id=kid)
    for gateway in (stranger, forgotten, other, broken):
        assert push(gateway).answer is Answer.KEY_REFUSED


@pytest.mark.parametrize("minutes", [-10, 60])
def test_a_clock_that_is_far_off_makes_signatures_worthless(minutes, gateway_of, line, monkeypatch):
    private, public = a_pair()
    gateway = gateway_of(private_key=private, key_id=line.register_key(public))
    real = credentials.time.time()
    monkeypatch.setattr(credentials.time, "time", lambda: real + minutes * 60)
    proof = credentials._proof(gateway.tokens._channel)
    monkeypatch.undo()
    monkeypatch.setattr(credentials, "_proof", lambda channel: proof)
    assert push(gateway).answer is Answer.KEY_REFUSED


def test_neither_tokens_nor_secrets_nor_keys_are_logged_or_told(gateway_of, line, hours, capfd):
    private, public = a_pair()
    gateways = [
        gateway_of(),
        gateway_of(private_key=private, key_id=line.register_key(public)),
        gateway_of(private_key=json.dumps(json.loads(private) | {"d": "!"}), key_id="x"),
        gateway_of(secret="not-the-channels-secret"),
    ]
    told, secrets = [], [line.channel_secret, "not-the-channels-secret", json.loads(private)["d"]]
    with structlog.testing.capture_logs() as logs:
        for gateway in gateways:
            told.append(push(gateway).detail)
            secrets += line.world.issued_tokens
            line.revoke_tokens()
            hours.pass_by(minutes=1)
            line.fail_next(1, 400, {"error": f"{line.channel_secret} is wrong"}, TOKEN)
            told.append(push(gateway).detail)
            told.append(repr(gateway.tokens._channel))
            try:
                told.append(str(gateway.quota()))
            except NoToken as trouble:
                told.append(str(trouble))
    said = str(logs) + str(told) + "".join(capfd.readouterr())
    assert "access_token_fetched" in said and "access_token_not_fetched" in said
    assert not [each for each in secrets if each in said] and len(secrets) == 5
