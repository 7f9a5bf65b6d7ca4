"""Running any duty of the schedule a second time changes nothing at all: not one row of the database, not one message."""

from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text

from engine.clock import BANGKOK
from jobs.duty import next_due
from jobs.run import run_by_hand, run_due
from jobs.schedule import SCHEDULE
from models.access import Seen, note_access
from models.base import Base
from models.group_chat import switch_on
from models.paper_round import set_paper_round
from models.province import Province
from models.treasury import MatchedBy, TreasuryLine, TreasurySnapshot
from models.working_days import calendar_of
from tests.days import moment
from tests.follow_up import ordered
from tests.office import APRIL, MARCH, reported
from web.simulator.duties import count_names

GROUP = "C" + "1" * 32


@pytest.fixture
def busy(house, clock, office, phones):
    """An office in which every duty has work: reports missing, a road stuck, an order overdue, a paper due, old records."""
    clock.set(moment(5, 3, 7))
    with house.db.write() as session:
        for period in (MARCH, APRIL):
            reported(session, office, 13, period)
        reported(session, office, 14, MARCH)
        ten_days_ago = clock.now() - timedelta(days=10)
        ordered(session, office, 13, "เร่งรัดงาน", due_on=date(2021, 4, 28), now=ten_days_ago)
        _treasury(session, office, clock)
        long_ago = clock.now() - timedelta(days=2000)
        note_access(session, office.people["อนงค์"], Seen.HISTORY, office.activities[13].id, long_ago)
        set_paper_round(session, office.province.id, 2564, 1, date(2021, 4, 30), date(2021, 5, 12))
        switch_on(
            session,
            "default",
            GROUP,
            province_id=office.province.id,
            members=4,
            asked_by=office.people["อนงค์"].id,
            now=clock.now(),
        )
    phones.line.join(GROUP, "ผู้บริหาร", [phone.user_id for phone in phones._phones.values()])
    return office


def _treasury(session, office, clock):
    snapshot = TreasurySnapshot(
        province_id=office.province.id,
        year_be=2564,
        as_of=date(2021, 4, 30),
        file_name="gfmis.xlsx",
        sha256="0" * 64,
        imported_at=clock.now(),
    )
    session.add(snapshot)
    session.flush()
    paid = {"disbursed_satang": 500_000_000, "activity_id": office.activities[14].id}
    session.add(TreasuryLine(snapshot_id=snapshot.id, row=3, name="ถนน", matched_by=MatchedBy.CODE, **paid))


def rows(house):
    """Return everything that the database holds, table by table."""
    with house.db.read() as session:
        known = set(inspect(session.connection()).get_table_names())
        tables = [name for name in Base.metadata.tables if name in known]
        return {name: sorted(map(str, session.execute(text(f'SELECT * FROM "{name}"')))) for name in tables}


@pytest.mark.parametrize("duty", SCHEDULE, ids=lambda duty: duty.name)
def test_a_second_run_changes_nothing(house, clock, busy, line, duty):
    with house.db.read() as session:
        province = session.get_one(Province, busy.province.id)
        due_at = next_due(duty, clock.now(), calendar_of(session, province))
    clock.set(due_at.astimezone(BANGKOK) + timedelta(minutes=3))
    first = run_due(house, duty, province.id, due_at)
    assert house.work.drain() and first is not None
    assert any(first.values()), "a duty that does nothing proves nothing"
    assert set(first) <= set(count_names()), "the simulator has no words for it"
    before, sent = rows(house), len(line.sent)

    assert run_due(house, duty, province.id, due_at) is None
    with house.db.write() as session:
        again = session.get_one(Province, province.id)
        counts = run_by_hand(session, house, duty, again, due_at)
    assert house.work.drain()

    assert counts.get("written", 0) == 0 and len(line.sent) == sent
    after = rows(house)
    assert {name for name in before if before[name] != after[name]} == set()
