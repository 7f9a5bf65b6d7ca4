"""A file that somebody of the provincial office sent, once it is fetched: read, and shown before anything is stored."""

from pathlib import Path

from cards.card import Card
from cards.notes import refusal
from documents.file_kind import FileKind
from documents.opened_file import Opened, open_any, spooled
from documents.refusals import PlanFileRefused, Refusal
from engine.house import House
from handlers.access import scope_of
from handlers.imports.desk import learned_by_office, new_desk
from handlers.imports.show import show
from handlers.turn import Turn
from models.evidence import Evidence
from models.person import Person
from models.plan import activities
from rules.permissions import Action, Scope


def open_sent(house: House, evidence: Evidence, data: bytes) -> Opened | PlanFileRefused | None:
    """Return what a file of the office's holds, why it cannot be read, or None: not the office's, or no such table.

    Called before the answer's transaction: reading takes seconds.
    """
    with house.db.read() as session:
        person = session.get_one(Person, evidence.person_id)
        turn = Turn(house, session, house.clock.now(), evidence.channel, {}, 0, person)
        if scope_of(turn, Action.IMPORT_PLAN) is not Scope.PROVINCE:
            return None
        learned = {kind: learned_by_office(turn, kind) for kind in FileKind}
        year_be = turn.year_be
        has_plan = bool(activities(session, turn.province.id, year_be))
    try:
        with spooled(data, evidence.file_name or "") as path:
            return open_any(path, learned, has_plan=has_plan, year_be=year_be)
    except PlanFileRefused as refused:
        return None if refused.code in (Refusal.NO_TABLE, Refusal.NO_KNOWN_TABLE) else refused


def offer(turn: Turn, evidence: Evidence, opened: Opened) -> list[Card]:
    """Show what was understood of a file, with the buttons to store it, explain it, or leave it."""
    return show(new_desk(turn, evidence, opened))


def refuse(evidence: Evidence, refused: PlanFileRefused) -> list[Card]:
    """Return the one line for a file of the office's that cannot be read, in the language now spoken."""
    named = PlanFileRefused(refused.code, Path(evidence.file_name or "file"), refused.limit)
    return [refusal(named.reason)]
