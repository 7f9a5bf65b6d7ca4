"""News told in words after the month's late day belong to the running month, as those told step by step do."""

from models.case import case_for
from models.report import history
from tests.days import day_comes, moment
from tests.office import APRIL, MARCH, reported


def reports_of(house, office, no):
    with house.db.read() as session:
        return [
            (f"{each.period:%m}", f"{each.as_of:%m-%d}")
            for each in history(session, office.activities[no].id)
        ]


def test_what_moved_in_the_middle_of_the_month_is_of_that_month_and_day(house, clock, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, APRIL)
    clock.set(moment(5, 24, 10))
    somchai = phones["สมชาย"]
    assert "พฤษภาคม 2564" in somchai.says("13 45% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    assert reports_of(house, office, 13) == [("04", "04-30"), ("05", "05-24")]


def test_until_the_late_day_it_still_mends_the_month_that_was_asked_for(house, clock, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, APRIL)
    clock.set(moment(5, 7, 10))
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    assert [period for period, _as_of in reports_of(house, office, 13)] == ["04", "04"]


def test_a_month_that_is_named_is_meant(house, clock, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, APRIL)
    clock.set(moment(5, 24, 10))
    somchai = phones["สมชาย"]
    assert "เมษายน 2564" in somchai.says("13 เดือนเมษายน 45% เบิกแล้ว 3 ล้าน")


def test_what_moved_in_june_opens_no_case_in_july(house, clock, office, phones):
    with house.db.write() as session:
        for period, percent in ((MARCH, 30), (APRIL, 60)):
            for no in office.activities:
                reported(session, office, no, period, percent=percent, by="สมชาย" if no < 20 else "ประสิทธิ์")
        reported(session, office, 13, APRIL.replace(month=5), percent=82)
    somchai = phones["สมชาย"]
    clock.set(moment(6, 24, 10))
    somchai.says("13 99% เบิกสะสม 4 ล้าน")
    somchai.taps("ยืนยัน")
    clock.set(moment(7, 2, 10))
    somchai.says("13 99% เบิกสะสม 4 ล้าน")
    somchai.taps("ยืนยัน")
    day_comes(house, clock, moment(7, 5, 8, 40))
    with house.db.read() as session:
        assert case_for(session, office.activities[13].id) is None


def test_what_is_added_to_a_draft_left_last_month_is_not_of_that_month(house, clock, office, phones):
    clock.set(moment(5, 7, 10))
    somchai = phones["สมชาย"]
    assert "เมษายน 2564" in somchai.says("13 45% เบิกแล้ว 3 ล้าน")
    clock.set(moment(6, 15, 10))
    assert "พฤษภาคม 2564" in somchai.says("13 60% เบิกสะสม 4 ล้าน")
    somchai.taps("ยืนยัน")
    assert [period for period, _as_of in reports_of(house, office, 13)] == ["05"]
