"""What comes over a connection: whole answers however they are cut, and never a guess from half of one."""

import pytest

from line.http_answer import MOST_HEAD_BYTES, NoAnswer, answer_in

HEAD = b"HTTP/1.1 200 OK\r\nX-Line-Request-Id: 7f3a\r\nContent-Type: application/json\r\n"
LENGTH = HEAD + b"Content-Length: 2\r\n\r\n{}"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n"


@pytest.mark.parametrize("whole", [LENGTH, CHUNKED, b"HTTP/1.1 100 Continue\r\n\r\n" + LENGTH])
def test_an_answer_is_there_with_its_last_byte_and_not_before(whole):
    assert [answer_in(whole[:cut]) for cut in range(len(whole))] == [None] * len(whole)
    answer = answer_in(whole)
    assert (answer.status, answer.request_id, answer.body, answer.is_last) == (200, "7f3a", b"{}", False)


def test_a_body_without_length_ends_with_its_connection():
    said = b"HTTP/1.0 500 Oh\r\n\r\nunwell"
    assert answer_in(said) is None
    answer = answer_in(said, has_ended=True)
    assert (answer.status, answer.body, answer.is_last) == (500, b"unwell", True)


@pytest.mark.parametrize("cut", [0, 10, len(HEAD), len(LENGTH) - 1])
def test_half_an_answer_is_none(cut):
    with pytest.raises(NoAnswer):
        answer_in(LENGTH[:cut], has_ended=True)


@pytest.mark.parametrize(
    "garbage",
    [
        b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 9xx\r\n\r\n",
        b"x" * (MOST_HEAD_BYTES + 1),
        CHUNKED.replace(b"1;", b"z;"),
    ],
)
def test_what_is_no_answer_is_said_to_be_none(garbage):
    with pytest.raises(NoAnswer):
        answer_in(garbage)


def test_whoever_says_close_or_speaks_the_old_version_is_not_asked_again():
    assert answer_in(LENGTH.replace(b"Content-Length", b"Connection: Close\r\nContent-Length")).is_last
    old = LENGTH.replace(b"HTTP/1.1", b"HTTP/1.0")
    assert answer_in(old).is_last
    assert not answer_in(old.replace(b"Content-Length", b"Connection: keep-alive\r\nContent-Length")).is_last


def test_an_answer_without_body_needs_no_length():
    assert answer_in(b"HTTP/1.1 204 No Content\r\n\r\n").body == b""


def test_fields_within_the_body_are_no_fields():
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n\r\nx-line-request-id: forged\r\n"
    assert answer_in(said).request_id is None
