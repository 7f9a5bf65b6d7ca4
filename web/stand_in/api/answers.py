"""How LINE answers: JSON, and errors as {"message": …}."""

import json
from typing import Any

from werkzeug.wrappers import Request, Response


class Refused(Exception):
    """An error answer. `details` names the fields at fault; `headers` go with it."""

    def __init__(
        self, status: int, message: str, details: list[dict[str, str]] | None = None, **more: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers: dict[str, str] = more.pop("headers", {})
        self.body = {"message": message} | ({"details": details} if details else {}) | more


def answer(body: Any = None, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Return a JSON answer; an empty object where there is nothing to say."""
    text = json.dumps({} if body is None else body, ensure_ascii=False)
    return Response(text, status, headers, content_type="application/json")


def json_body(request: Request) -> dict[str, Any]:
    """Return the request's JSON object. Raises Refused 400 where it is not one."""
    try:
        body = json.loads(request.get_data())
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refused(400, "The request body has 1 error(s)", [{"message": "must be a JSON object"}])
    return body
