"""The names of a plan are kept for the next message, and never longer than the plan says so."""

import pytest

from engine.database import Database
from handlers.plan_names import MOST_KEPT, named_activities
from models.agency import Agency
from models.plan import Activity
from thai.names import index_of
from thai.reading import Context
from thai.understand import understand


@pytest.fixture
def names(house, office):
    def of_13():
        with house.db.read() as session:
            return next(each for each in named_activities(session, office.province.id, 2564) if each.no == 13)

    return of_13


def test_what_another_process_changes_is_seen_at_once(database_url, office, names):
    before = names()
    assert names() is before, "it is kept while the plan says the same"
    elsewhere = Database(database_url)
    with elsewhere.write() as session:
        session.get_one(Activity, office.activities[13].id).name = "ก่อสร้างสะพานคลองบางกก"
        session.get_one(Agency, office.activities[13].agency_id).aliases = ["ทช.เพชรบุรี"]
    elsewhere.close()
    assert names().name == "ก่อสร้างสะพานคลองบางกก" and "ทช.เพชรบุรี" in names().agency_aliases


def test_a_very_large_plan_is_read_without_being_kept(house, office, names):
    with house.db.write() as session:
        first = session.get_one(Activity, office.activities[13].id)
        for no in range(1000, 1001 + MOST_KEPT):
            same = {"project_id": first.project_id, "agency_id": first.agency_id, "made_at": first.made_at}
            session.add(
                Activity(
                    province_id=first.province_id, year_be=2564, no=no, name=f"{no}", budget_satang=1, **same
                )
            )
    assert names() == names() and names() is not names()


def test_officers_of_one_province_share_one_index(house, office):
    with house.db.read() as session:
        every = named_activities(session, office.province.id, 2564)
    mine = tuple(each for each in every if each.no in (13, 14, 15))
    others = tuple(each for each in every if each not in mine)
    index_of.cache_clear()
    for assigned, rest in ((mine, others), (others, mine)):
        reading = understand("13 45%", Context(assigned=assigned, others=rest))
        assert reading.reports[0].activity_no == 13
    assert index_of.cache_info().misses == 1
