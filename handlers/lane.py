"""Takes one person's next event, lets the router answer, and commits answer and effect together."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from cards.card import Card, say
from engine.house import House
from handlers.burst import burst_of
from handlers.flood import is_flood, slow_down
from handlers.groups import put_out
from handlers.router import route
from handlers.turn import Turn
from i18n import _, speaking
from models.inbox import Event, Handled, is_waiting, next_in_lane, settle
from models.notice import write_notice
from models.person import ensure_person, person_at
from rules.urgency import Urgency

log = structlog.get_logger()
MOST_ATTEMPTS = 3
MOST_CARDS = 5
ANSWER = "answer"  # the kind of the notice that answers an event, under the event's key
# An answer that comes a day late answers nothing any more.
ANSWER_WORTH = timedelta(days=1)


def handle_lane(house: House, lane: str) -> None:
    """Handle the earliest event that waits in a lane, then let the others in: many lanes share few threads.

    One bad event never costs its neighbours: it is tried three times and then set aside.
    """
    event_id = None
    try:
        with house.db.write() as session:
            event = next_in_lane(session, lane)
            if event is None:
                return
            event_id = event.id
            wait_seconds = _handle(house, session, event)
            # What comes in from now on asks for its turn itself.
            if wait_seconds or is_waiting(session, lane):
                house.work.enqueue(session, "handle", lane, lane, wait_seconds)
    except OperationalError:
        raise  # the database's fault and not the event's: the sweep brings it back
    except Exception:
        if event_id is None:
            raise
        log.exception("event_failed", inbox=event_id)
        _count_failure(house, event_id, lane)


def _handle(house: House, session: Session, row: Event) -> float:
    """Handle an event, with the messages that followed it in one breath; return how long to wait for more of them."""
    now, event = house.clock.now(), row.event()
    user_id = _source(event).get("userId")
    put_out(session, row.channel, event, now)
    if event.get("mode") == "standby" or not isinstance(user_id, str):
        settle(session, row, Handled.SKIPPED, now)
        return 0.0
    person = ensure_person(session, row.channel, user_id, now)
    turn = Turn(house, session, now, row.channel, event, row.id, person)
    with speaking(person.language):
        if is_flood(session, row, event):
            if told := slow_down(turn):
                write_answer(turn, row, [card.message() for card in told])
            settle(session, row, Handled.SKIPPED, now)
            return 0.0
        burst = burst_of(turn, row)
        if burst.wait_seconds:
            if burst.is_first:
                house.work.enqueue(session, "loading", row.lane, f"loading:{row.lane}")
            return burst.wait_seconds
        turn, row = burst.turn, burst.last
        cards = route(turn)
        if cards:
            write_answer(turn, row, [card.message(plain=person.prefers_text) for card in cards[:MOST_CARDS]])
    for task, key in turn.tasks:
        house.work.enqueue(session, task, key, f"{task}:{key}")
    for each in burst.rows:
        settle(session, each, Handled.DONE if cards is not None else Handled.SKIPPED, now)
    return 0.0


def write_answer(turn: Turn, row: Event, messages: Sequence[dict[str, Any]]) -> None:
    """Write the answer. A group is answered for free or not at all: a push to it would cost every member's message."""
    source = _source(turn.event)
    group = source.get("groupId") or source.get("roomId")
    recipient = group if isinstance(group, str) else turn.person.line_user_id
    token = turn.event.get("replyToken")
    notice_id = write_notice(
        turn.session,
        channel=turn.channel,
        recipient=recipient,
        kind=ANSWER,
        key=row.webhook_event_id,
        messages=messages,
        now=turn.now,
        urgency=Urgency.ANSWER,
        province_id=turn.person.province_id,
        person_id=turn.person.id,
        reply_token=token if isinstance(token, str) and token else None,
        asked_at=_asked_at(turn.event, row),
        reply_only=bool(group),
        worthless_after=turn.now + ANSWER_WORTH,
    )
    if notice_id is not None:
        turn.house.work.enqueue(turn.session, "deliver", str(notice_id), f"notice:{recipient}")


def _asked_at(event: dict[str, Any], row: Event) -> datetime:
    """Return when LINE handed the reply token over; what it delivers again brings the old one."""
    context = event.get("deliveryContext")
    if not isinstance(context, dict) or not context.get("isRedelivery"):
        return row.received_at
    return min(row.received_at, datetime.fromtimestamp(row.timestamp_ms / 1000, UTC))


def _source(event: dict[str, Any]) -> dict[str, Any]:
    found = event.get("source")
    return found if isinstance(found, dict) else {}


def _count_failure(house: House, event_id: int, lane: str) -> None:
    """Try an event three times; then set it aside, so that its lane goes on, and say so."""
    with house.db.write() as session:
        row = session.get_one(Event, event_id)
        row.attempts += 1
        is_set_aside = row.attempts >= MOST_ATTEMPTS and settle(
            session, row, Handled.FAILED, house.clock.now()
        )
        house.work.enqueue(session, "handle", lane, lane)
    if is_set_aside:
        with house.db.write() as session:
            _apologise(house, session, session.get_one(Event, event_id))


def _apologise(house: House, session: Session, row: Event) -> None:
    event = row.event()
    user_id = _source(event).get("userId")
    person = person_at(session, row.channel, user_id) if isinstance(user_id, str) else None
    if person is None or event.get("type") not in ("message", "postback"):
        return
    with speaking(person.language):
        apology: Card = say(_("Something went wrong on our side; nothing was stored. Please send it again."))
    turn = Turn(house, session, house.clock.now(), row.channel, event, row.id, person)
    write_answer(turn, row, [apology.message()])
