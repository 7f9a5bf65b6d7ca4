"""Writes the answer to an event as a notice; a lane sends its own at once, whoever else answers leaves it to a task."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from handlers.turn import Turn
from models.inbox import Event
from models.notice import LEASE, REPLY_TOKEN_LIVES, write_notice
from rules.urgency import Urgency

ANSWER = "answer"  # the kind of the notice that answers an event, under the event's key
# An answer that comes a day late answers nothing any more.
ANSWER_WORTH = timedelta(days=1)


@dataclass(frozen=True)
class Answer:
    """An answer to be sent by its reply token; until `ours_until` nobody else sends its notice."""

    notice_id: int
    channel: str
    recipient: str
    messages: Sequence[dict[str, Any]]
    reply_token: str
    ours_until: datetime


def write_answer(turn: Turn, row: Event, messages: Sequence[dict[str, Any]]) -> None:
    """Write the answer and ask for the task that sends it."""
    notice_id = _write(turn, row, messages)
    if notice_id is not None:
        turn.house.work.enqueue(turn.session, "deliver", str(notice_id), f"notice:{_recipient(turn)}")


def take_answer(turn: Turn, row: Event, messages: Sequence[dict[str, Any]]) -> list[Answer]:
    """Write the answer as taken for sending by whoever asks, who finds it in the list once the session has committed.

    The list stays empty where it was answered before, or the token is too old, and a task pushes the answer.
    """
    taken: list[Answer] = []
    token = _token(turn)
    lives = token is not None and turn.now < _asked_at(turn.event, row) + REPLY_TOKEN_LIVES
    if token is None or not lives or turn.channel not in turn.house.gateways:
        write_answer(turn, row, messages)
        return taken
    made = partial(
        Answer,
        channel=turn.channel,
        recipient=_recipient(turn),
        messages=messages,
        reply_token=token,
        ours_until=turn.now + LEASE,
    )
    _write(turn, row, messages, lambda notice_id: taken.append(made(notice_id)))
    return taken


def source_of(event: dict[str, Any]) -> dict[str, Any]:
    found = event.get("source")
    return found if isinstance(found, dict) else {}


def _write(
    turn: Turn, row: Event, messages: Sequence[dict[str, Any]], taken: Callable[[int], None] | None = None
) -> int | None:
    """Write the notice. A group is answered for free or not at all: a push to it would cost every member's message."""
    return write_notice(
        turn.session,
        channel=turn.channel,
        recipient=_recipient(turn),
        kind=ANSWER,
        key=row.webhook_event_id,
        messages=messages,
        now=turn.now,
        urgency=Urgency.ANSWER,
        province_id=turn.person.province_id,
        person_id=turn.person.id,
        reply_token=_token(turn),
        asked_at=_asked_at(turn.event, row),
        reply_only=_group(turn) is not None,
        worthless_after=turn.now + ANSWER_WORTH,
        taken=taken,
    )


def _group(turn: Turn) -> str | None:
    source = source_of(turn.event)
    group = source.get("groupId") or source.get("roomId")
    return group if isinstance(group, str) and group else None


def _recipient(turn: Turn) -> str:
    return _group(turn) or turn.person.line_user_id


def _token(turn: Turn) -> str | None:
    token = turn.event.get("replyToken")
    return token if isinstance(token, str) and token else None


def _asked_at(event: dict[str, Any], row: Event) -> datetime:
    """Return when LINE handed the reply token over; what it delivers again brings the old one."""
    context = event.get("deliveryContext")
    if not isinstance(context, dict) or not context.get("isRedelivery"):
        return row.received_at
    return min(row.received_at, datetime.fromtimestamp(row.timestamp_ms / 1000, UTC))
