"""The WSGI application behind the stand-in: it finds endpoints, checks tokens, makes trouble on order."""

import uuid
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from web.stand_in.api import aliases, channel, content, messages, people, rich_menus
from web.stand_in.api.answers import Refused, answer
from web.stand_in.faults import RATE_MESSAGE, Fault, Faults
from web.stand_in.rates import Rates
from web.stand_in.recorder import Recorder
from web.stand_in.server import break_connection
from web.stand_in.world import World

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Endpoint = Callable[..., Response]
UNAUTHORISED = (
    "Authentication failed due to the following reason: invalid token. "
    "Confirm that the access token in the authorization header is valid."
)
TABLES = (
    messages.ENDPOINTS,
    people.ENDPOINTS,
    content.ENDPOINTS,
    rich_menus.ENDPOINTS,
    aliases.ENDPOINTS,
    channel.ENDPOINTS,
)
# Made once: to compile them takes longer than to answer a hundred requests.
ROUTES = Map(
    [Rule(path, methods=[method], endpoint=do) for table in TABLES for (method, path), do in table.items()]
)


class Api:
    """LINE's API hosts. `post` sends a body to the bot's webhook, for LINE's own webhook test."""

    def __init__(
        self, world: World, faults: Faults, rates: Rates, recorder: Recorder, post: Callable[..., int]
    ) -> None:
        self.world, self.faults, self.rates, self.recorder = world, faults, rates, recorder
        self.post = post

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        request.get_data()
        environ["line.request_id"] = str(uuid.uuid4())
        environ["line.post"] = self.post
        response = self._with_trouble(request)
        self._keep(request, response.status_code if response else 0)
        if response is None:
            break_connection(environ)
            return []
        response.headers["x-line-request-id"] = environ["line.request_id"]
        return response(environ, start_response)

    def _keep(self, request: Request, status: int) -> None:
        self.recorder.keep(request, status)
        key = request.headers.get("X-Line-Retry-Key")
        if key:
            with self.world.changed:
                self.world.retry_keys.used(key, self.world.now(), status)

    def _with_trouble(self, request: Request) -> Response | None:
        """Return the answer, an ordered error in its place, or None where the connection is to be broken."""
        if self.faults.is_down:
            return None
        fault = self.faults.take(request.path)
        if fault is None or fault.after_accepting:
            response = self._answer(request)
            self.faults.dawdle(request.path)
        if fault is None or (fault.status == 200 and fault.after_accepting and response.status_code >= 400):
            return response  # LINE never says 200 to what it refused
        return _trouble(fault)

    def _answer(self, request: Request) -> Response:
        try:
            endpoint, found = ROUTES.bind_to_environ(request.environ).match()
            self._admit(request)
            response: Response = endpoint(self.world, request, **found)
        except Refused as refused:
            return answer(refused.body, refused.status, refused.headers)
        except HTTPException as error:
            return answer({"message": "Not found"}, error.code or 404)
        return response

    def _admit(self, request: Request) -> None:
        if not self.rates.admits(request.method, request.path):
            raise Refused(429, RATE_MESSAGE)
        if request.path.startswith("/v2/bot/"):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            if scheme != "Bearer" or not self.world.accepts(token):
                raise Refused(401, UNAUTHORISED)
            if "X-Line-Retry-Key" in request.headers and request.path not in messages.RETRYABLE:
                raise Refused(400, "The X-Line-Retry-Key header is not supported by this endpoint")


def _trouble(fault: Fault) -> Response | None:
    if fault.status == 0:
        return None
    return Response(fault.body, fault.status, content_type="application/json")
