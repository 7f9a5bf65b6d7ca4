"""A quarter of the simulated year on both databases: the promises of docs/escalation.md, and that the judge sees them break.

`python -m benchmarks.year` lets the whole year pass.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from benchmarks.year import print_table, year
from benchmarks.year_life import Told
from benchmarks.year_promises import judge
from rules.role import Role

SEED = 2564
UNTIL = date(2020, 12, 31)
pytestmark = pytest.mark.timeout(900)  # a quarter takes half a minute on a machine that does nothing else


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory):
    return year(tmp_path_factory.mktemp("year"), SEED, UNTIL)


@pytest.fixture(scope="module")
def on_postgresql(tmp_path_factory, postgres):
    with postgres.fresh_database() as url:
        yield year(tmp_path_factory.mktemp("year"), SEED, UNTIL, url)


def test_every_promise_is_kept(on_sqlite):
    _life, kept = on_sqlite
    assert kept.broken == []


def test_the_quarter_was_a_real_one(on_sqlite):
    life, kept = on_sqlite
    assert life.done["reports"] >= 40 and life.done["lies"] and life.done["leaves"] and life.done["plans"]
    assert sum(kept.opened.values()) >= 5 and sum(kept.closed.values()) >= 2
    assert all(kept.pushes[date(2020, 12, 1), role] for role in (Role.OFFICER, Role.HEAD, Role.ADMIN))


def test_both_databases_live_the_same_quarter(on_sqlite, on_postgresql, capsys):
    tables = []
    for life, kept in (on_sqlite, on_postgresql):
        print_table(life, kept)
        tables.append(capsys.readouterr().out)
    assert tables[0] == tables[1]


def test_a_second_push_on_one_day_is_seen(on_sqlite):
    life, _kept = on_sqlite
    rows = life.office.line.world.ledger.rows
    pushed = next(row for row in rows if row["how"] == "push")
    rows.append(dict(pushed))
    try:
        assert any("2 pushes on" in sentence for sentence in judge(life).broken)
    finally:
        rows.pop()


def test_a_case_of_what_was_reported_as_moving_is_seen(on_sqlite):
    life, kept = on_sqlite
    no, found = next((no, heard[0]) for no, heard in life.heard.items() if heard)
    before = life.told[no]
    last = before[-1] if before else Told(found[0], found[0], 0, 0, 0, is_true=True)
    moved = found[0] - timedelta(days=1)
    life.told[no] = [replace(last, on=moved, as_of=moved, percent=last.percent + 50)]
    try:
        assert any("reported as moving" in sentence for sentence in judge(life).broken)
    finally:
        life.told[no] = before
    assert judge(life).broken == kept.broken


def test_a_standstill_that_nobody_was_told_of_is_seen(on_sqlite):
    life, kept = on_sqlite
    heard = dict(life.heard)
    life.heard.clear()
    try:
        assert any("stood still" in sentence for sentence in judge(life).broken)
    finally:
        life.heard.update(heard)
    assert judge(life).broken == kept.broken
