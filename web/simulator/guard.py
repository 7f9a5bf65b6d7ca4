"""Keeps the simulator to itself: a strict content policy, and changes only from its own page."""

from urllib.parse import urlsplit

from flask import Response, abort, make_response, request

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)


def refuse_strangers() -> None:
    """Let only this page's own requests change anything; browsers name the origin of every POST."""
    if request.method in ("GET", "HEAD"):
        return
    # Browsers tell a POST's origin always, and its relation to the page on secure addresses.
    relation = request.headers.get("Sec-Fetch-Site")
    is_own = urlsplit(request.headers.get("Origin", "")).netloc == request.host
    if relation != "same-origin" if relation else not is_own:
        abort(make_response({"message": "Only the simulator's own page may do this."}, 403))


def add_policy(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cache-Control", "no-cache")
    return response
