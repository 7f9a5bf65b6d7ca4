"""Hands out a chart behind its signed, expiring address; LINE fetches it, and whoever it was sent to."""

from flask import Blueprint, Response, abort, send_file

from documents.charts.kept import picture
from engine.house import House
from handlers.chart_links import LINK, charts_folder
from handlers.links import unseal

A_WEEK_SECONDS = 7 * 24 * 3600


def charts_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("charts", __name__)

    @blueprint.get("/charts/<token>.png")
    def chart(token: str) -> Response:
        """404 for an address that was not made here, 410 for one whose time is over."""
        link = unseal(house.settings.secret_key, LINK, token)
        if link is None:
            abort(404)
        if link.until <= house.clock.now():
            abort(410)
        path = picture(charts_folder(house.settings), str(link.said[0]))
        if path is None:
            abort(410)
        return send_file(path.resolve(), mimetype="image/png", max_age=A_WEEK_SECONDS)

    return blueprint
