"""Writes what one person shall be told; every duty goes through here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cards.card import Card
from jobs.duty import Run
from models.notice_set import Draft
from models.person import Person
from models.telling import Occasion, draft_to, write_to_all
from rules.urgency import Urgency


class Note(NamedTuple):
    """What one person shall be told: at most five cards; the fewer the better, five fill a push."""

    person: Person
    cards: Sequence[Card]

    def draft(self) -> Draft:
        return draft_to(self.person, [card.packed(plain=self.person.prefers_text) for card in self.cards])


def notify(
    run: Run,
    person: Person,
    cards: Sequence[Card],
    *,
    kind: str,
    key: str,
    urgency: Urgency,
    at_once: bool | None = None,
) -> bool:
    """Write what `person` shall be told; False where the very same (kind, key) was written for them before.

    It goes with the person's one planned push of the working day (models/telling): where that is on its way already it
    waits for the next working morning, except `at_once`.
    """
    note = Note(person, cards)
    return notify_all(run, [note], kind=kind, key=key, urgency=urgency, at_once=at_once) == 1


def notify_all(
    run: Run, notes: Iterable[Note], *, kind: str, key: str, urgency: Urgency, at_once: bool | None = None
) -> int:
    """Write to many people in a few statements, one note each; return to how many, as notify() does for one."""
    occasion = Occasion(
        run.province,
        run.calendar,
        kind=kind,
        key=key,
        urgency=urgency,
        now=run.house.clock.now(),
        at_once=at_once,
        held_until=run.held_until,
        worthless_after=run.worthless_after,
    )
    told = write_to_all(run.session, (note.draft() for note in notes), occasion)
    for channel in sorted({each.channel for each in told if each.is_due}):
        run.house.work.enqueue(run.session, "push", channel, f"push:{channel}")
    return len(told)
