"""A slow or blocked road to PostgreSQL: a socket of its own that hands everything on, as late as it is told to."""

import socket
import tempfile
import threading
from pathlib import Path

SOCKET = ".s.PGSQL.5432"


class SlowRoad:
    """Stands at `folder`, between the bot and the PostgreSQL whose socket is in `beyond`.

    Each message on its way to PostgreSQL waits for `seconds`; while the road is blocked none arrives at all.
    """

    def __init__(self, beyond: str) -> None:
        self.seconds = 0.0
        self._beyond = str(Path(beyond) / SOCKET)
        self._open = threading.Event()
        self._open.set()
        self._folder = tempfile.TemporaryDirectory(
            prefix="road-", dir="/tmp"
        )  # a socket's path must be short
        self.folder = self._folder.name
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(Path(self.folder) / SOCKET))
        self._door.listen()
        threading.Thread(target=self._let_in, daemon=True).start()

    def block(self) -> None:
        self._open.clear()

    def unblock(self) -> None:
        self._open.set()

    def _let_in(self) -> None:
        while True:
            try:
                here, _address = self._door.accept()
            except OSError:
                return
            there = socket.socket(socket.AF_UNIX)
            there.connect(self._beyond)
            threading.Thread(target=self._carry, args=(here, there, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(there, here, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, is_slow: bool) -> None:
        with source, target:
            while True:
                try:
                    data = source.recv(65536)
                    if is_slow:
                        threading.Event().wait(self.seconds)
                        self._open.wait()
                    target.sendall(data)
                except OSError:
                    return
                if not data:
                    target.close()
                    return

    def end(self) -> None:
        self._open.set()
        self._door.close()
        self._folder.cleanup()
