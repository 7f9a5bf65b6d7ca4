"""What is owed is asked of the database in the words of rules/duty: the two must say the same of every activity."""

import random
from datetime import date, datetime
from decimal import Decimal

from engine.clock import BANGKOK
from models.agency import Agency
from models.overview import states_of
from models.owed import agencies_of, owed_by
from models.plan import Activity, activities
from models.record import Entry, record_reports, retract_report
from models.report import Kind
from rules.duty import owes
from rules.figures import Figures
from rules.status import Status
from tests.office import APRIL, MARCH, found_office

PERIODS = (date(2020, 9, 1), date(2020, 10, 1), MARCH, APRIL, date(2021, 9, 1), date(2021, 10, 1))
MADE = (datetime(2020, 10, 1, tzinfo=BANGKOK), datetime(2021, 4, 30, 23, 59, tzinfo=BANGKOK))


def plan_of(session, chance, count=120):
    """Make an office whose activities came into the plan, were reported and were taken back in every way."""
    office = found_office(session, MADE[0])
    first = office.activities[13]
    for no in range(100, 100 + count):
        budget = chance.choice((0, 100_000))
        activity = Activity(
            province_id=first.province_id, year_be=2564, project_id=first.project_id, agency_id=first.agency_id,
            no=no, name=f"กิจกรรม {no}", budget_satang=budget,
            made_at=chance.choice((*MADE, datetime(2021, 5, 1, tzinfo=BANGKOK), datetime(2021, 6, 1, tzinfo=BANGKOK))),
        )  # fmt: skip
        session.add(activity)
        session.flush()
        report_somehow(session, activity, chance)
    return office


def report_somehow(session, activity, chance):
    for period in chance.sample((MARCH, APRIL, date(2021, 5, 1)), chance.randint(0, 3)):
        figures = Figures(
            status=chance.choice((None, *Status)),
            progress_percent=chance.choice((None, Decimal("45.50"))),
            disbursed_satang=chance.choice((None, 0, 60_000, 100_000)),
            left_over_satang=chance.choice((None, 40_000)),
        )
        entry = Entry(activity, period, period, figures, Kind.REPORT)
        (report,) = record_reports(session, [entry], reporter_id=None, sent_at=MADE[1])
        if chance.random() < 0.2:
            retract_report(session, report, by=None, now=MADE[1])


def test_the_database_and_the_rule_name_the_same_activities(db):
    with db.write() as session:
        office = plan_of(session, random.Random(2564))
        province = office.province.id
        states = states_of(session, activities(session, province, 2564))
        agencies = agencies_of(session, province)
        for period in PERIODS:
            expected = {state.activity.no for state in states if owes(state.standing(), period)}
            found = {each.no for each in owed_by(session, province, agencies, 2564, period)}
            assert found == expected, period
        assert 20 < len(owed_by(session, province, agencies, 2564, APRIL)) < len(states) - 20


def test_an_activity_is_told_with_its_agency_and_its_latest_figures(db):
    with db.write() as session:
        office = found_office(session, MADE[0])
        figures = Figures(Status.IN_PROGRESS, Decimal("45.50"), 60_000)
        entry = Entry(office.activities[13], MARCH, MARCH, figures, Kind.REPORT)
        record_reports(session, [entry], reporter_id=None, sent_at=MADE[1])
        agency = session.get_one(Agency, office.activities[13].agency_id)
        owed = owed_by(session, office.province.id, {agency.id: agency.name}, 2564, APRIL)
    assert [each.no for each in owed] == [13, 14, 15], "other agencies' are not asked for"
    assert owed[0].agency == agency.name and owed[0].period == MARCH
    assert (owed[0].status, owed[0].progress_percent) == (Status.IN_PROGRESS, Decimal("45.50"))
    assert owed[1].period is None
