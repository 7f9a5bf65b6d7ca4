"""Takes the words of an unsent message out of everything that was made of it; figures and causes stay."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.dialogue import Dialogue
from models.notice import Notice, Sent
from models.person import Person
from models.plan import Activity
from models.record import refresh_standing
from models.report import Report

UNSEND_WITHIN = timedelta(days=8)
_TELLING = 40  # letters: cards shorten what is longer, so the beginning tells


def forget_words(session: Session, person: Person, message_id: str, now: datetime) -> list[Report]:
    """Remove what a person's message said in own words; return the reports that were made of it."""
    drafts = _drafts_with(session, person.id, message_id, now - UNSEND_WITHIN)
    reports = _reports_with(session, person.id, message_id, now - UNSEND_WITHIN)
    words = {word for draft in drafts for word in _words_of(draft)}
    words |= {report.problem_text for report in reports if report.problem_text}
    began = min(
        [*(draft.opened_at for draft in drafts), *(report.sent_at for report in reports)], default=now
    )
    for draft in drafts:
        draft.state = {**draft.state, "items": [_silenced(item) for item in draft.state.get("items", ())]}
    for report in reports:
        report.source_unsent_at = report.source_unsent_at or now
        if report.problem_text:
            _forget_problem(session, report, report.problem_text)
    _forget_in_notices(session, person, began, words)
    return reports


def _drafts_with(session: Session, person_id: int, message_id: str, since: datetime) -> list[Dialogue]:
    query = select(Dialogue).where(Dialogue.person_id == person_id, Dialogue.touched_at > since)
    return [each for each in session.scalars(query) if message_id in each.state.get("message_ids", ())]


def _reports_with(session: Session, person_id: int, message_id: str, since: datetime) -> list[Report]:
    query = select(Report).where(Report.reporter_id == person_id, Report.sent_at > since).order_by(Report.id)
    return [each for each in session.scalars(query) if message_id in each.message_ids]


def _words_of(draft: Dialogue) -> Iterable[str]:
    for item in draft.state.get("items", ()):
        yield from item.get("how_read", ())
        problem = item.get("said", {}).get("problem_text")
        if problem:
            yield problem


def _silenced(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "how_read": [], "said": {**item.get("said", {}), "problem_text": None}}


def _forget_problem(session: Session, report: Report, words: str) -> None:
    """Remove a problem's words also from later revisions, which carried them forward."""
    carried = select(Report).where(
        Report.activity_id == report.activity_id, Report.id >= report.id, Report.problem_text == words
    )
    for revision in session.scalars(carried):
        revision.problem_text = None
    session.flush()
    refresh_standing(session, session.get_one(Activity, report.activity_id))


def _forget_in_notices(session: Session, person: Person, since: datetime, words: set[str]) -> None:
    """Cut the words out of what was sent or may still be sent, to whomever of the province.

    A push that LINE may already have stays as it is: under its retry key the body must be the same.
    """
    if not words:
        return
    is_free = or_(Notice.state != Sent.WAITING, Notice.first_pushed_at.is_(None))
    query = select(Notice).where(
        Notice.province_id == person.province_id, Notice.made_at >= since - timedelta(minutes=1), is_free
    )
    beginnings = sorted(word[:_TELLING] for word in words)
    for notice in session.scalars(query):
        messages = _without(notice.messages, beginnings)
        if messages != notice.messages:
            notice.messages = messages


def _without(node: Any, words: Sequence[str]) -> Any:
    if isinstance(node, dict):
        return {key: _without(child, words) for key, child in node.items()}
    if isinstance(node, list):
        return [_without(child, words) for child in node]
    found = [node.index(word) for word in words if word in node] if isinstance(node, str) else []
    return f"{node[: min(found)]}–" if found else node
