"""Takes the words of an unsent message out of everything that was made of it; figures and causes stay."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.dialogue import Dialogue
from models.notice import Notice, Sent
from models.person import Person
from models.plan import Activity
from models.report import Report, refresh_standing

UNSEND_WITHIN = timedelta(days=8)
_TELLING = 40  # letters: cards shorten what is longer, so the beginning tells


def forget_words(session: Session, person: Person, message_id: str, now: datetime) -> list[Report]:
    """Remove what a person's message said in own words; return the reports that were made of it."""
    since = now - UNSEND_WITHIN
    _forget_drafts(session, person.id, message_id, since)
    query = select(Report).where(Report.reporter_id == person.id, Report.sent_at > since).order_by(Report.id)
    found = [report for report in session.scalars(query) if message_id in report.message_ids]
    for report in found:
        report.source_unsent_at = report.source_unsent_at or now
        if report.problem_text:
            _forget_problem(session, report, report.problem_text)
    return found


def _forget_drafts(session: Session, person_id: int, message_id: str, since: datetime) -> None:
    query = select(Dialogue).where(Dialogue.person_id == person_id, Dialogue.touched_at > since)
    for dialogue in session.scalars(query):
        if message_id in dialogue.state.get("message_ids", ()):
            items = [_silenced(item) for item in dialogue.state.get("items", ())]
            dialogue.state = {**dialogue.state, "items": items}


def _silenced(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "said": {**item.get("said", {}), "problem_text": None}}


def _forget_problem(session: Session, report: Report, words: str) -> None:
    """Remove a problem's words also from later revisions, which carried them forward, and from what was sent."""
    carried = select(Report).where(
        Report.activity_id == report.activity_id, Report.id >= report.id, Report.problem_text == words
    )
    for revision in session.scalars(carried):
        revision.problem_text = None
    session.flush()
    refresh_standing(session, session.get_one(Activity, report.activity_id))
    for notice in _notices_since(session, report):
        messages = _without(notice.messages, words[:_TELLING])
        if messages != notice.messages:
            notice.messages = messages


def _notices_since(session: Session, report: Report) -> Sequence[Notice]:
    """Return what was sent or may still be sent; a push that LINE may already have must stay as it is."""
    is_free = or_(Notice.state != Sent.WAITING, Notice.first_pushed_at.is_(None))
    query = select(Notice).where(
        Notice.province_id == report.province_id, Notice.made_at > report.sent_at - UNSEND_WITHIN, is_free
    )
    return session.scalars(query).all()


def _without(node: Any, words: str) -> Any:
    if isinstance(node, dict):
        return {key: _without(child, words) for key, child in node.items()}
    if isinstance(node, list):
        return [_without(child, words) for child in node]
    if isinstance(node, str) and words in node:
        return f"{node.split(words)[0]}–"
    return node
