"""Hands out a chart behind its signed, expiring address; LINE fetches it, and whoever it was sent to."""

from flask import Blueprint, Response, abort, send_file

from documents.charts.kept import picture
from engine.house import House
from handlers.chart_links import charts_folder, link_of

A_WEEK_SECONDS = 7 * 24 * 3600


def charts_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("charts", __name__)

    @blueprint.get("/charts/<token>.png")
    def chart(token: str) -> Response:
        """404 for an address that was not made here, 410 for one whose time is over."""
        link = link_of(house.settings.secret_key, token)
        if link is None:
            abort(404)
        if link.until <= house.clock.now():
            abort(410)
        path = picture(charts_folder(house.settings), link.name)
        if path is None:
            abort(410)
        response = send_file(path.resolve(), mimetype="image/png", max_age=A_WEEK_SECONDS)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Content-Security-Policy"] = "default-src 'none'"
        return response

    return blueprint
