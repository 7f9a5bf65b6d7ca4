"""Takes what waits in one person's lane, event by event, lets the router answer, and commits answer and effect together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from cards.card import Card, say
from engine.house import House
from handlers.ahead import ask_for_lane, ask_for_speaker
from handlers.answer import Answer, source_of, take_answer, write_answer
from handlers.burst import burst_of
from handlers.flood import is_flood, slow_down
from handlers.groups import put_out
from handlers.router import route
from handlers.turn import Turn
from i18n import _, speaking
from models.inbox import Event, Handled, next_in_lane, settle, settle_mine
from models.person import ensure_person, person_at

log = structlog.get_logger()
MOST_ATTEMPTS = 3
MOST_CARDS = 5
# Then the others are let in: many lanes share few threads.
MOST_AT_ONCE = 5


@dataclass(frozen=True)
class Done:
    """What came of an event: the answer to send, in the list once it is committed, and how long to wait where more of
    the same breath may follow.
    """

    answers: Sequence[Answer] = ()
    wait_seconds: float = 0.0


def handle_lane(house: House, lane: str, send: Callable[[Answer], None]) -> None:
    """Handle what waits in a lane, the earliest first, and `send` each answer once it is committed.

    One bad event never costs its neighbours: it is tried three times and then set aside.
    """
    for number in range(MOST_AT_ONCE):
        answers, goes_on = _handle_next(house, lane, is_last=number == MOST_AT_ONCE - 1)
        for answer in answers:
            send(answer)
        if not goes_on:
            return


def _handle_next(house: House, lane: str, *, is_last: bool) -> tuple[Sequence[Answer], bool]:
    """Handle the earliest event of a lane; return its answer, and whether to go on with the next."""
    event_id = None
    try:
        with house.db.write() as session:
            ask_for_lane(session, lane, house.clock.now())
            event, goes_on = next_in_lane(session, lane)
            if event is None:
                return (), False
            event_id = event.id
            done = _handle(house, session, event)
            # What comes in from now on asks for its turn itself.
            goes_on = goes_on and not done.wait_seconds
            if done.wait_seconds or (goes_on and is_last):
                house.work.enqueue(session, "handle", lane, lane, done.wait_seconds)
        return done.answers, goes_on
    except OperationalError:
        raise  # the database's fault and not the event's: the sweep brings it back
    except Exception:
        if event_id is None:
            raise
        log.exception("event_failed", inbox=event_id)
        _count_failure(house, event_id, lane)
        return (), False


def _handle(house: House, session: Session, row: Event) -> Done:
    """Handle an event, with the messages that followed it in one breath."""
    now, event = house.clock.now(), row.event()
    user_id = source_of(event).get("userId")
    put_out(session, row.channel, event, now)
    if event.get("mode") == "standby" or not isinstance(user_id, str):
        settle_mine(session, row, Handled.SKIPPED, now)
        return Done()
    person = ensure_person(session, row.channel, user_id, now)
    turn = Turn(house, session, now, row.channel, event, row.id, person)
    ask_for_speaker(turn, row)
    with speaking(person.language):
        if is_flood(session, row, event):
            settle_mine(session, row, Handled.SKIPPED, now)
            return Done(_answered(turn, row, slow_down(turn), plain=False))
        burst = burst_of(turn, row)
        if burst.wait_seconds:
            if burst.is_first:
                house.work.enqueue(session, "loading", row.lane, f"loading:{row.lane}")
            return Done(wait_seconds=burst.wait_seconds)
        turn, row = burst.turn, burst.last
        cards = route(turn)
        answers = _answered(turn, row, cards or [], plain=person.prefers_text)
    for task, key in turn.tasks:
        house.work.enqueue(session, task, key, f"{task}:{key}")
    for each in burst.rows:
        settle_mine(session, each, Handled.DONE if cards is not None else Handled.SKIPPED, now)
    return Done(answers)


def _answered(turn: Turn, row: Event, cards: list[Card], *, plain: bool) -> Sequence[Answer]:
    if not cards:
        return ()
    return take_answer(turn, row, [card.message(plain=plain) for card in cards[:MOST_CARDS]])


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
    user_id = source_of(event).get("userId")
    person = person_at(session, row.channel, user_id) if isinstance(user_id, str) else None
    if person is None or event.get("type") not in ("message", "postback"):
        return
    with speaking(person.language):
        apology: Card = say(_("Something went wrong on our side; nothing was stored. Please send it again."))
    turn = Turn(house, session, house.clock.now(), row.channel, event, row.id, person)
    write_answer(turn, row, [apology.message()])
