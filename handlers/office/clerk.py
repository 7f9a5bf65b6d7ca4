"""What the office's conversations ask of the clock's room, which stands above them; jobs/clerk.py is the one who answers."""

from typing import Protocol

from cards.views_calm import CalendarView, NudgeView, QuotaView
from handlers.turn import Turn


class Clerk(Protocol):
    """Knows the schedule: what falls due when, what it costs, and who owes what."""

    def quota(self, turn: Turn) -> QuotaView:
        """Return the quota of the running month and what its duties will still need."""

    def calendar(self, turn: Turn) -> CalendarView:
        """Return the next run of each duty, and the days off ahead."""

    def nudge_view(self, turn: Turn) -> NudgeView:
        """Return who would be reminded now."""

    def nudge(self, turn: Turn, key: str, *, also_told_today: bool) -> int:
        """Remind who still owes; return how many messages were written. The same `key` writes nothing twice."""


def clerk_of(turn: Turn) -> Clerk:
    """Return the clerk that bot.py has wired into the house."""
    found: Clerk = turn.house.clerk
    return found
