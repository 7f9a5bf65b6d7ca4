"""A threaded HTTP server on 127.0.0.1 for the stand-in."""

import socket
import struct
import threading
from typing import TYPE_CHECKING, Any, cast

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# Linger on, for no seconds: closing then sends a reset instead of a polite end.
RESET = struct.pack("ii", 1, 0)


class Server:
    """Serves one WSGI application from threads, and can be started again after a stop."""

    def __init__(self, app: "WSGIApplication") -> None:
        self.app = app
        self.url = ""
        self._server: BaseWSGIServer | None = None

    def start(self, port: int = 0) -> None:
        self._server = make_server("127.0.0.1", port, self.app, threaded=True, request_handler=QuietHandler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class QuietHandler(WSGIRequestHandler):
    """Answers without delay and without a log line per request."""

    # Head and body leave in two writes: with Nagle's algorithm each answer would wait 40 ms for an ACK.
    disable_nagle_algorithm = True

    def connection_dropped(self, error: BaseException, environ: dict[str, Any] | None = None) -> None:
        """Wait for no further request on a broken connection, so that it closes now."""
        self.close_connection = True

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing: `requests` is the log."""


def break_connection(environ: dict[str, Any]) -> None:
    """Reset the connection a request came in on. Raises ConnectionResetError, which ends the request."""
    connection = cast(socket.socket, environ["werkzeug.socket"])
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    connection.close()
    raise ConnectionResetError
