"""Hands out annotated copies and the reconciliation behind signed links: for the one person named, for a day."""

from flask import Blueprint, Response, abort

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
from handlers.imports.desk import LINK as COPY
from handlers.imports.desk import read_kept
from handlers.imports.reconcile import LINK as RECONCILIATION
from handlers.turn import Turn
from i18n import _, speaking
from models.access import Seen, note_access
from models.evidence import Evidence
from models.person import Person
from models.reconciliation import reconcile
from rules.permissions import Action, Scope
from web.own_links import download, opened


def imports_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("imports", __name__)

    @blueprint.get("/imports/<token>")
    def annotated(token: str) -> Response:
        with house.db.read() as session:
            turn, said = opened(house, session, COPY, token)
            _must_still(turn, Action.IMPORT_PLAN)
            evidence_id, kind, hidden, letters = said
            with speaking(turn.person.language):
                copy = _copy(turn, evidence_id, FileKind(kind), Hidden(hidden), letters)
        _note(house, turn.person, Seen.CHECKED_COPY, evidence_id)
        return copy

    @blueprint.get("/imports/reconciliation/<token>")
    def sheet(token: str) -> Response:
        with house.db.read() as session:
            turn, _nothing = opened(house, session, RECONCILIATION, token)
            _must_still(turn, Action.SEE_DISBURSED)
            with speaking(turn.person.language):
                found = reconcile(session, within_reach(turn, Action.SEE_DISBURSED), turn.today)
                if found is None:
                    abort(404)
                content = reconciliation_workbook(found, turn.today)
                name = _("reconciliation")
        _note(house, turn.person, Seen.RECONCILIATION, None)
        return download(content, f"{name}.xlsx")

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        return Response(
            _("This link worked for a day. Ask again in the chat to get a new one."),
            410,
            mimetype="text/plain",
        )

    return blueprint


def _note(house: House, person: Person, what: Seen, about_id: int | None) -> None:
    with house.db.write() as session:
        note_access(session, person, what, about_id, house.clock.now())


def _must_still(turn: Turn, action: Action) -> None:
    """Stop with 410 where the person does not see the whole province any more."""
    if scope_of(turn, action) is not Scope.PROVINCE:
        abort(410)


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
    return download(content, f"{_('checked copy')}.xlsx")
