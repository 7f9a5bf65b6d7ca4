"""The treasury's export of a simulated year: true money as of the month's end, known about the middle of the next month."""

from datetime import date

from sqlalchemy.orm import Session

from benchmarks.year_life import Life
from models.plan import activities
from models.treasury import MatchedBy, TreasuryLine, TreasurySnapshot
from rules.fiscal_year import last_day_of, period_of, previous_period
from samples.cast import YEAR_BE

COMES_ON = 12


def bring_treasury(life: Life) -> None:
    """Let the office bring the export in, on the first working day from the 12th on."""
    office, today = life.office, life.today
    before = office.days[life.number - 1] if life.number else today
    if not (today.day >= COMES_ON > before.day) or before.month != today.month:
        return
    as_of = last_day_of(previous_period(period_of(today)))
    if as_of < office.days[0]:
        return
    with office.house.db.write() as session:
        _store(life, session, as_of)
    life.done["treasury exports"] += 1


def _store(life: Life, session: Session, as_of: date) -> None:
    snapshot = TreasurySnapshot(
        province_id=life.office.province_id,
        year_be=YEAR_BE,
        as_of=as_of,
        file_name="gfmis.xlsx",
        sha256=f"{as_of:%Y%m%d}".zfill(64),
        imported_at=life.office.clock.now(),
    )
    session.add(snapshot)
    session.flush()
    for row, activity in enumerate(activities(session, life.office.province_id, YEAR_BE), start=3):
        paid = life.true_level(activity.no, as_of).paid
        life.paid[activity.no].append((life.today, as_of, paid))
        line = TreasuryLine(snapshot_id=snapshot.id, row=row, name=activity.name, disbursed_satang=paid)
        line.activity_id, line.matched_by = activity.id, MatchedBy.CODE
        session.add(line)
