"""Hands out official papers behind signed links: to the one person whom a link names, while it and their post last."""

import io
from dataclasses import dataclass

from flask import Blueprint, Response, abort, send_file
from itsdangerous import BadSignature, SignatureExpired
from sqlalchemy.orm import Session

from documents.papers.forms import form_named
from documents.papers.made import write_from
from documents.papers.pictures import kept_pictures
from engine.house import House
from handlers.papers.making import LINK_LIVES_SECONDS, serializer
from handlers.papers.menu import may_write
from handlers.turn import Turn
from i18n import _, speaking
from models.access import Seen, note_access
from models.paper import Paper, paper_coded
from models.paper_template import template_kept
from models.person import Person

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Opened:
    """What a good link opens."""

    paper: Paper
    template: bytes
    person: Person


def papers_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("papers", __name__)

    @blueprint.get("/papers/<token>/<kind>")
    def paper(token: str, kind: str) -> Response:
        with house.db.read() as session:
            opened = _opened(house, session, token)
        form = form_named(opened.paper.form)
        if form is None or kind not in form.kinds():
            abort(404)
        with house.db.write() as session:
            note_access(session, opened.person, Seen.PAPER, opened.paper.id, house.clock.now())
        # Drawing takes a moment, and no session is open meanwhile.
        content = write_from(opened.paper, opened.template, kind, kept_pictures(house.files))
        name = f"{form.name}-{opened.paper.code}.{kind}"
        return send_file(io.BytesIO(content), mimetype=TYPES[kind], as_attachment=True, download_name=name)

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        with speaking("th"):
            words = _("This link has expired. For a new one, type “{word}” in the chat.")
            return Response(words.format(word=_("documents")), 410, mimetype="text/plain")

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return blueprint


def _opened(house: House, session: Session, token: str) -> Opened:
    """Return the paper of a link; 410 where its day is over, 404 where the person may not have it (any more)."""
    try:
        said = serializer(house.settings.secret_key).loads(token, max_age=LINK_LIVES_SECONDS)
        person_id, generation, code = said
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
    paper = paper_coded(session, str(code))
    if paper is None or paper.province_id != person.province_id or not may_write(turn):
        abort(404)
    return Opened(paper, template_kept(session, paper.template_sha256), person)
