"""The 1st of the month: each officer gets one message with all that is owed, on a day on which offices work."""

from datetime import date

from models.holiday import set_holiday
from models.person import ensure_person
from models.post import Holding, Post, hold_post
from models.province import Province
from models.working_days import choose_shift
from rules.calendar import Shift
from tests.days import day_comes, moment
from tests.office import APRIL, reported, user_id
from tests.phones import words_of

# 1 May 2021 is a Saturday: the duty moves to Monday the 3rd.
SATURDAY, MONDAY = moment(5, 1), moment(5, 3)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def test_one_message_with_everything_owed_on_monday_the_third(house, clock, office, phones, line):
    counts = day_comes(house, clock, MONDAY)["remind-officers"]

    assert (counts["people"], counts["written"]) == (2, 2)
    (reminder,) = pushed(line, "สมชาย")
    for number in ("13", "14", "15"):
        assert f"รายงาน {number}" in reminder
    assert "เมษายน 2564" in reminder
    assert "11 พฤษภาคม 2564" in reminder, "the 10th is Royal Ploughing Day"
    (other,) = pushed(line, "ประสิทธิ์")
    assert "รายงาน 20" in other and "รายงาน 13" not in other


def test_the_button_answers_the_reminder(house, clock, office, phones):
    day_comes(house, clock, MONDAY)
    somchai = phones["สมชาย"]
    somchai.reads()
    assert "เมษายน 2564" in somchai.taps("รายงาน")


def test_nothing_comes_on_saturday_or_a_minute_early(house, clock, office, phones, line):
    assert "remind-officers" not in day_comes(house, clock, moment(5, 3, 8, 29))
    assert pushed(line, "สมชาย") == []


def test_whoever_has_reported_everything_is_left_in_peace(house, clock, office, phones, line):
    with house.db.write() as session:
        for no in (13, 14, 15):
            reported(session, office, no, APRIL)
    day_comes(house, clock, MONDAY)
    assert pushed(line, "สมชาย") == []
    assert len(pushed(line, "ประสิทธิ์")) == 1


def test_a_holiday_of_the_offices_own_moves_it_once_more(house, clock, office, phones, line):
    with house.db.write() as session:
        set_holiday(session, office.province.id, date(2021, 5, 3), "วันหยุดพิเศษของจังหวัด")
    assert "remind-officers" not in day_comes(house, clock, MONDAY)
    # 4 May is Coronation Day.
    assert "remind-officers" not in day_comes(house, clock, moment(5, 4))
    assert day_comes(house, clock, moment(5, 5))["remind-officers"]["written"] == 2


def test_a_province_that_moves_back_is_asked_for_april_on_friday_the_thirtieth(
    house, clock, office, phones, line
):
    clock.set(moment(4, 29))
    with house.db.write() as session:
        province = session.get_one(Province, office.province.id)
        province.made_at = clock.now()
        choose_shift(province, Shift.PREVIOUS)
    with house.db.write() as session:
        for activity in office.activities.values():
            session.merge(activity).made_at = clock.now()

    assert day_comes(house, clock, moment(4, 30))["remind-officers"]["written"] == 2
    (reminder,) = pushed(line, "สมชาย")
    assert "เมษายน 2564" in reminder and "7 พฤษภาคม 2564" in reminder
    assert "เมษายน 2564" in phones["สมชาย"].says("รายงาน")


def test_agencies_without_an_officer_are_named_to_the_provincial_office(house, clock, office, phones, line):
    with house.db.write() as session:
        session.query(Holding).filter_by(post_id=office.posts["ประสิทธิ์"].id).delete()
    counts = day_comes(house, clock, MONDAY)["remind-officers"]

    assert (counts["people"], counts["without_officer"], counts["admins_told"]) == (1, 2, 1)
    told = "\n".join(pushed(line, "อนงค์"))
    assert "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี: 20, 21" in told
    assert "เชิญ" in told
    assert "แขวงทางหลวงชนบท" not in told.split("สรุป")[0].split("สัปดาห์")[0]


def test_two_posts_of_one_officer_make_one_message(house, clock, office, phones, line):
    with house.db.write() as session:
        somchai = ensure_person(session, "default", user_id("สมชาย"), clock.now())
        hold_post(session, somchai, session.get_one(Post, office.posts["ประสิทธิ์"].id), date(2020, 10, 1))
    day_comes(house, clock, MONDAY)
    (reminder,) = pushed(line, "สมชาย")
    assert "รายงาน 13" in reminder and "รายงาน 21" in reminder


def test_a_post_with_activities_of_its_own_answers_only_for_those(house, clock, office, phones, line):
    from models.post import Responsibility

    with house.db.write() as session:
        session.add(Responsibility(post_id=office.posts["สมชาย"].id, activity_id=office.activities[14].id))
    counts = day_comes(house, clock, MONDAY)["remind-officers"]
    (reminder,) = pushed(line, "สมชาย")
    assert "รายงาน 14" in reminder and "รายงาน 13" not in reminder
    assert counts["without_officer"] == 2


def test_running_it_again_sends_nothing_again(house, clock, office, phones, line):
    day_comes(house, clock, MONDAY)
    assert day_comes(house, clock, moment(5, 3, 8, 31)) == {}
    assert len(pushed(line, "สมชาย")) == 1


def test_heads_and_executives_get_no_reminder(house, clock, office, phones, line):
    day_comes(house, clock, MONDAY)
    assert pushed(line, "มาลี") == []
    assert all("ต้องรายงาน" not in words for words in pushed(line, "ท่านผู้ว่าฯ"))
