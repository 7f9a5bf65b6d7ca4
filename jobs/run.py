"""Runs a duty once: its row, its notices and its counts commit together, so a crash leaves nothing half done."""

from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from engine.house import House
from jobs.duty import Counts, Duty
from models.fire import claim_fire
from models.province import Province

log = structlog.get_logger()


def run_due(house: House, duty: Duty, province_id: int, due_at: datetime, stale: bool) -> Counts | None:
    """Run a duty for its due moment, or return None where another process has. A stale run is only noted as left out."""
    with house.db.write() as session:
        fire = claim_fire(session, duty.name, province_id, due_at, house.clock.now())
        if fire is None:
            return None
        province = session.get_one(Province, province_id)
        fire.counts = {"left_out": 1} if stale else duty.run(session, house, province, due_at)
        fire.finished_at = house.clock.now()
        log.info("duty_ran", duty=duty.name, province=province_id, due_at=due_at.isoformat(), **fire.counts)
        return dict(fire.counts)


def run_by_hand(session: Session, house: House, duty: Duty, province: Province, at: datetime) -> Counts:
    """Run a duty as if it were `at`; a repetition sends nothing that was sent before."""
    counts = duty.run(session, house, province, at)
    fire = claim_fire(session, duty.name, province.id, at, house.clock.now())
    if fire is not None:
        fire.counts, fire.finished_at = counts, house.clock.now()
    return counts
