"""What a Prometheus server asks for, and who may ask."""

import hmac
import ipaddress

from flask import Blueprint, Request, Response, request
from sqlalchemy.exc import SQLAlchemyError

from engine.house import House

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via")


def metrics_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("metrics", __name__)

    @blueprint.get("/metrics")
    def metrics() -> Response:
        if not _may_ask(request, house.settings.metrics_token):
            return Response("only from this machine, or with METRICS_TOKEN as bearer token\n", 403)
        # With a library that a process which nobody asks does without.
        from web.figures import CONTENT_TYPE, figures

        try:
            return Response(figures(house), content_type=CONTENT_TYPE)
        except SQLAlchemyError:
            return Response("the database cannot be read\n", 503)

    return blueprint


def _may_ask(asked: Request, token: str) -> bool:
    """Return whether this machine asks, or somebody with the token.

    Through a reverse proxy on this machine everybody seems to come from here, so what was forwarded needs the token.
    """
    kind, _, given = asked.headers.get("Authorization", "").partition(" ")
    if token and kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode()):
        return True
    return _is_loopback(asked.remote_addr) and not any(name in asked.headers for name in FORWARDED)


def _is_loopback(address: str | None) -> bool:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
