"""Several short messages in one breath are one report: wait a moment for the next, then read them together.

Four lines in ten seconds would otherwise be four questions. How long to wait is a setting (BURST_SECONDS).
"""

from dataclasses import dataclass

from handlers.conversation import may_be_continued
from handlers.groups import is_group
from handlers.turn import Turn
from models.inbox import Event, waiting_after

MOST_MESSAGES = 20


@dataclass(frozen=True)
class Burst:
    """The events to handle as one, and the turn that holds their words; or how long to wait for more of them."""

    turn: Turn
    rows: tuple[Event, ...]
    wait_seconds: float = 0.0

    @property
    def last(self) -> Event:
        return self.rows[-1]

    @property
    def is_first(self) -> bool:
        """Whether nothing has been waited for yet, so that the moving dots are not asked for again and again."""
        return len(self.rows) == 1


def burst_of(turn: Turn, row: Event) -> Burst:
    """Return what belongs together with the event of this turn: usually only itself."""
    alone = Burst(turn, (row,))
    patience = turn.house.settings.burst_seconds
    if not patience or not _is_text(row) or is_group(turn):
        return alone
    rows = _texts_in_a_row(turn, row)
    left = patience - (turn.now - rows[-1].received_at).total_seconds()
    if len(rows) == 1 and not 0 < left <= patience:
        return alone
    words = "\n".join(str(each.event()["message"]["text"]) for each in rows)
    if not may_be_continued(turn, words):
        return alone
    if 0 < left <= patience:
        return Burst(turn, rows, wait_seconds=left)
    return Burst(_together(turn, rows, words), rows)


def _texts_in_a_row(turn: Turn, row: Event) -> tuple[Event, ...]:
    found: list[Event] = []
    for each in waiting_after(turn.session, row)[:MOST_MESSAGES]:
        if not _is_text(each) or (found and not may_be_continued(turn, each.event()["message"]["text"])):
            break
        found.append(each)
    return tuple(found)


def _together(turn: Turn, rows: tuple[Event, ...], words: str) -> Turn:
    """Return the turn of the last message, whose reply token lives longest, with the words of all."""
    last = rows[-1].event()
    last["message"] = {
        **last["message"],
        "text": words,
        "together": [each.event()["message"].get("id") for each in rows],
    }
    # What was looked up for its first words holds for all of them.
    turn.event, turn.event_id = last, rows[-1].id
    return turn


def _is_text(row: Event) -> bool:
    event = row.event()
    message = event.get("message")
    if event.get("type") != "message" or not isinstance(message, dict):
        return False
    return message.get("type") == "text" and isinstance(message.get("text"), str)
