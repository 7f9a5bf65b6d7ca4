"""Monday 08:30: the governor and the provincial office read in a minute what moves, what stands, and what is silent."""

from datetime import date

from models.holiday import set_holiday
from models.record import retract_report
from tests.days import day_comes, moment
from tests.office import APRIL, MARCH, reported, user_id
from tests.phones import words_of

MONDAY, NEXT_MONDAY = moment(5, 17), moment(5, 24)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def pushes(line, name):
    """Return how many pushes there were; one may bring several messages."""
    return sum(row["how"] == "push" and row["to"] == user_id(name) for row in line.sent)


def test_executives_and_the_provincial_office_get_it_and_nobody_else(house, clock, office, phones, line):
    clock.set(moment(5, 14))
    day_comes(house, clock, moment(5, 14))
    seen = {name: pushes(line, name) for name in office.people}
    counts = day_comes(house, clock, MONDAY)["weekly-escalation"]

    assert counts == {"people": 2, "written": 2, "standing_still": 0, "unreported": 5}
    grown = {name: pushes(line, name) - seen[name] for name in office.people}
    assert grown == {"สมชาย": 0, "มาลี": 0, "อนงค์": 1, "ท่านผู้ว่าฯ": 1, "ประสิทธิ์": 0}


def test_not_reported_is_never_called_standing_still(house, clock, office, phones, line):
    with house.db.write() as session:
        for period in (MARCH, APRIL):
            reported(session, office, 13, period, percent=45, baht=6_000_000)
        reported(session, office, 14, MARCH, percent=10)
    counts = day_comes(house, clock, MONDAY)["weekly-escalation"]
    assert (counts["standing_still"], counts["unreported"]) == (1, 4)
    week = pushed(line, "อนงค์")[-1]
    assert "13" in week and "แขวงทางหลวงชนบท" in week
    # It reaches the governor only by the ladder, once officer, head and office had their time.
    minute = pushed(line, "ท่านผู้ว่าฯ")[-1]
    assert "ไม่มีเรื่องที่ต้องถึงท่าน" in minute and "ในนี้ไม่มีรายงาน 4" in minute


def test_the_money_is_compared_with_the_week_before(house, clock, office, phones, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    day_comes(house, clock, MONDAY)
    somchai = phones["สมชาย"]
    clock.set(moment(5, 19))
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก")
    somchai.taps("ยืนยัน")

    day_comes(house, clock, NEXT_MONDAY)
    assert "200,000" in pushed(line, "ท่านผู้ว่าฯ")[-1]
    day_comes(house, clock, moment(5, 31))
    assert "เท่ากับสัปดาห์ก่อน" in pushed(line, "ท่านผู้ว่าฯ")[-1]


def test_without_any_report_a_week_ago_there_is_nothing_to_compare_with(house, clock, office, phones, line):
    day_comes(house, clock, MONDAY)
    assert "สัปดาห์ก่อน" not in pushed(line, "ท่านผู้ว่าฯ")[-1]


def test_a_report_taken_back_since_then_counts_as_it_was_known(house, clock, office, phones, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
        april = reported(session, office, 13, APRIL, baht=3_000_000)
    with house.db.write() as session:
        retract_report(session, session.merge(april), by=None, now=moment(5, 19))
    day_comes(house, clock, NEXT_MONDAY)
    assert "2,000,000" in pushed(line, "ท่านผู้ว่าฯ")[-1]


def test_when_monday_is_a_holiday_it_comes_on_tuesday_and_once_that_week(house, clock, office, phones, line):
    with house.db.write() as session:
        set_holiday(session, office.province.id, date(2021, 5, 17), "วันหยุดพิเศษ")
    day_comes(house, clock, moment(5, 14))
    assert "weekly-escalation" not in day_comes(house, clock, MONDAY)
    assert day_comes(house, clock, moment(5, 18))["weekly-escalation"]["written"] == 2
    assert "weekly-escalation" not in day_comes(house, clock, moment(5, 19))
    assert day_comes(house, clock, NEXT_MONDAY)["weekly-escalation"]["written"] == 2


def test_a_week_without_a_plan_says_nothing(house, clock, office, phones, line):
    from models.plan import Activity

    with house.db.write() as session:
        session.query(Activity).delete()
    assert day_comes(house, clock, MONDAY)["weekly-escalation"] == {"people": 0, "written": 0}
