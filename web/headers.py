"""What every answer of the web server says to the browser: load nothing, frame nothing, guess nothing, tell nobody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from settings import Settings

if TYPE_CHECKING:
    from flask import Response

# A page that needs more says so itself (web/photos, web/simulator/guard), and only what it needs.
POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
A_YEAR = "max-age=31536000"


def headers_of(settings: Settings) -> dict[str, str]:
    """Return the headers of every answer."""
    is_https = settings.public_url.startswith("https://")
    return ALWAYS | ({"Strict-Transport-Security": A_YEAR} if is_https else {})


def guard(settings: Settings) -> Callable[["Response"], "Response"]:
    """Return what adds the headers that an answer does not carry yet."""
    headers = headers_of(settings)

    def add(response: "Response") -> "Response":
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response

    return add
