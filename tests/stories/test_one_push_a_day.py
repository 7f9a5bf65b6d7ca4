"""Calm: what several duties have to say to one person goes in one push, and nobody gets two planned ones in a day."""

from collections import Counter
from datetime import timedelta

import pytest

from cards.card import say
from engine.clock import BANGKOK
from jobs.duty import Run, day_of
from jobs.notify import notify
from models.notice import Notice, Sent
from models.push_day import has_had_push
from rules.urgency import Urgency
from tests.days import day_comes, moment
from tests.office import user_id
from tests.phones import words_of

MONDAY = moment(5, 17, 9)


def rows(line, name):
    return [row for row in line.sent if row["how"] == "push" and row["to"] == user_id(name)]


def pushes_by_day(line):
    return Counter(
        (row["to"], row["at"].astimezone(BANGKOK).date()) for row in line.sent if row["how"] == "push"
    )


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def plan(house, clock, office, name, words, *, key=None, held_until=None, **more):
    """Let a duty of now write something to somebody."""
    more.setdefault("urgency", Urgency.REMINDER)
    with house.db.write() as session:
        now = clock.now()
        run = Run(session, house, session.merge(office.province), now, day_of(now), None, held_until)
        cards = [say(each) for each in ([words] if isinstance(words, str) else words)]
        return notify(
            run, session.merge(office.people[name]), cards, kind="test", key=key or str(words), **more
        )


def comes(house, clock, at):
    clock.set(at)
    assert house.work.drain()


def test_the_admin_hears_of_three_duties_in_one_push(house, clock, office, phones, line):
    with house.db.write() as session:
        from models.post import Holding

        session.query(Holding).filter_by(post_id=office.posts["ประสิทธิ์"].id).delete()
    day_comes(house, clock, moment(5, 3))
    told = "\n".join(pushed(line, "อนงค์"))
    assert len(rows(line, "อนงค์")) == 1
    assert "ยังไม่มีผู้รายงาน" in told and "สรุป" in told
    with house.db.read() as session:
        found = session.query(Notice).filter_by(recipient=user_id("อนงค์")).order_by(Notice.id).all()
    assert [(each.kind, each.state, each.how) for each in found] == [
        ("without-officer", Sent.SENT, "push"),
        ("paper-due", Sent.SENT, "carried"),
        ("weekly", Sent.SENT, "carried"),
    ]


def test_what_comes_after_the_days_push_waits_for_the_next_working_morning(
    house, clock, office, phones, line
):
    clock.set(moment(5, 14, 9))
    plan(house, clock, office, "สมชาย", "เรื่องที่หนึ่ง")
    comes(house, clock, moment(5, 14, 9))
    plan(house, clock, office, "สมชาย", "เรื่องที่สอง")
    plan(house, clock, office, "สมชาย", "เรื่องที่สาม")
    comes(house, clock, moment(5, 14, 17))
    assert pushed(line, "สมชาย") == ["เรื่องที่หนึ่ง"]
    comes(house, clock, moment(5, 16, 12))
    assert pushed(line, "สมชาย") == ["เรื่องที่หนึ่ง"], "Sunday is a day off"
    comes(house, clock, moment(5, 17, 8, 31))
    assert pushed(line, "สมชาย") == ["เรื่องที่หนึ่ง", "เรื่องที่สอง", "เรื่องที่สาม"]
    assert len(rows(line, "สมชาย")) == 2


def test_writing_the_same_twice_adds_nothing(house, clock, office, phones, line):
    clock.set(MONDAY)
    later = MONDAY + timedelta(minutes=1)
    for _again in range(2):
        first = plan(house, clock, office, "สมชาย", "เรื่องที่หนึ่ง", held_until=later)
        second = plan(house, clock, office, "สมชาย", "เรื่องที่สอง", held_until=later)
    assert (first, second) == (False, False)
    comes(house, clock, later)
    assert pushed(line, "สมชาย") == ["เรื่องที่หนึ่ง", "เรื่องที่สอง"]


def test_a_push_takes_five_cards_and_the_rest_comes_tomorrow(house, clock, office, phones, line):
    clock.set(MONDAY)
    later = MONDAY + timedelta(minutes=1)
    plan(house, clock, office, "สมชาย", ["1", "2", "3"], held_until=later)
    plan(house, clock, office, "สมชาย", ["4", "5", "6"], held_until=later)
    plan(house, clock, office, "สมชาย", ["7", "8"], held_until=later)
    comes(house, clock, later)
    assert pushed(line, "สมชาย") == ["1", "2", "3", "7", "8"]
    comes(house, clock, moment(5, 18, 8, 31))
    assert pushed(line, "สมชาย")[5:] == ["4", "5", "6"]


def test_urgent_words_do_not_wait_for_tomorrow_but_for_the_morning(house, clock, office, phones, line):
    clock.set(moment(5, 14, 9))
    plan(house, clock, office, "สมชาย", "เตือน")
    comes(house, clock, moment(5, 14, 9))
    clock.set(moment(5, 14, 16))
    plan(house, clock, office, "สมชาย", "ข้อสั่งการ", at_once=True)
    comes(house, clock, moment(5, 14, 16))
    assert pushed(line, "สมชาย") == ["เตือน", "ข้อสั่งการ"]
    clock.set(moment(5, 14, 21))
    plan(house, clock, office, "สมชาย", "สั่งกลางคืน", at_once=True)
    comes(house, clock, moment(5, 17, 7, 59))
    assert len(pushed(line, "สมชาย")) == 2
    comes(house, clock, moment(5, 17, 8))
    assert pushed(line, "สมชาย")[2:] == ["สั่งกลางคืน"]


def test_answers_come_at_any_hour(house, clock, office, phones, line):
    clock.set(moment(5, 15, 23))
    assert phones["สมชาย"].says("ช่วยเหลือ")


def test_a_push_that_line_may_have_seen_is_never_changed(house, clock, office, phones, line):
    clock.set(MONDAY)
    line.fail_next(1, 500, {}, "/v2/bot/message/push")
    plan(house, clock, office, "สมชาย", "เรื่องที่หนึ่ง")
    comes(house, clock, MONDAY)
    plan(house, clock, office, "สมชาย", "เรื่องที่สอง")
    comes(house, clock, MONDAY + timedelta(minutes=5))
    assert pushed(line, "สมชาย") == ["เรื่องที่หนึ่ง"]
    tried = [each["body"]["messages"] for each in line.requests if each["path"] == "/v2/bot/message/push"]
    assert len(tried) == 2 and tried[0] == tried[1]
    comes(house, clock, moment(5, 18, 8, 31))
    assert pushed(line, "สมชาย")[1:] == ["เรื่องที่สอง"]


def test_where_nothing_arrived_the_day_is_still_free(house, clock, office, phones, line):
    clock.set(MONDAY)
    line.fail_next(1, 400, {"message": "The request body has 1 error(s)"}, "/v2/bot/message/push")
    plan(house, clock, office, "สมชาย", "เรื่องที่หนึ่ง")
    comes(house, clock, MONDAY)
    plan(house, clock, office, "สมชาย", "เรื่องที่สอง")
    comes(house, clock, MONDAY)
    assert pushed(line, "สมชาย") == ["เรื่องที่สอง"]
    with house.db.read() as session:
        assert has_had_push(session, "default", user_id("สมชาย"), MONDAY.date())
        assert not has_had_push(session, "default", user_id("มาลี"), MONDAY.date())


def test_whoever_blocked_the_bot_gets_no_part_of_it_either(house, clock, office, phones, line):
    line.unfollow(user_id("สมชาย"))
    phones.settle()
    clock.set(MONDAY)
    later = MONDAY + timedelta(minutes=1)
    plan(house, clock, office, "สมชาย", "เรื่องที่หนึ่ง", held_until=later)
    plan(house, clock, office, "สมชาย", "เรื่องที่สอง", held_until=later)
    comes(house, clock, later)
    with house.db.read() as session:
        found = session.query(Notice).filter_by(kind="test").all()
    assert [each.state for each in found] == [Sent.UNREACHABLE, Sent.UNREACHABLE]


@pytest.mark.parametrize("days", [45])
def test_in_six_weeks_nobody_gets_two_planned_pushes_on_a_day(house, clock, office, phones, line, days):
    for day in range(days):
        day_comes(house, clock, moment(5, 3) + timedelta(days=day))
        day_comes(house, clock, moment(5, 3, 8, 32) + timedelta(days=day))
    found = pushes_by_day(line)
    assert found and max(found.values()) == 1
    offices = {at.weekday() for _to, at in found}
    assert offices <= set(range(5))
