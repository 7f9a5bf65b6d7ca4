"""The 10th: only who still owes is asked again, the head is named, and the head hears of it first from the bot.

10 May 2021 is Royal Ploughing Day, a holiday of the government: the duty moves to Tuesday the 11th.
"""

from datetime import date

from models.person import person_at
from models.post import Post, hold_post
from rules.role import Role
from tests.days import day_comes, moment
from tests.office import APRIL, PUBLIC_WORKS, reported, user_id
from tests.phones import words_of

TENTH = moment(5, 11)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def report_all_of_prasit(house, office):
    with house.db.write() as session:
        for no in (20, 21):
            reported(session, office, no, APRIL, by="ประสิทธิ์")


def test_only_who_still_owes_is_asked_again(house, clock, office, phones, line):
    day_comes(house, clock, moment(5, 3))
    report_all_of_prasit(house, office)
    with house.db.write() as session:
        reported(session, office, 13, APRIL)
    before = len(pushed(line, "ประสิทธิ์"))

    counts = day_comes(house, clock, TENTH)["chase-late"]

    assert (counts["late"], counts["written"], counts["heads_told"]) == (2, 1, 1)
    chase = pushed(line, "สมชาย")[-1]
    assert "มาลี" in chase and "8 วัน" in chase
    assert "รายงาน 14" in chase and "รายงาน 15" in chase and "รายงาน 13" not in chase
    assert len(pushed(line, "ประสิทธิ์")) == before


def test_the_head_gets_one_list(house, clock, office, phones, line):
    report_all_of_prasit(house, office)
    day_comes(house, clock, TENTH)
    (told,) = pushed(line, "มาลี")
    assert "13, 14, 15" in told and "สมชาย" in told and "เลยกำหนด" in told


def test_a_head_of_two_agencies_gets_one_list_of_both(house, clock, office, phones, line):
    with house.db.write() as session:
        head = person_at(session, "default", user_id("มาลี"))
        agency_id = office.activities[20].agency_id
        post = Post(province_id=office.province.id, agency_id=agency_id, role=Role.HEAD)
        session.add(post)
        session.flush()
        hold_post(session, head, post, date(2020, 10, 1))
    day_comes(house, clock, TENTH)
    (told,) = pushed(line, "มาลี")
    assert "13, 14, 15" in told and PUBLIC_WORKS in told and "20, 21" in told


def test_the_head_hears_also_of_activities_that_nobody_answers_for(house, clock, office, phones, line):
    from models.post import Holding

    with house.db.write() as session:
        session.query(Holding).filter_by(post_id=office.posts["สมชาย"].id).delete()
    counts = day_comes(house, clock, TENTH)["chase-late"]
    assert counts["without_officer"] == 3
    assert "13, 14, 15" in pushed(line, "มาลี")[0]


def test_when_all_have_reported_nobody_hears_anything(house, clock, office, phones, line):
    report_all_of_prasit(house, office)
    with house.db.write() as session:
        for no in (13, 14, 15):
            reported(session, office, no, APRIL)
    counts = day_comes(house, clock, TENTH)["chase-late"]
    assert (counts["late"], counts["written"], counts["heads_told"]) == (0, 0, 0)
    assert pushed(line, "สมชาย") == [] and pushed(line, "มาลี") == []
