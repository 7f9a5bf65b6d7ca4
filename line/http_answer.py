"""Reads HTTP/1.1 answers as they come in: what a push needs of them, which is the status, LINE's request id and the body.

Source: RFC 9112, sections 4, 6 and 7.
"""

import re
from dataclasses import dataclass

MOST_HEAD_BYTES, MOST_BODY_BYTES = 64 * 1024, 1024 * 1024
HEAD_ENDS = b"\r\n\r\n"
STATUS = re.compile(rb"HTTP/1\.([01]) ([2-5]\d\d)[ \r]")
INTERIM = re.compile(rb"HTTP/1\.1 1\d\d[ \r]")
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*\r\n", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r\n]*chunked[ \t]*\r\n", re.IGNORECASE)
CONNECTION = re.compile(rb"\r\nconnection:[ \t]*([^\r\n]*)", re.IGNORECASE)
REQUEST_ID = re.compile(rb"\r\nx-line-request-id:[ \t]*([^\r\n]*?)[ \t]*\r\n", re.IGNORECASE)
CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r\n")
WITHOUT_BODY = (204, 304)


class NoAnswer(OSError):
    """What came is no HTTP answer, or the connection ended before it was whole."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """`is_last`: the connection takes no other request."""

    status: int
    request_id: str | None
    body: bytes
    is_last: bool


def answer_in(got: bytes, has_ended: bool = False) -> HttpAnswer | None:
    """Return the answer in all that a connection gave since the request, None while it is not whole. Raises NoAnswer."""
    while INTERIM.match(got) and HEAD_ENDS in got:  # "100 Continue" and its like come before the answer
        got = got.partition(HEAD_ENDS)[2]
    ends = got.find(HEAD_ENDS)
    if ends < 0:
        if has_ended or len(got) > MOST_HEAD_BYTES:
            raise NoAnswer("no answer")
        return None
    status = STATUS.match(got)
    if status is None:
        raise NoAnswer("no HTTP")
    body = _body(got, ends, int(status[2]), has_ended)
    if body is None:
        if has_ended or len(got) > MOST_HEAD_BYTES + MOST_BODY_BYTES:
            raise NoAnswer("half an answer")
        return None
    said, over = body
    request_id = REQUEST_ID.search(got, 0, ends + 2)
    # What nobody asked for would be taken for the next answer.
    is_last = has_ended or over < len(got) or _is_last(got, ends, status[1])
    return HttpAnswer(int(status[2]), request_id[1].decode("latin-1") if request_id else None, said, is_last)


def _body(got: bytes, ends: int, status: int, has_ended: bool) -> tuple[bytes, int] | None:
    """Return the body behind the head that `ends` there, and where it ends itself; None while it is not whole."""
    begins = ends + len(HEAD_ENDS)
    if status in WITHOUT_BODY:
        return b"", begins
    if CHUNKED.search(got, 0, ends + 2):
        return _chunks(got, begins)
    length = LENGTH.search(got, 0, ends + 2)
    if length is None:
        return (got[begins:], len(got)) if has_ended else None
    over = begins + int(length[1])
    return (got[begins:over], over) if over <= len(got) else None


def _chunks(got: bytes, at: int) -> tuple[bytes, int] | None:
    pieces: list[bytes] = []
    while (line_ends := got.find(b"\r\n", at)) >= 0:
        chunk = CHUNK.match(got, at)
        if chunk is None:
            raise NoAnswer("broken chunks")
        begins = line_ends + 2
        ends = begins + int(chunk[1], 16)
        if ends == begins:  # the last one; fields may follow it
            over = got.find(HEAD_ENDS, line_ends)
            return None if over < 0 else (b"".join(pieces), over + len(HEAD_ENDS))
        pieces.append(got[begins:ends])
        at = ends + 2
    return None


def _is_last(got: bytes, ends: int, version: bytes) -> bool:
    said = CONNECTION.search(got, 0, ends + 2)
    words = said[1].lower() if said else b""
    return b"close" in words or (version == b"0" and b"keep-alive" not in words)
