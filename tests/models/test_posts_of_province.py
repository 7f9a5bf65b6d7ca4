"""Duties ask for all posts at once what a conversation asks for one: both must answer the same."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from engine.clock import BANGKOK
from models.absence import record_absence
from models.answering import answering
from models.person import ensure_person
from models.post import Holding, Post, Responsibility, reach_of
from models.posts_of_province import Asked, asked_of_many, reach_of_many
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


def test_many_posts_are_answered_for_by_whom_each_of_them_is(db):
    """At work, on leave with somebody who acts or with only a head, gone, and with two holders."""
    with db.write() as session:
        office = found_office(session, datetime(2020, 10, 1, tzinfo=BANGKOK))
        somchai, mali, prasit = (office.people[name] for name in ("สมชาย", "มาลี", "ประสิทธิ์"))
        now = datetime(2021, 5, 1, tzinfo=BANGKOK)
        gone = ensure_person(session, "default", "U" + "9" * 32, now)
        gone.left_at = now
        ids = list(session.scalars(select(Post.id).order_by(Post.id)))
        for person, of in ((mali, somchai), (gone, prasit)):
            held = session.scalars(select(Holding.post_id).where(Holding.person_id == of.id)).one()
            session.add(Holding(post_id=held, person_id=person.id, from_on=date(2020, 10, 1)))
        for person, acting_id, days in (
            (somchai, prasit.id, (0, 1)),
            (prasit, None, (1, 2)),
            (mali, None, (3, 3)),
        ):
            first, last = (ON + timedelta(days=each) for each in days)
            record_absence(
                session,
                office.province.id,
                person.id,
                first,
                last,
                acting_id=acting_id,
                made_by=person.id,
                now=now,
            )
        for day in (ON + timedelta(days=each) for each in range(-1, 5)):
            one_by_one = [
                Asked(each.post.id, each.post.agency_id, each.person, each.instead_of)
                for each in answering(session, ids, day)
            ]
            assert asked_of_many(session, ids, day) == one_by_one, day
            assert gone not in [each.person for each in one_by_one] and one_by_one
        assert asked_of_many(session, [], ON) == []
