"""Requests over kept connections, against a server that behaves as servers may."""

import asyncio
import socket
import time

import pytest

from line.wire import MOST_BYTES, Connection, NoAnswer, Wire

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
LAST = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"


HEAD = b"HTTP/1.1 200 OK\r\nX-Line-Request-Id: 7f3a\r\nContent-Type: application/json\r\n"
LENGTH = HEAD + b"Content-Length: 2\r\n\r\n{}"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n"


class NoTransport(asyncio.Transport):
    def write(self, data):
        pass


def heard(*pieces, has_ended=False):
    """Return what a connection that was asked hears in these pieces (None: nothing whole), and whether it can be asked again."""

    async def ask():
        connection = Connection()
        connection.connection_made(NoTransport())
        waiter = connection.ask(b"", asyncio.get_running_loop().time() + 5)
        for piece in pieces:
            connection.data_received(piece)
        if has_ended:
            connection.connection_lost(None)
        return waiter.result() if waiter.done() else None, connection.is_open

    return asyncio.run(ask())


@pytest.mark.parametrize("whole", [LENGTH, CHUNKED, b"HTTP/1.1 100 Continue\r\n\r\n" + LENGTH])
def test_an_answer_is_there_with_its_last_byte_and_not_before(whole):
    pieces = [whole[at : at + 1] for at in range(len(whole))]
    assert heard(*pieces[:-1]) == (None, True)
    for cut in (pieces, [whole]):
        answer, can_be_asked = heard(*cut)
        assert (answer.status, answer.request_id, answer.body) == (200, "7f3a", b"{}") and can_be_asked


@pytest.mark.parametrize("cut", [0, 10, len(HEAD), len(LENGTH) - 1])
def test_half_an_answer_is_none(cut):
    with pytest.raises(NoAnswer):
        heard(LENGTH[:cut], has_ended=True)


@pytest.mark.parametrize(
    "garbage",
    [
        b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 9xx\r\n\r\n",
        HEAD + b"X: " + b"x" * MOST_BYTES,
        CHUNKED.replace(b"1;", b"z;"),
        LENGTH.replace(b"Length: 2", b"Length: 2\r\nContent-Length: 3"),
    ],
)
def test_what_is_no_answer_is_said_to_be_none(garbage):
    with pytest.raises(NoAnswer):
        heard(garbage)


def test_whoever_says_close_or_speaks_the_old_version_is_not_asked_again():
    assert heard(LENGTH.replace(b"Content-Length", b"Connection: Close\r\nContent-Length"))[1] is False
    assert heard(LENGTH.replace(b"HTTP/1.1", b"HTTP/1.0"))[1] is False


def test_an_answer_without_body_needs_no_length_and_each_has_its_own_request_id():
    assert heard(LENGTH.replace(b"200 OK", b"500 Oh"))[0].status == 500
    assert heard(b"HTTP/1.1 204 No Content\r\n\r\n")[0] == (204, None, b"")


def test_fields_within_the_body_are_no_fields():
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n\r\nx-line-request-id: forged\r\n"
    assert heard(said)[0].request_id is None


class Server:
    """Answers each request with the next of `answers`; None: closes without a word, b"": says nothing."""

    def __init__(self, *answers):
        self.answers, self.connections, self.requests = list(answers), 0, []

    async def serve(self, reader, writer):
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                self.requests.append(head + await reader.readexactly(length))
                answer = self.answers.pop(0)
                if answer is None:
                    break
                writer.write(answer)
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()


def talk(server, conversation, longest_seconds=5.0):
    """Run a conversation, which is given the wire, with the server."""

    async def run():
        async with await asyncio.start_server(server.serve, "127.0.0.1", 0) as listening:
            port = listening.sockets[0].getsockname()[1]
            wire = Wire(f"http://127.0.0.1:{port}/push", 3, longest_seconds)
            try:
                return await conversation(wire)
            finally:
                await wire.close()

    return asyncio.run(run())


async def twice(wire):
    return [await wire.post(b"X: y\r\n", (b"bo", b"dy")) for _ in range(2)]


def test_one_connection_serves_one_request_after_another():
    server = Server(ANSWER, ANSWER)
    assert [each.status for each in talk(server, twice)] == [200, 200]
    assert server.connections == 1
    request = server.requests[0]
    assert request.startswith(b"POST /push HTTP/1.1\r\nHost: 127.0.0.1:") and request.endswith(
        b"\r\n\r\nbody"
    )


def test_requests_at_the_same_time_have_a_connection_each():
    server = Server(*[ANSWER] * 5)

    async def together(wire):
        return await asyncio.gather(*(wire.post(b"", ()) for _ in range(5)))

    assert len(talk(server, together)) == 5 and server.connections == 5


@pytest.mark.parametrize("first", [LAST, ANSWER + b"and what nobody asked for"])
def test_a_connection_that_is_no_good_any_more_is_left(first):
    server = Server(first, ANSWER)
    assert len(talk(server, twice)) == 2
    assert server.connections == 2


def test_a_connection_closed_while_it_rested_costs_nothing():
    server = Server(ANSWER, ANSWER)

    async def with_a_rest(wire):
        await wire.post(b"", ())
        for each in wire._free:
            each._transport.get_extra_info("socket").shutdown(2)
        await asyncio.sleep(0.05)
        return await wire.post(b"", ())

    assert talk(server, with_a_rest).status == 200 and server.connections == 2


def test_a_server_that_hangs_up_is_an_error_at_once():
    with pytest.raises(OSError, match="no answer"):
        talk(Server(None), twice)


def test_a_server_that_says_nothing_is_waited_for_no_longer_than_allowed():
    server = Server(b"")
    with pytest.raises(TimeoutError):
        talk(server, twice, longest_seconds=0.2)


def test_each_request_has_its_own_time_also_over_the_same_connection():
    server = Server(ANSWER, b"")

    async def with_a_rest(wire):
        await wire.post(b"", ())
        await asyncio.sleep(0.3)
        asked_at = time.monotonic()
        with pytest.raises(TimeoutError):
            await wire.post(b"", ())
        return time.monotonic() - asked_at

    assert talk(server, with_a_rest, longest_seconds=0.4) >= 0.4 and server.connections == 1


def test_a_server_is_not_blamed_where_we_stood_still_ourselves():
    async def standing_still(wire):
        wire._connect_seconds = 0.3
        asyncio.get_running_loop().call_later(0, time.sleep, 0.6)
        return await wire.post(b"", ())

    assert talk(Server(ANSWER), standing_still).status == 200


def test_a_server_that_does_not_take_a_connection_is_waited_for_no_longer_than_allowed():
    async def connect():
        with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf, socket.socket() as first:
            first.connect(deaf.getsockname())  # whoever comes next is not let in
            began = time.monotonic()
            with pytest.raises(TimeoutError):
                await Wire(f"http://127.0.0.1:{deaf.getsockname()[1]}/push", 0.3, 5).post(b"", ())
            return time.monotonic() - began

    assert 0.3 <= asyncio.run(connect()) < 4


def test_nobody_there_is_an_error():
    with pytest.raises(OSError):
        asyncio.run(Wire("http://127.0.0.1:9/push", 3, 5).post(b"", ()))
