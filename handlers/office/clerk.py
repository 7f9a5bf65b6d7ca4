"""What the office's conversations ask of the clock's room, which stands above them; jobs/clerk.py is the one who answers."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from cards.views_calm import CalendarView, DueView, NudgeView, QuotaView
from handlers.turn import Turn


class Clerk(Protocol):
    """Knows the schedule: what falls due when, what it costs, and who owes what."""

    def quota(self, turn: Turn) -> QuotaView:
        """Return the quota of the running month and what its duties will still need."""

    def calendar(self, turn: Turn) -> CalendarView:
        """Return the next run of each duty, and the days off ahead."""

    def moved_by(self, turn: Turn, on: date, name: str | None) -> Sequence[DueView]:
        """Return the duties that fall elsewhere once `on` is a day off called `name`, or a working day (None)."""

    def nudge_view(self, turn: Turn) -> NudgeView:
        """Return who would be reminded now."""

    def nudge(self, turn: Turn, key: str, *, also_told_today: bool) -> int:
        """Remind who still owes; return how many messages were written. The same `key` writes nothing twice."""


def clerk_of(turn: Turn) -> Clerk:
    """Return the clerk that bot.py has wired into the house."""
    found: Clerk = turn.house.clerk
    return found
