"""Hands out official papers behind signed links: to the one person whom a link names, while it and their post last."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort
from sqlalchemy.orm import Session

from documents.papers.forms import form_named
from documents.papers.made import write_from
from documents.papers.pictures import kept_pictures
from engine.house import House
from handlers.papers.making import LINK
from handlers.papers.menu import may_write
from i18n import _
from models.access import Seen, note_access
from models.paper import Paper, paper_coded
from models.paper_template import template_kept
from models.person import Person
from web.own_links import XLSX, download, opened, over

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": XLSX,
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Found:
    """What a good link opens."""

    paper: Paper
    template: bytes
    person: Person


def papers_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("papers", __name__)

    @blueprint.get("/papers/<token>/<kind>")
    def paper(token: str, kind: str) -> Response:
        with house.db.read() as session:
            found = _found(house, session, token)
        form = form_named(found.paper.form)
        if form is None or kind not in form.kinds():
            abort(404)
        with house.db.write() as session:
            note_access(session, found.person, Seen.PAPER, found.paper.id, house.clock.now())
        # Drawing takes a moment, and no session is open meanwhile.
        content = write_from(found.paper, found.template, kind, kept_pictures(house.files))
        return download(content, f"{form.name}-{found.paper.code}.{kind}", TYPES[kind])

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        return over(_("documents"))

    return blueprint


def _found(house: House, session: Session, token: str) -> Found:
    """Return the paper of a link; 410 where the person may not have it any more."""
    turn, said = opened(house, session, LINK, token)
    paper = paper_coded(session, str(said[0]))
    if paper is None or paper.province_id != turn.person.province_id or not may_write(turn):
        abort(410)
    return Found(paper, template_kept(session, paper.template_sha256), turn.person)
