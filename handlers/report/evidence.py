"""Photos and files that belong to the report being made: sent before, during or just after it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cards.card import Card
from engine import plain
from handlers.same_photo import ask_about_repeats
from handlers.turn import Turn
from models.evidence import PHOTO, Evidence, different_pictures, loose, loose_evidence
from models.report import Report
from models.same_picture import take_turns

SENT_BEFORE = timedelta(
    hours=12
)  # photographed on the site in the morning, reported at the desk in the afternoon


def photos_waiting(turn: Turn, opened_at: datetime) -> list[Evidence]:
    """Return what the person sent for the report that is open, from half a day before it was begun."""
    return loose_evidence(turn.session, turn.person.id, opened_at - SENT_BEFORE)


def ask_for_photos(turn: Turn, opened_at: datetime) -> None:
    """Let the question of photos_waiting travel with the next one."""
    plain.ask_ahead(turn.session, [loose(turn.person.id, opened_at - SENT_BEFORE)])


def photos_among(evidence: Sequence[Evidence]) -> int:
    """Return how many photos there are beside files and recordings; the same picture twice is one."""
    return len(different_pictures(piece for piece in evidence if piece.kind == PHOTO))


def attach(turn: Turn, evidence: Sequence[Evidence], report: Report) -> list[Card]:
    """Let evidence belong to a report, and return what is to be asked about photos that belonged elsewhere before."""
    if not evidence:
        return []
    take_turns(turn.session, turn.person.id)
    for piece in evidence:
        piece.report_id, piece.activity_id = report.id, report.activity_id
    return ask_about_repeats(turn, evidence)
