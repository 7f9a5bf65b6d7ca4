"""Keeps every request the bot made, for tests to read and for a check against LINE's contract."""

import json
import pathlib
import threading
from typing import Any

from werkzeug.wrappers import Request

Record = dict[str, Any]


class Recorder:
    """`requests` holds dict(method, path, headers, body, status); `to` is a JSON Lines file to append to."""

    def __init__(self, to: pathlib.Path | None = None) -> None:
        self.requests: list[Record] = []
        self.to = to
        self.lock = threading.Lock()

    def keep(self, request: Request, status: int) -> None:
        """Remember a request and its status; 0 where the connection was broken."""
        record: Record = {
            "method": request.method,
            "path": request.full_path.removesuffix("?"),
            "headers": _headers(request),
            "body": _body(request),
        }
        with self.lock:
            self.requests.append(record | {"status": status})
            # Tokens are asked for at another service, with a contract of its own.
            if self.to and request.path.startswith("/v2/bot/"):
                with self.to.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _headers(request: Request) -> dict[str, str]:
    headers = dict(request.headers.items())
    if headers.get("Authorization", "").startswith("Bearer "):
        headers["Authorization"] = "Bearer x"
    return headers


def _body(request: Request) -> Any:
    data = request.get_data()
    if not data or request.mimetype.startswith("image/"):
        return None
    try:
        return json.loads(data)
    except ValueError:
        return data.decode(errors="replace")
