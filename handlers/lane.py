"""Takes one person's events in order, lets the router answer, and commits answer and effect together."""

from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy.orm import Session

from cards.card import Card, say
from engine.house import House
from handlers.router import route
from handlers.turn import Turn
from i18n import _, speaking
from models.inbox import Event, Handled, next_in_lane, settle
from models.notice import write_notice
from models.person import Person, ensure_person
from rules.urgency import Urgency

log = structlog.get_logger()
MOST_ATTEMPTS = 3
MOST_CARDS = 5


def handle_lane(house: House, lane: str) -> None:
    """Handle everything that waits in a lane, earliest first. One bad event never costs its neighbours."""
    while _handle_next(house, lane):
        pass


def _handle_next(house: House, lane: str) -> bool:
    event_id = None
    try:
        with house.db.write() as session:
            event = next_in_lane(session, lane)
            if event is None:
                return False
            event_id = event.id
            _handle(house, session, event)
    except Exception:
        if event_id is None:
            raise
        log.exception("event_failed", event=event_id)
        _count_failure(house, event_id)
    return True


def _handle(house: House, session: Session, row: Event) -> None:
    now, event = house.clock.now(), row.event()
    user_id = (event.get("source") or {}).get("userId")
    if event.get("mode") == "standby" or not isinstance(user_id, str):
        settle(session, row, Handled.SKIPPED, now)
        return
    person = ensure_person(session, row.channel, user_id, now)
    turn = Turn(house, session, now, row.channel, event, row.id, person)
    with speaking(person.language):
        cards = route(turn)
        if cards:
            _write_answer(turn, row, [card.message(plain=person.prefers_text) for card in cards[:MOST_CARDS]])
    for task, key in turn.tasks:
        house.work.enqueue(session, task, key, f"{task}:{key}")
    settle(session, row, Handled.DONE if cards is not None else Handled.SKIPPED, now)


def _write_answer(turn: Turn, row: Event, messages: Sequence[dict[str, Any]]) -> None:
    source = turn.event.get("source") or {}
    recipient = source.get("groupId") or source.get("roomId") or turn.person.line_user_id
    token = turn.event.get("replyToken")
    notice_id = write_notice(
        turn.session,
        channel=turn.channel,
        recipient=recipient,
        kind="answer",
        key=row.webhook_event_id,
        messages=messages,
        now=turn.now,
        urgency=Urgency.ANSWER,
        province_id=turn.person.province_id,
        person_id=turn.person.id,
        reply_token=token if isinstance(token, str) and token else None,
    )
    if notice_id is not None:
        turn.house.work.enqueue(turn.session, "deliver", str(notice_id), f"notice:{recipient}")


def _count_failure(house: House, event_id: int) -> None:
    """Try an event three times; then set it aside, so that its lane goes on, and say so."""
    with house.db.write() as session:
        row = session.get_one(Event, event_id)
        row.attempts += 1
        if row.attempts < MOST_ATTEMPTS or not settle(session, row, Handled.FAILED, house.clock.now()):
            return
        event = row.event()
        user_id = (event.get("source") or {}).get("userId")
        person = session.query(Person).filter_by(channel=row.channel, line_user_id=user_id).one_or_none()
        if person is None or event.get("type") not in ("message", "postback"):
            return
        with speaking(person.language):
            apology: Card = say(
                _("Something went wrong on our side; nothing was stored. Please send it again.")
            )
        turn = Turn(house, session, house.clock.now(), row.channel, event, row.id, person)
        _write_answer(turn, row, [apology.message()])
