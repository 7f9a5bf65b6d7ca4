"""The newest reports are asked of the database in the words of models/report: the two must find the same ones."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.newest_reports import newest_reports
from models.overview import states_of
from models.plan import activities
from models.planned import planned_activities
from models.record import Entry, record_reports, retract_report
from models.report import Kind, effective
from rules.cause import Cause
from rules.figures import Figures
from rules.fiscal_year import last_day_of
from rules.status import Status
from tests.office import APRIL, MARCH, PUBLIC_WORKS, found_office

MAY = date(2021, 5, 1)
DAYS = (date(2021, 3, 30), date(2021, 4, 15), date(2021, 4, 30), date(2021, 5, 31))


@pytest.fixture
def office(db, clock):
    """Months that were reported, corrected with a later day, and taken back, of five activities."""
    chance = random.Random(2564)
    with db.write() as session:
        office = found_office(session, clock.now())
        for activity in office.activities.values():
            for month in chance.sample((MARCH, APRIL, MAY), 3) + chance.choices((MARCH, APRIL, MAY), k=5):
                figures = Figures(
                    status=chance.choice((None, *Status)),
                    progress_percent=chance.choice((None, Decimal("45.50"))),
                    disbursed_satang=chance.choice((None, 0, 60_000)),
                    committed_satang=chance.choice((None, 5_000)),
                    causes=tuple(chance.sample(list(Cause), chance.randint(0, 2))),
                    problem_text=chance.choice((None, "ผู้รับจ้างขาดแรงงาน")),
                    left_over_satang=chance.choice((None, 40_000)),
                )
                as_of = last_day_of(month) - timedelta(days=chance.randint(0, 20))
                entry = Entry(activity, month, as_of, figures, Kind.CORRECTION)
                (report,) = record_reports(session, [entry], reporter_id=None, sent_at=clock.now())
                if chance.random() < 0.3:
                    retract_report(session, report, by=None, now=clock.now())
    return office


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("before", [None, APRIL, MAY])
def test_the_database_and_the_history_name_the_same_reports(db, office, on, before):
    with db.read() as session:
        found = newest_reports(session, office.province.id, 2564, on, before)
        expected = {}
        for state in states_of(session, activities(session, office.province.id, 2564)):
            known = effective([report for report in state.revisions if report.as_of <= on])
            months = [month for month in known if before is None or month < before]
            if months:
                newest = known[max(months)]
                expected[state.activity.id] = (newest.id, newest.figures())
    assert found == expected
    assert len(found) > 1


def test_another_province_and_another_year_are_not_looked_at(db, office):
    with db.read() as session:
        assert newest_reports(session, office.province.id + 1, 2564, DAYS[-1]) == {}
        assert newest_reports(session, office.province.id, 2565, DAYS[-1]) == {}
        assert planned_activities(session, office.province.id, 2565) == []


def test_a_year_is_listed_by_number_with_its_projects_and_agencies(db, office):
    with db.read() as session:
        listed = planned_activities(session, office.province.id, 2564)
    assert [each.no for each in listed] == [13, 14, 15, 20, 21]
    assert (listed[3].agency, listed[3].budget_satang) == (PUBLIC_WORKS, 17_500_000_00)
    assert listed[3].project == "โครงการพัฒนาด้านการท่องเที่ยวและบริการ"
