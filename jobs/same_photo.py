"""Asks about a photo that was used before as soon as it is fetched, where its report is stored already."""

import structlog
from sqlalchemy.orm import Session

from cards.card import Card
from engine.house import House
from handlers.answer import ANSWER, write_answer
from handlers.same_photo import KIND, ask_about_repeats
from handlers.turn import Turn
from i18n import speaking
from jobs.late_turn import late_turn
from models.evidence import PHOTO, Evidence
from models.inbox import Event
from models.notice import is_written, write_notice
from rules.urgency import Urgency

log = structlog.get_logger()


def ask_about_photo(house: House, session: Session, evidence: Evidence) -> None:
    """Write the question about a photo just fetched; nothing for one of no report yet, which is looked at with it.

    A mistake of ours in asking must not have the photo fetched again and again.
    """
    if evidence.kind != PHOTO or evidence.report_id is None:
        return
    found = late_turn(house, session, evidence)
    if found is None:
        return
    turn, row = found
    with speaking(turn.person.language):
        cards = _cards(turn, evidence)
    if cards:
        _write(turn, row, evidence, cards)


def _cards(turn: Turn, evidence: Evidence) -> list[Card]:
    try:
        with turn.session.begin_nested():
            return ask_about_repeats(turn, [evidence])
    except Exception:
        log.exception("same_photo_failed", evidence=evidence.id)
        return []


def _write(turn: Turn, row: Event, evidence: Evidence, cards: list[Card]) -> None:
    """Answer the photo's own message where nothing has, which is free while its token lives; else write a notice."""
    person = turn.person
    messages = [card.message(plain=person.prefers_text) for card in cards]
    if not is_written(turn.session, person.channel, person.line_user_id, ANSWER, row.webhook_event_id):
        write_answer(turn, row, messages)
        return
    notice_id = write_notice(
        turn.session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=f"{KIND} photo",
        key=str(evidence.id),
        messages=messages,
        now=turn.now,
        urgency=Urgency.ANSWER,
        province_id=person.province_id,
        person_id=person.id,
    )
    if notice_id is not None:
        turn.house.work.enqueue(turn.session, "push", person.channel, f"push:{person.channel}")
