"""Replies go over kept connections, against a server that behaves as servers may."""

import socket
import threading
import time

import pytest

from line.blocking_wire import BlockingWire, Patience

ANSWER = b"HTTP/1.1 200 OK\r\nX-Line-Request-Id: 7f3a\r\nContent-Length: 2\r\n\r\n{}"
LAST = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
SOON = Patience(connect=2, answer=0.4)


class Server:
    """Gives each connection its own list of answers, one to a request; then it hangs up, or with None says nothing."""

    def __init__(self, *connections):
        self.requests = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self._listening.getsockname()[1]}/api"
        self._open = []
        threading.Thread(target=self._serve, args=(connections,), daemon=True).start()

    def _serve(self, connections):
        for number, answers in enumerate(connections):
            connection = self._listening.accept()[0]
            self._open.append(connection)
            for answer in answers:
                self.requests.append((number, connection.recv(65_536)))
                if answer is None:
                    break
                connection.sendall(answer)
            else:
                connection.close()

    def post(self, wire, patience=SOON):
        return wire.post("/reply", {"Authorization": "Bearer t"}, "ก".encode(), patience)


def test_a_connection_is_asked_again_and_line_gets_all_that_it_needs():
    server = Server([ANSWER, ANSWER])
    wire = BlockingWire(server.base)
    for _ in range(2):
        heard = server.post(wire)
        assert (heard.status, heard.request_id, heard.body) == (200, "7f3a", b"{}")
    assert [number for number, _ in server.requests] == [0, 0]
    head, body = server.requests[0][1].split(b"\r\n\r\n")
    first, *fields = head.decode().split("\r\n")
    assert first == "POST /api/reply HTTP/1.1"
    assert {"Authorization: Bearer t", "Content-Length: 3"} <= set(fields) and body == "ก".encode()


@pytest.mark.parametrize("answer", [ANSWER, LAST])
def test_a_connection_that_the_server_ended_is_replaced_before_it_is_asked(answer):
    server = Server([answer], [ANSWER])
    wire = BlockingWire(server.base)
    assert server.post(wire).status == 200
    time.sleep(0.05)
    assert server.post(wire).status == 200
    assert [number for number, _ in server.requests] == [0, 1]


@pytest.mark.parametrize("half", [b"", ANSWER[:20], ANSWER[:-1], b"SSH-2.0-x\r\n\r\n"])
def test_half_an_answer_is_a_fault_and_the_next_request_has_a_connection_of_its_own(half):
    server = Server([half], [ANSWER])
    wire = BlockingWire(server.base)
    with pytest.raises(OSError):
        server.post(wire)
    assert server.post(wire).status == 200


@pytest.mark.parametrize("said", [[None], [b"HTTP/1.1 200 OK\r\n", None]])
def test_a_server_that_says_nothing_more_keeps_nobody_for_long(said):
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        server = Server(said)
        server.post(BlockingWire(server.base))
    assert time.monotonic() - began < 2


def test_a_server_that_is_gone_is_a_fault():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(OSError):
        BlockingWire(f"http://127.0.0.1:{port}").post("/reply", {}, b"", SOON)
