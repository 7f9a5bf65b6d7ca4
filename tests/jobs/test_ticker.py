"""The ticker: one duty that fails keeps no other from its run, and comes back at the next tick."""

import threading
import time
from dataclasses import replace

from jobs import ticker
from jobs.schedule import SCHEDULE
from models.fire import Fire
from models.province import ensure_province
from tests.days import day_comes, moment

MONTHLY_AND_WEEKLY = ("remind-officers", "chase-late", "weekly-escalation")


def test_a_duty_that_fails_is_tried_again_and_keeps_no_other_from_its_run(
    house, clock, office, phones, monkeypatch
):
    def breaks(_run):
        raise RuntimeError("a mistake of ours")

    broken = tuple(replace(duty, run=breaks) if duty.name == "remind-officers" else duty for duty in SCHEDULE)
    with monkeypatch.context() as patch:
        patch.setattr(ticker, "SCHEDULE", broken)
        ran = list(day_comes(house, clock, moment(5, 3)))
    assert "weekly-escalation" in ran and "remind-officers" not in ran
    with house.db.read() as session:
        assert sorted(fire.duty for fire in session.query(Fire)) == sorted(ran), "nothing half done"
    assert list(day_comes(house, clock, moment(5, 3, 8, 31))) == ["remind-officers"]


def test_every_run_is_written_down_with_its_counts(house, clock, office, phones):
    ran = day_comes(house, clock, moment(5, 3))
    with house.db.read() as session:
        fires = {fire.duty: fire for fire in session.query(Fire)}
    assert {name: fire.counts for name, fire in fires.items()} == ran
    assert all(fire.finished_at is not None for fire in fires.values())


def test_each_province_keeps_its_own_days(house, clock, office, phones):
    with house.db.write() as session:
        ensure_province(session, "ลำปาง", clock.now())
    clock.set(moment(5, 3))
    ran = ticker.tick(house)
    known = sorted(name for name, _due, _counts in ran if name in MONTHLY_AND_WEEKLY)
    assert known == ["remind-officers"] * 2 + ["weekly-escalation"] * 2


def test_what_comes_next_is_told_in_order(house, clock, office):
    clock.set(moment(5, 3, 9, 0))
    coming = ticker.upcoming(house, clock.now())
    assert [due for due, _name in coming] == sorted(due for due, _name in coming)
    assert {name for _due, name in coming} == {duty.name for duty in SCHEDULE}
    assert [(f"{due:%m-%d}", name) for due, name in coming if name in MONTHLY_AND_WEEKLY] == [
        ("05-11", "chase-late"),
        ("05-11", "weekly-escalation"),
        ("06-01", "remind-officers"),
    ]


def test_the_ticker_ticks_by_itself_and_stops(house, clock, office, phones):
    clock.set(moment(5, 3))
    by_itself = ticker.Ticker(house)
    by_itself.start()
    try:
        assert wait_for_a_run(house)
    finally:
        by_itself.stop()
        by_itself.stop()


def wait_for_a_run(house):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with house.db.read() as session:
            if session.query(Fire).count() >= 2:
                return True
        time.sleep(0.05)
    return False


def test_postgresql_has_two_provinces_run_beside_each_other(house, clock, office, phones, monkeypatch):
    """While one waits for the database the other is thought through; SQLite has one writer."""
    with house.db.write() as session:
        ensure_province(session, "ลำปาง", clock.now())
    both = threading.Barrier(2, timeout=0.2 if house.db.is_sqlite else 30)
    met = []

    def meets(_run):
        try:
            met.append(both.wait())
        except threading.BrokenBarrierError:
            met.append(None)
        return {}

    meeting = tuple(replace(duty, run=meets) for duty in SCHEDULE if duty.name == "remind-officers")
    monkeypatch.setattr(ticker, "SCHEDULE", meeting)
    clock.set(moment(5, 3))
    assert len(ticker.tick(house)) == 2
    assert set(met) == ({None} if house.db.is_sqlite else {0, 1})
