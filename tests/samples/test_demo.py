"""The demo's database: everyone at their post, six months of reports, nothing due at the start."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot import build_house
from engine.clock import BANGKOK
from jobs.ticker import tick
from models.agency import Agency
from models.evidence import Evidence
from models.notice import Notice
from models.person import Person, person_at
from models.plan import Activity, Project, activities, current_year
from models.post import activities_of_post, posts_held
from models.province import province_named
from models.report import Kind, Report, history
from models.standing import Standing
from models.target import targets
from rules.role import Role
from samples.cast import cast
from samples.demo import load_demo
from settings import load

TODAY = date(2021, 5, 3)


@pytest.fixture
def own_house(database_url, clock, tmp_path):
    built = build_house(
        load({"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path / "data")}), clock=clock, threads=0
    )
    yield built
    built.db.close()


@pytest.fixture
def demo(own_house):
    """The house with the demo in it."""
    load_demo(own_house, lambda _user_id, _name: None)
    return own_house


def count(house, table) -> int:
    with house.db.read() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_the_real_plan_is_there(demo):
    assert (count(demo, Activity), count(demo, Project), count(demo, Agency)) == (23, 6, 14)
    with demo.db.read() as session:
        province = province_named(session, "เพชรบุรี")
        plan = activities(session, province.id, 2564)
        assert sum(activity.budget_satang for activity in plan) == 181_750_000_00
        assert all(activity.expense_class and activity.planned_end for activity in plan)
        assert current_year(session, province.id, TODAY) == 2564
        assert {target.expense_class for target in targets(session, province.id, 2564)} == {
            "overall",
            "recurrent",
            "investment",
        }


def test_everyone_has_joined_and_holds_a_post(demo):
    with demo.db.read() as session:
        for member in cast():
            person = person_at(session, "default", member.line_user_id)
            assert person.name == member.name
            assert person.joined_at
            assert [(post.role, post.title) for post in posts_held(session, person.id, TODAY)] == [
                (member.role, member.post_title)
            ]


def test_officers_answer_for_their_agencys_activities(demo):
    with demo.db.read() as session:
        for member in cast():
            person = person_at(session, "default", member.line_user_id)
            (post,) = posts_held(session, person.id, TODAY)
            numbers = tuple(activity.no for activity in activities_of_post(session, post, 2564))
            if member.role is Role.OFFICER:
                assert numbers == member.activity_nos
            elif member.role is not Role.HEAD:
                assert numbers == ()


def test_six_months_were_reported_by_those_who_answer_for_them(demo):
    with demo.db.read() as session:
        reports = session.scalars(select(Report)).all()
        assert {report.period for report in reports} == {
            date(2020, 10, 1),
            date(2020, 11, 1),
            date(2020, 12, 1),
            date(2021, 1, 1),
            date(2021, 2, 1),
            date(2021, 3, 1),
        }
        assert all(report.reporter_id and report.receipt_no for report in reports)
        assert {report.kind for report in reports} == {Kind.REPORT, Kind.NO_CHANGE}
        assert all(report.as_of <= report.sent_at.astimezone(BANGKOK).date() for report in reports)
        disbursed = session.scalar(select(func.sum(Standing.disbursed_satang)))
        assert disbursed == 21_036_940_00


def test_nobody_is_asked_or_told_anything_about_the_past(demo):
    assert tick(demo) == []
    assert count(demo, Notice) == 0
    assert count(demo, Evidence) == 0


def test_the_first_reminder_comes_minutes_after_the_start(demo, clock):
    clock.set(clock.now() + timedelta(minutes=10))
    assert ("remind-officers", datetime(2021, 5, 3, 8, 30, tzinfo=BANGKOK)) in [
        (duty, due) for duty, due, _counts in tick(demo)
    ]


def test_starting_again_keeps_what_people_did_meanwhile(demo):
    with demo.db.write() as session:
        road = session.scalar(select(Activity).where(Activity.no == 13))
        road.budget_satang = 14_000_000_00
        before = len(history(session, road.id))
    friends = {}
    load_demo(demo, friends.__setitem__)
    assert friends == {member.line_user_id: member.name for member in cast()}
    with demo.db.read() as session:
        road = session.scalar(select(Activity).where(Activity.no == 13))
        assert road.budget_satang == 14_000_000_00
        assert len(history(session, road.id)) == before
    assert count(demo, Person) == len(cast())
