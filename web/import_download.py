"""Hands out annotated copies and the reconciliation behind signed links: for the one person named, for a day."""

import io
from typing import Any

from flask import Blueprint, Response, abort, send_file
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from sqlalchemy.orm import Session

from documents.file_kind import FileKind
from documents.opened_file import kept_path, spooled
from documents.plan_hidden import Hidden
from documents.plan_marks import annotated_plan
from documents.plan_reading import PlanReading
from documents.reconciliation_sheet import reconciliation_workbook
from documents.refusals import PlanFileRefused
from documents.table_marks import annotated_table
from engine.house import House
from handlers.access import scope_of, within_reach
from handlers.imports.desk import LINK_LIVES_SECONDS, link_serializer, read_kept
from handlers.imports.reconcile import sheet_serializer
from handlers.turn import Turn
from i18n import _, speaking
from models.access import Seen, note_access
from models.evidence import Evidence
from models.person import Person
from models.reconciliation import reconcile
from rules.permissions import Action, Scope

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def imports_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("imports", __name__)

    @blueprint.get("/imports/<token>")
    def annotated(token: str) -> Response:
        with house.db.read() as session:
            said = _opened(link_serializer(house.settings.secret_key), token)
            turn = _turn(house, session, said[:2], Action.IMPORT_PLAN)
            evidence_id, kind, hidden, letters = said[2:]
            with speaking(turn.person.language):
                copy = _copy(turn, evidence_id, FileKind(kind), Hidden(hidden), letters)
        _note(house, turn.person, Seen.CHECKED_COPY, evidence_id)
        return copy

    @blueprint.get("/imports/reconciliation/<token>")
    def sheet(token: str) -> Response:
        with house.db.read() as session:
            said = _opened(sheet_serializer(house.settings.secret_key), token)
            turn = _turn(house, session, said, Action.SEE_DISBURSED)
            with speaking(turn.person.language):
                found = reconcile(session, within_reach(turn, Action.SEE_DISBURSED), turn.today)
                if found is None:
                    abort(404)
                workbook = _file(reconciliation_workbook(found, turn.today), _("reconciliation"))
        _note(house, turn.person, Seen.RECONCILIATION, None)
        return workbook

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        return Response(
            _("This link worked for a day. Ask again in the chat to get a new one."),
            410,
            mimetype="text/plain",
        )

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return blueprint


def _note(house: House, person: Person, what: Seen, about_id: int | None) -> None:
    with house.db.write() as session:
        note_access(session, person, what, about_id, house.clock.now())


def _opened(serializer: URLSafeTimedSerializer, token: str) -> Any:
    """Return what a link says; 404 for one that was not made here, 410 once its day is over."""
    try:
        return serializer.loads(token, max_age=LINK_LIVES_SECONDS)
    except SignatureExpired:
        abort(410)
    except BadSignature:
        abort(404)


def _turn(house: House, session: Session, said: list[int], action: Action) -> Turn:
    """Return the person for whom the link was made, as they are now.

    404 where they no longer see the province's; 410 where they had all their links cancelled since.
    """
    person_id, generation = said
    person = session.get(Person, person_id)
    if person is None or person.left_at is not None or person.province_id is None:
        abort(404)
    if person.link_generation != generation:
        abort(410)
    turn = Turn(house, session, house.clock.now(), person.channel, {}, 0, person)
    if scope_of(turn, action) is not Scope.PROVINCE:
        abort(404)
    return turn


def _copy(turn: Turn, evidence_id: int, kind: FileKind, hidden: Hidden, letters: dict[str, str]) -> Response:
    evidence = turn.session.get(Evidence, evidence_id)
    if evidence is None or evidence.province_id != turn.province.id or not evidence.sha256:
        abort(404)
    try:
        reading = read_kept(turn, evidence_id, kind, hidden, letters)
        data = kept_path(turn.house.files, evidence.sha256).read_bytes()
        with spooled(data, evidence.file_name or "") as path:
            if isinstance(reading, PlanReading):
                content = annotated_plan(path, reading)
            else:
                content = annotated_table(path, reading)
    except PlanFileRefused:
        abort(404)
    return _file(content, _("checked copy"))


def _file(content: bytes, name: str) -> Response:
    return send_file(io.BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=f"{name}.xlsx")
