"""Duties ask for all posts at once what a conversation asks for one: both must answer the same."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from engine.clock import BANGKOK
from models.post import Post, Responsibility, reach_of
from models.posts_of_province import reach_of_many
from models.release import release, take_back
from rules.role import Role
from tests.office import found_office

ON = date(2021, 5, 3)


def test_many_posts_answer_for_what_each_of_them_does(db):
    with db.write() as session:
        office = found_office(session, datetime(2020, 10, 1, tzinfo=BANGKOK))
        officers = list(session.scalars(select(Post).where(Post.role == Role.OFFICER).order_by(Post.id)))
        by_name, gave_away = officers[0], officers[1]
        for no in (13, 15):
            session.add(Responsibility(post_id=by_name.id, activity_id=office.activities[no].id))
        release(session, by_name.id, [office.activities[13].id], ON)
        release(session, gave_away.id, [office.activities[no].id for no in (20, 21)], ON)
        take_back(session, gave_away.id, office.activities[20].id, ON + timedelta(days=5))
        ids = [each.id for each in officers]
        for day in (ON - timedelta(days=1), ON, ON + timedelta(days=5)):
            assert reach_of_many(session, ids, day) == reach_of(session, ids, day), day
        assert reach_of_many(session, ids, ON).given_away[by_name.id] == {office.activities[13].id}
        assert reach_of_many(session, [], ON) == reach_of(session, [], ON)
