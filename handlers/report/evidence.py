"""Photos and files that belong to the report being made: sent before, during or just after it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.turn import Turn
from models.evidence import Evidence, loose_evidence
from models.report import Report

SENT_BEFORE = timedelta(
    hours=12
)  # photographed on the site in the morning, reported at the desk in the afternoon


def photos_waiting(turn: Turn, opened_at: datetime) -> list[Evidence]:
    """Return what the person sent for the report that is open, from half a day before it was begun."""
    return loose_evidence(turn.session, turn.person.id, opened_at - SENT_BEFORE)


def photos_among(evidence: Sequence[Evidence]) -> int:
    """Return how many photos there are beside files, recordings and places."""
    return sum(piece.kind == "image" for piece in evidence)


def attach(evidence: Sequence[Evidence], report: Report) -> int:
    """Let evidence belong to a report, and return how many pieces there were."""
    for piece in evidence:
        piece.report_id, piece.activity_id = report.id, report.activity_id
    return len(evidence)
