"""Runs a duty once: its row, its notices and its counts commit together, so a crash leaves nothing half done."""

from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import Counts, Duty, Run, day_of
from jobs.pending import is_awaited, lock_province, release
from models.fire import claim_fire
from models.province import Province
from models.telling import HOLD
from models.working_days import calendar_of

log = structlog.get_logger()


def run_due(house: House, duty: Duty, province_id: int, due_at: datetime) -> Counts | None:
    """Run a duty for its due moment, or return None where another process has."""
    with house.db.write() as session:
        now = house.clock.now()
        province = lock_province(session, province_id)
        fire = claim_fire(session, duty.name, province_id, due_at, now)
        if fire is None:
            return None
        worthless_after = duty.worthless_after(day_of(due_at), calendar_of(session, province))
        today = max(day_of(due_at), day_of(now))
        held_until = now + HOLD if is_awaited(session, province, duty, now) else None
        counts = duty.run(Run(session, house, province, due_at, today, worthless_after, held_until))
        fire.counts, fire.finished_at = counts, house.clock.now()
        if held_until is None:
            release(house, session, province, now)
        log.info("duty_ran", duty=duty.name, province=province_id, due_at=due_at.isoformat(), **counts)
        return counts


def leave_out(house: House, duty: Duty, province_id: int, missed: list[datetime]) -> Counts | None:
    """Write down that runs were missed for too long to be of use to anybody; nothing is sent."""
    with house.db.write() as session:
        now = house.clock.now()
        fire = claim_fire(session, duty.name, province_id, missed[-1], now)
        if fire is None:
            return None
        fire.counts, fire.finished_at = {"left_out": len(missed)}, now
        log.warning("duty_left_out", duty=duty.name, province=province_id, runs=len(missed))
        return {"left_out": len(missed)}


def run_by_hand(session: Session, house: House, duty: Duty, province: Province, at: datetime) -> Counts:
    """Run a duty as if it fell due `at`; a repetition sends nothing that was sent before."""
    counts = duty.run(Run(session, house, province, at, day_of(at)))
    fire = claim_fire(session, duty.name, province.id, at, house.clock.now())
    if fire is not None:
        fire.counts, fire.finished_at = counts, house.clock.now()
    return counts
