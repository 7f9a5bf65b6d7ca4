"""Hands out the form behind a signed link: made afresh for the one person it names, for as long as the link lives."""

import io

from flask import Blueprint, Response, abort, send_file
from itsdangerous import BadSignature, SignatureExpired
from sqlalchemy.orm import Session

from engine.house import House
from handlers.form import LINK_LIVES_SECONDS, form_of, serializer
from handlers.turn import Turn
from i18n import _, speaking
from models.person import Person
from rules.fiscal_year import period_key

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("form", __name__)

    @blueprint.get("/form/<token>")
    def form(token: str) -> Response:
        from documents.report_form_sheet import (
            form_workbook,
        )  # XlsxWriter: six megabytes that few requests need

        with house.db.read() as session:
            turn = _turn(house, session, token)
            with speaking(turn.person.language):
                filled = form_of(turn)
                content = form_workbook(filled, house.settings.secret_key)
                name = _("report {month}").format(month=period_key(filled.code.period)) + ".xlsx"
        return send_file(io.BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=name)

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        words = _("This link has expired. For a new one, type “{word}” in the chat.").format(word=_("form"))
        return Response(words, 410, mimetype="text/plain")

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return blueprint


def _turn(house: House, session: Session, token: str) -> Turn:
    """Return the person for whom the link was made, as they are now; 404 where they answer for nothing any more."""
    try:
        person_id, generation = serializer(house.settings.secret_key).loads(token, max_age=LINK_LIVES_SECONDS)
    except SignatureExpired:
        abort(410)
    except (BadSignature, ValueError, TypeError):
        abort(404)
    person = session.get(Person, person_id) if isinstance(person_id, int) else None
    if person is None or person.left_at is not None or person.province_id is None:
        abort(404)
    if person.link_generation != generation:
        abort(410)
    turn = Turn(house, session, house.clock.now(), person.channel, {}, 0, person)
    if not turn.own_activities:
        abort(404)
    return turn
