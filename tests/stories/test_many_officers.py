"""A whole country on the 1st: each is told of their own, and fifty officers take no more questions than five."""

from datetime import date
from typing import NamedTuple

import pytest
from sqlalchemy import func, select

from jobs.run import run_by_hand
from jobs.schedule import duty_named
from models.agency import ensure_agency
from models.notice import Notice
from models.person import Person
from models.plan import Activity
from models.post import Post, Responsibility, hold_post
from models.province import Province
from models.push_day import PushDay
from rules.role import Role
from tests.asked import statements
from tests.days import day_comes, moment
from tests.phones import words_of

MONDAY, TENTH = moment(5, 3), moment(5, 11)


class Taken(NamedTuple):
    post: Post
    person: Person


def user_id_of(number):
    return f"U{number:032d}"


def officers_join(session, office, numbers):
    """Add an officer with an activity of their own for each number, five to an agency."""
    first, taken = office.activities[13], []
    for number in numbers:
        agency = ensure_agency(session, office.province.id, f"หน่วยงานที่ {number // 5}")
        taken.append(takes_post(session, office, agency.id, Role.OFFICER, number))
        activity = Activity(
            province_id=first.province_id, year_be=2564, project_id=first.project_id, agency_id=agency.id,
            no=100 + number, name=f"กิจกรรมที่ {number}", budget_satang=100_000, made_at=first.made_at,
        )  # fmt: skip
        session.add(activity)
        session.flush()
        session.add(Responsibility(post_id=taken[-1].post.id, activity_id=activity.id))
    return taken


def takes_post(session, office, agency_id, role, number):
    person = Person(
        province_id=office.province.id, channel="default", line_user_id=user_id_of(number),
        name=f"เจ้าหน้าที่ {number}", first_seen_at=office.province.made_at, joined_at=office.province.made_at,
    )  # fmt: skip
    post = Post(province_id=office.province.id, agency_id=agency_id, role=role)
    session.add_all([person, post])
    session.flush()
    hold_post(session, person, post, date(2020, 10, 1))
    return Taken(post, person)


@pytest.fixture
def friends(line, phones):
    """LINE knows everybody who may be pushed to."""
    for number in range(100):
        line.add_friend(user_id_of(number), f"เจ้าหน้าที่ {number}")


def questions_of(house, office, duty, at):
    """Run a duty by hand; return how many statements it took, and its counts."""
    with statements(house.db.engine) as asked, house.db.write() as session:
        province = session.get_one(Province, office.province.id)
        counts = run_by_hand(session, house, duty_named(duty), province, at)
    return len(asked), counts


@pytest.mark.parametrize(("duty", "at"), [("remind-officers", MONDAY), ("chase-late", TENTH)])
def test_fifty_officers_take_no_more_questions_than_five(house, clock, office, duty, at):
    clock.set(at)
    with house.db.write() as session:
        officers_join(session, office, range(5))
    for_five, _counts = questions_of(house, office, duty, at)
    with house.db.write() as session:
        officers_join(session, office, range(5, 50))
    for_fifty, counts = questions_of(house, office, duty, at)

    assert counts["written"] == 45, "the others have been told"
    assert for_fifty <= for_five


def test_each_of_fifty_is_told_of_their_own(house, clock, office, friends, line, monkeypatch):
    monkeypatch.setattr("models.notice_set.AT_ONCE", 20)
    with house.db.write() as session:
        officers_join(session, office, range(50))
    counts = day_comes(house, clock, MONDAY)["remind-officers"]
    assert (counts["people"], counts["written"], counts["without_officer"]) == (52, 52, 0)
    with house.db.read() as session:
        told = session.scalars(select(Notice).where(Notice.kind == "reminder").order_by(Notice.id)).all()
        days = session.scalar(select(func.count()).select_from(PushDay).where(PushDay.on == MONDAY.date()))
    assert len({notice.retry_key for notice in told}) == len(told) == 52
    assert days >= 52
    (reminder,) = [words_of(message) for message in line.pushes(user_id_of(7))]
    assert "รายงาน 107" in reminder and "รายงาน 106" not in reminder


def test_who_holds_posts_in_two_of_many_agencies_still_gets_one_message(
    house, clock, office, friends, line, monkeypatch
):
    monkeypatch.setattr("jobs.owing.AT_ONCE", 3)
    with house.db.write() as session:
        posts = officers_join(session, office, range(20))
        hold_post(session, posts[2].person, posts[17].post, date(2020, 10, 1))
    counts = day_comes(house, clock, MONDAY)["remind-officers"]
    assert (counts["people"], counts["written"]) == (22, 22)
    (reminder,) = [words_of(message) for message in line.pushes(user_id_of(2))]
    assert "รายงาน 102" in reminder and "รายงาน 117" in reminder


def test_the_head_of_two_of_many_agencies_gets_one_list(house, clock, office, friends, line, monkeypatch):
    monkeypatch.setattr("jobs.owing.AT_ONCE", 3)
    with house.db.write() as session:
        posts = officers_join(session, office, range(10))
        both = takes_post(session, office, posts[0].post.agency_id, Role.HEAD, 90)
        second = Post(province_id=office.province.id, agency_id=posts[9].post.agency_id, role=Role.HEAD)
        session.add(second)
        session.flush()
        hold_post(session, both.person, second, date(2020, 10, 1))
    day_comes(house, clock, TENTH)
    (told,) = [words_of(message) for message in line.pushes(user_id_of(90))]
    assert "หน่วยงานที่ 0" in told and "หน่วยงานที่ 1" in told
