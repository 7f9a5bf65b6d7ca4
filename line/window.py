"""How many pushes may be on their way at once: one until LINE has answered, many while it takes them, few when it fails."""

from line.breaker import MOST_FAILURES
from line.outcome import Answer

AT_ONCE = 96
# Nobody else would fare better: the month's quota is used up, or our access token is refused.
FOR_ALL = (Answer.QUOTA_GONE, Answer.KEY_REFUSED)
IN_VAIN = (Answer.TRY_AGAIN, Answer.SLOW_DOWN)


class Window:
    """The window of one run; `failures` is in how many requests in a row LINE has failed before."""

    def __init__(self, failures: int) -> None:
        # One that was down is asked by a single request; its failure ends the run.
        self._in_vain = min(failures, MOST_FAILURES - 1)
        self._has_answered = False
        self.closed_by: Answer | None = None

    @property
    def room(self) -> int:
        """Return how many may be on their way."""
        if self.closed_by is not None:
            return 0
        if self._in_vain:
            return MOST_FAILURES - self._in_vain
        return AT_ONCE if self._has_answered else 1

    @property
    def is_open(self) -> bool:
        """Return whether LINE takes what is sent."""
        return self.room == AT_ONCE

    def heard(self, answer: Answer) -> None:
        """Take note of an answer."""
        self._in_vain = self._in_vain + 1 if answer in IN_VAIN else 0
        self._has_answered = True
        if answer in FOR_ALL or self._in_vain >= MOST_FAILURES:
            self.closed_by = self.closed_by or answer
