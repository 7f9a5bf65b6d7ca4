"""Answers by itself what machines ask all day, and turns away who knocks at doors that are not there.

Flask is loaded for neither: scanners of the whole internet would see to it that every process holds it.
"""

from collections.abc import Callable, Iterable

from engine.house import House
from web.callback import Answer
from web.front import Application, Environ, Start
from web.headers import headers_of
from web.health import healthz, readyz

ANSWERED: dict[str, Callable[[House], Answer]] = {"/healthz": healthz, "/readyz": readyz}
READING = ("GET", "HEAD")
READ_ONLY = Answer("405 METHOD NOT ALLOWED", b'{"message":"GET only"}\n')
NOWHERE = Answer("404 NOT FOUND", b'{"message":"nothing here"}\n')


class Porter:
    """A WSGI application: /healthz and /readyz are answered here; `inner` is asked for the rest, or for `paths` alone."""

    def __init__(self, house: House, inner: Application, paths: tuple[str, ...] = ()) -> None:
        self._house, self._inner, self._paths = house, inner, paths
        self._headers = [("Content-Type", "application/json"), *headers_of(house.settings).items()]

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path in ANSWERED:
            may_read = environ["REQUEST_METHOD"] in READING
            answer = ANSWERED[path](self._house) if may_read else READ_ONLY
        elif not self._paths or path in self._paths:
            return self._inner(environ, start)
        else:
            answer = NOWHERE
        more = [("Allow", ", ".join(READING))] if answer is READ_ONLY else []
        start(answer.status, [*self._headers, ("Content-Length", str(len(answer.body))), *more])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]
