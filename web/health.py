"""Is the bot alive, and is it ready: for the platform that restarts it and for the person who looks."""

from flask import Blueprint, Response, jsonify
from sqlalchemy import text

from engine.house import House
from migrations import is_current


def health_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="alive")

    @blueprint.get("/readyz")
    def readyz() -> tuple[Response, int]:
        troubles = _troubles(house)
        return jsonify(ready=not troubles, troubles=troubles), 503 if troubles else 200

    return blueprint


def _troubles(house: House) -> list[str]:
    try:
        with house.db.read() as session:
            session.execute(text("SELECT 1"))
            connection = session.connection()
            return [] if is_current(connection) else ["database: run `flask --app bot init-db`"]
    except Exception as error:
        return [f"database: {type(error).__name__}"]
