"""What LINE's answer means for the one who sent: done, try again, wait, or never.

Source: LINE Messaging API reference, "Status codes" and "Retrying failed API requests".
"""

from dataclasses import dataclass
from enum import StrEnum

MONTHLY_LIMIT = "monthly limit"


class Answer(StrEnum):
    ACCEPTED = "accepted"
    ALREADY_ACCEPTED = "already_accepted"  # 409: the first attempt had arrived after all
    TOKEN_SPENT = "token_spent"  # noqa: S105  the reply token was used or has expired
    NOBODY_THERE = "nobody_there"  # LINE knows no such person, or none that it could send to
    QUOTA_GONE = "quota_gone"  # no more pushes this month
    SLOW_DOWN = "slow_down"  # 429 by rate, or no access token just now: not taken; wait
    KEY_REFUSED = "key_refused"  # 401, 403: our credentials, not the message; somebody must mend them
    TRY_AGAIN = "try_again"  # 5xx and network faults: it may or may not have arrived
    REFUSED = "refused"  # any other 4xx: the same request will never be taken


BAD_REQUESTS = {
    "invalid reply token": Answer.TOKEN_SPENT,
    "failed to send messages": Answer.NOBODY_THERE,
    "the property, 'to', in the request body is invalid": Answer.NOBODY_THERE,
}
OTHERS = {
    401: Answer.KEY_REFUSED,
    403: Answer.KEY_REFUSED,
    408: Answer.TRY_AGAIN,
    409: Answer.ALREADY_ACCEPTED,
}


@dataclass(frozen=True)
class Outcome:
    """LINE's answer; `detail` is LINE's own words (never ours to people), `request_id` is what LINE's support asks for."""

    answer: Answer
    status: int | None = None
    request_id: str | None = None
    detail: str = ""

    @property
    def is_accepted(self) -> bool:
        return self.answer in (Answer.ACCEPTED, Answer.ALREADY_ACCEPTED)


def outcome_of(status: int, detail: str, request_id: str | None) -> Outcome:
    """Sort a response. The body of a 200 is not read: a malformed one still means that LINE accepted."""
    return Outcome(_answer(status, detail.lower()), status, request_id, detail[:200])


def _answer(status: int, detail: str) -> Answer:
    if 200 <= status < 300:
        return Answer.ACCEPTED
    if not 400 <= status < 500:
        return Answer.TRY_AGAIN
    if status == 429:
        return Answer.QUOTA_GONE if MONTHLY_LIMIT in detail else Answer.SLOW_DOWN
    if status == 400:
        return next((answer for words, answer in BAD_REQUESTS.items() if words in detail), Answer.REFUSED)
    return OTHERS.get(status, Answer.REFUSED)
