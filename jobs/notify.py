"""Writes one notice to one person; every duty goes through here."""

from collections.abc import Sequence

from cards.card import Card
from jobs.duty import Run
from models.notice import write_notice
from models.person import Person
from rules.urgency import Urgency


def notify(run: Run, person: Person, cards: Sequence[Card], *, kind: str, key: str, urgency: Urgency) -> bool:
    """Write what `person` shall be told and ask for its delivery; False where the very same was written before."""
    notice_id = write_notice(
        run.session,
        channel=person.channel,
        recipient=person.line_user_id,
        kind=kind,
        key=key,
        messages=[card.message(plain=person.prefers_text) for card in cards],
        now=run.house.clock.now(),
        urgency=urgency,
        province_id=run.province.id,
        person_id=person.id,
        worthless_after=run.worthless_after,
    )
    if notice_id is not None:
        run.house.work.enqueue(run.session, "deliver", str(notice_id), f"notice:{person.line_user_id}")
    return notice_id is not None
