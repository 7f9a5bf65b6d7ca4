"""Two people record of one activity at once: each sees what the other stored, so the current row follows from both."""

import threading
from datetime import date, datetime
from decimal import Decimal

import pytest

from engine.clock import BANGKOK
from models.record import Entry, record_reports
from models.report import Kind, history
from models.standing import Standing
from rules.figures import Figures
from rules.status import Status
from tests.office import APRIL, MARCH, found_office

NOW = datetime(2021, 5, 4, 9, 0, tzinfo=BANGKOK)
FEBRUARY = date(2021, 2, 1)


@pytest.fixture
def activity(db):
    with db.write() as session:
        found = found_office(session, NOW).activities[13]
        record(session, found, FEBRUARY, 20)
    return found


def record(session, activity, period, percent):
    figures = Figures(Status.IN_PROGRESS, Decimal(percent), 100_000)
    return record_reports(
        session, [Entry(activity, period, period, figures, Kind.REPORT)], reporter_id=None, sent_at=NOW
    )[0]


def test_the_current_row_follows_from_both_of_two_reports_at_once(db, activity):
    has_recorded, broken = threading.Event(), []

    def records_an_earlier_month():
        try:
            with db.write() as session:
                has_recorded.wait(10)
                record(session, activity, MARCH, 30)
        except Exception as error:
            broken.append(error)

    other = threading.Thread(target=records_an_earlier_month)
    if db.is_sqlite:  # one writes at a time
        with db.write() as session:
            record(session, activity, APRIL, 40)
            other.start()
            has_recorded.set()
    else:
        other.start()
        with db.write() as session:
            record(session, activity, APRIL, 40)
            has_recorded.set()
            other.join(0.5)
            assert other.is_alive(), "it waits until the newer report is stored"
    other.join(10)
    assert not broken
    with db.read() as session:
        standing = session.get_one(Standing, activity.id)
        assert (standing.period, standing.progress_percent) == (APRIL, Decimal(40))
        assert [each.period for each in history(session, activity.id)] == [FEBRUARY, APRIL, MARCH]


def test_reports_stored_together_have_one_receipt_and_the_number_of_the_first(db, activity):
    figures = Figures(Status.IN_PROGRESS, Decimal(40), 100_000)
    entries = [Entry(activity, period, period, figures, Kind.REPORT) for period in (MARCH, APRIL, APRIL)]
    with db.write() as session:
        stored = record_reports(session, entries, reporter_id=None, sent_at=NOW)
    assert {each.receipt_no for each in stored} == {f"64-{stored[0].id:05d}"}
    assert [each.revision for each in stored] == [1, 1, 2]
    with db.write() as session:
        later = record(session, activity, APRIL, 50)
    assert later.id > stored[-1].id and later.receipt_no == f"64-{later.id:05d}"
