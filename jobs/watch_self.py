"""Looks each minute whether the bot is well; the provincial office hears of trouble once, and once that it is over."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from cards.card import Card
from cards.unwell import unwell, well_again
from engine.house import House
from engine.intake import oldest_waiting
from i18n import speaking
from jobs.duty import Counts, Run, day_of
from jobs.notify import notify
from jobs.pending import not_run
from models.answering import people_with_role
from models.province import provinces
from models.trouble import begin_troubles, end_troubles
from models.vitals import notices_in_trouble, oldest_due_notice
from rules.role import Role
from rules.urgency import Urgency

# Five minutes are many times what anything takes; a duty and a push are tried again by themselves for longer.
LONGEST_EVENT = timedelta(minutes=5)
LONGEST_NOTICE = timedelta(minutes=10)
LONGEST_DUTY = timedelta(minutes=10)
TRIES, FAILED_WITHIN, FAILURES = 5, timedelta(hours=1), 3
LITTLE_SPACE = 1024**3  # a day of photos
WORTH = timedelta(days=3)


def watch_self(house: House) -> Counts:
    """Look once; return how many troubles there are, how many began and ended, and how many people are told."""
    now = house.clock.now()
    with house.db.write() as session:
        found = set(_troubles(house, session, now))
        begun, over = begin_troubles(session, found, now), end_troubles(session, found)
        told = _tell(house, session, begun, over, now) if begun or over else 0
    return {"troubles": len(found), "begun": len(begun), "ended": len(over), "told": told}


def _troubles(house: House, session: Session, now: datetime) -> Iterator[str]:
    """Yield what is wrong, by the names that cards/unwell knows."""
    if (event := oldest_waiting(session)) is not None and now - event > LONGEST_EVENT:
        yield "events"
    if (notice := oldest_due_notice(session, now)) is not None and now - notice > LONGEST_NOTICE:
        yield "notices"
    if notices_in_trouble(session, TRIES, now - FAILED_WITHIN) >= FAILURES:
        yield "sending"
    for province in provinces(session):
        for duty, due_at in not_run(session, province, now):
            if now - due_at > LONGEST_DUTY:
                yield f"duty {duty.name}"
    if shutil.disk_usage(house.settings.data_dir).free < LITTLE_SPACE:
        yield "disk"


def _tell(house: House, session: Session, begun: Sequence[str], over: Sequence[str], now: datetime) -> int:
    told = 0
    key = hashlib.sha256("|".join([*begun, "-", *over]).encode()).hexdigest()[:40]
    for province in provinces(session):
        run = Run(session, house, province, now, day_of(now), now + WORTH)
        for admin in people_with_role(session, province.id, Role.ADMIN, run.today):
            with speaking(admin.language):
                cards = _cards(begun, over)
            told += notify(run, admin, cards, kind="self", key=key, urgency=Urgency.QUOTA_WARNING)
    return told


def _cards(begun: Sequence[str], over: Sequence[str]) -> list[Card]:
    cards = [unwell([_name(each) for each in begun])] if begun else []
    return [*cards, *([well_again([_name(each) for each in over])] if over else [])]


def _name(numbered: str) -> str:
    return numbered.rsplit(" ", 1)[0]
