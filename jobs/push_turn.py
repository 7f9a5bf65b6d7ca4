"""The database's part in pushing: in one transaction the ends of what was sent, and what is to be sent next."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from engine.house import House
from jobs.aftermath import IN_DOUBT, TIME_PASSED, WAITS_FOR_QUOTA, Heard, quota_wait, write_all_down
from jobs.attempt import Attempt
from jobs.quota import is_known, spend
from models.notice import RETRY_KEY_LIVES, Sent
from models.pushes import due_pushes, end_pushes, hold_pushes, lease_pushes

# At least so many rows are looked at, for those that end or wait for the quota take up no request.
LOOK_AT = 300


@dataclass(frozen=True)
class End:
    """Why a notice is not sent any more."""

    state: Sent
    reason: str


@dataclass(frozen=True)
class Taken:
    """What was taken for sending; `is_all`: nothing else is due."""

    attempts: list[Attempt]
    is_all: bool


def take_turn(
    house: House, channel: str, heard: Sequence[Heard], wanted: int, in_hand: Mapping[str, int]
) -> Taken:
    """Write down what became of attempts, and take up to `wanted` more: most urgent first.

    A person's messages keep their order: none is taken for whoever is `in_hand`, under the urgency of theirs, and one at a
    time for the others.
    """
    with house.db.write() as session:
        write_all_down(house, session, channel, heard)
        if not wanted:
            return Taken([], is_all=False)
        return _take(house, session, channel, wanted, in_hand)


def _take(house: House, session: Session, channel: str, wanted: int, in_hand: Mapping[str, int]) -> Taken:
    now = house.clock.now()
    found = due_pushes(session, channel, now, max(wanted, LOOK_AT))
    rows = list(_still_to_go(session, _first_of_each(found, in_hand), now))
    if not is_known(session, channel, now):
        rows = _most_urgent(rows, in_hand)
    taken, without_quota = spend(house, session, channel, rows, wanted)
    if without_quota:
        hold_pushes(session, without_quota, now + quota_wait(), WAITS_FOR_QUOTA)
    texts = lease_pushes(session, [row.id for row in taken], now) if taken else {}
    return Taken([Attempt.push(row, channel, texts[row.id]) for row in taken], is_all=not found)


def _first_of_each(rows: Sequence[Any], in_hand: Mapping[str, int]) -> list[Any]:
    """Return the first row of each recipient, without those that are in hand."""
    first: dict[str, Any] = {}
    for row in rows:
        if row.recipient not in in_hand:
            first.setdefault(row.recipient, row)
    return list(first.values())


def _most_urgent(rows: Sequence[Any], in_hand: Mapping[str, int]) -> list[Any]:
    """Return the rows than which nothing is more urgent that LINE has not taken yet.

    Where the quota may end with any push, those that are on their way together would race for the last of it.
    """
    most = min([*in_hand.values(), *[row.urgency for row in rows]], default=None)
    return [row for row in rows if row.urgency == most]


def _still_to_go(session: Session, rows: Sequence[Any], now: datetime) -> Iterator[Any]:
    """Yield the rows that are still to be pushed; write down the end of the others."""
    ended: dict[End, list[int]] = defaultdict(list)
    for row in rows:
        end = _end_of(row, now)
        if end is None:
            yield row
        else:
            ended[end].append(row.id)
    for end, ids in ended.items():
        end_pushes(session, ids, end.state, now, end.reason)


def _end_of(row: Any, now: datetime) -> End | None:
    """Return why a row is not pushed (again), None where it is."""
    if row.first_pushed_at is not None and now - row.first_pushed_at >= RETRY_KEY_LIVES:
        return End(Sent.FAILED, "LINE did not say within 24 hours whether it took it")
    end = _reason_to_end(row, now)
    return end if end is None or row.first_pushed_at is None else replace(end, reason=end.reason + IN_DOUBT)


def _reason_to_end(row: Any, now: datetime) -> End | None:
    if row.worthless_after is not None and now >= row.worthless_after:
        return End(Sent.GIVEN_UP, TIME_PASSED)
    if row.reply_only:
        return End(Sent.GIVEN_UP, "the reply token has expired; a group is never pushed to")
    if row.left_at is not None:
        return End(Sent.GIVEN_UP, "the person has left")
    if row.unreachable_since is not None:
        return End(Sent.UNREACHABLE, "the person has blocked the bot")
    return None
